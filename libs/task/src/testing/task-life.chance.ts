import * as fc from 'fast-check';
import { addDays, monthOf } from '@thidua/kernel';
import { UNITS } from './people';
import type { Beginning } from './task-life.course';
import { FIRST_DAY } from './task-life.days';
import { anyActor, mostly } from './task-life.draws';
import { beginsWith, drawnOf, USUALLY, type Script } from './task-life.line';
import { TWISTS } from './task-life.move';
import { assigningScripts } from './task-life.assigning-scripts';
import { flowScripts } from './task-life.scripts';
import { workScripts } from './task-life.work-scripts';
import { moves, type Draw } from './task-life.steps';
import { BYWAYS, WAYS } from './task-life.ways';

/** For every refusal some courses that end in it. */
export const REFUSED = { ...flowScripts, ...assigningScripts, ...workScripts };

const drawnDay = fc.integer({ min: -20, max: 330 }).map((days) => addDays(FIRST_DAY, days));

/** The way from the assignment to the end of the work, drawn more often: drawn evenly, few tasks would get there. */
const CORE: readonly Draw['what'][] = [
  ...(['report', 'approve', 'verify', 'handIn', 'acceptProduct', 'receive', 'reopen'] as const),
  ...(['openPeriod', 'reportPeriod', 'setSeries', 'reachMilestone', 'recordOccurrence'] as const),
];

/** Moves with which a course is over, or nearly: drawn seldom. */
const ENDING: readonly Draw['what'][] = ['drop', 'cancel', 'close', 'supersede', 'carryOver'];

const ALL = Object.keys(moves) as Draw['what'][];

const anyMove: fc.Arbitrary<Draw['what']> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...CORE) },
  { weight: 8, arbitrary: fc.constantFrom(...ALL.filter((what) => !ENDING.includes(what))) },
  { weight: 1, arbitrary: fc.constantFrom(...ALL) },
);

const chance = fc.record({
  what: anyMove,
  actor: anyActor,
  isUsual: fc.boolean(),
  dayStep: fc.integer({ min: -3, max: 15 }),
  day: drawnDay,
  month: drawnDay.map(monthOf),
  productId: mostly(['sp-1'], ['sp-1', 'sp-2', 'sp-la']),
  flag: fc.boolean(),
  twist: mostly(
    [0],
    Array.from({ length: TWISTS }, (_, twist) => twist),
  ),
});
type Chance = typeof chance extends fc.Arbitrary<infer T> ? T : never;

const byUsual = ({ isUsual, ...drawn }: Chance): Draw => ({
  ...drawn,
  actor: isUsual ? USUALLY[drawn.what] : drawn.actor,
});

/** A led course with a few acts of chance between its own, and whether it begins as it says itself. */
const led = fc.record({
  script: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...WAYS, ...BYWAYS) },
    { weight: 2, arbitrary: fc.constantFrom<Script>(...Object.values(REFUSED).flat()) },
  ),
  strays: fc.array(fc.tuple(fc.nat({ max: 60 }), chance), { maxLength: 3 }),
  isOwn: fc.boolean(),
});
type Led = typeof led extends fc.Arbitrary<infer T> ? T : never;

function actsOf({ script, strays }: Led): readonly Draw[] {
  const own = script.lines.map(drawnOf);
  const length = own.length + 1;
  return [...own, null].flatMap((act, at) => [
    ...strays.filter(([where]) => where % length === at).map(([, stray]) => byUsual(stray)),
    ...(act === null ? [] : [act]),
  ]);
}

const anyBeginning: fc.Arbitrary<Beginning> = fc
  .record({
    flow: fc.constantFrom('default' as const, 'two-level' as const),
    leadUnits: fc.constantFrom(
      [UNITS.lead],
      [UNITS.lead, UNITS.otherLead],
      [UNITS.office],
      [UNITS.department],
    ),
    hasFocal: fc.boolean(),
    kind: fc.constantFrom<Beginning['kind']>(
      'one-off',
      'ongoing',
      'recurring',
      'periodic-after-milestone',
    ),
    condition: fc.constantFrom(null, 'Nếu có'),
    isWaiting: fc.boolean(),
    dueOn: fc.option(drawnDay),
    productCount: fc.integer({ min: 0, max: 2 }),
  })
  .map((drawn) => ({ ...drawn, isWaiting: drawn.isWaiting && drawn.condition !== null }));

/** Chance, then courses that lead to where chance alone hardly comes, then chance from there. */
export const course: fc.Arbitrary<readonly [Beginning, readonly Draw[]]> = fc
  .tuple(
    anyBeginning,
    fc.array(chance, { maxLength: 8, size: 'max' }),
    fc.array(led, { maxLength: 2, size: 'max' }),
    fc.array(chance, { maxLength: 25, size: 'max' }),
  )
  .map(([begins, before, [first, ...others], after]) => {
    const isOwn = first?.isOwn === true;
    const acts = [...(first === undefined ? [] : [first]), ...others].flatMap(actsOf);
    const all = [...(isOwn ? [] : before.map(byUsual)), ...acts, ...after.map(byUsual)];
    return [isOwn ? beginsWith(first.script.begins) : begins, all];
  });
