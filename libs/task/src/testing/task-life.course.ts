import * as fc from 'fast-check';
import { addDays, fold, monthOf, type ActorFacts } from '@thidua/kernel';
import { defaultFlowV2, twoLevelFlowV2 } from '@thidua/workflow';
import { taskDecider } from '../task.decider';
import type { Task } from '../task.state';
import { coordinator, director, leadClerk, leadHead, officeClerk, system, UNITS } from './people';
import { ask, taskContext } from './task.fixtures';
import { anyActor, mostly } from './task-life.draws';
import type { TaskLife } from './task-life.model';
import { FIRST_DAY, moves, type Draw } from './task-life.steps';

/** The flows that ship with the product, by their ids. */
export const FLOWS = { default: defaultFlowV2, 'two-level': twoLevelFlowV2 } as const;

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

/** Who usually makes a move that few others may make; otherwise it would mostly be refused. */
const usually: Partial<Record<Draw['what'], ActorFacts>> = {
  ...{ remindByTimer: system, escalate: system, succeed: system },
  ...{ confirmDelay: director, correctCompletion: director, reopen: director, verify: director },
  ...{ grantWish: director, refuseWish: director, close: director, acceptProduct: director },
  ...{ approve: leadHead, wishExtension: leadHead, assignPerson: leadHead, finishPart: leadHead },
  ...{
    handIn: leadClerk,
    supersede: director,
    propose: leadHead,
    tellPart: leadHead,
    askCoordination: leadHead,
    startWait: leadHead,
  },
  ...{ report: leadClerk, answerCoordination: coordinator, confirmWait: director },
};

const chance = fc.record({
  what: anyMove,
  actor: anyActor,
  isUsual: fc.boolean(),
  dayStep: fc.integer({ min: -3, max: 15 }),
  day: drawnDay,
  month: drawnDay.map(monthOf),
  productId: mostly(['sp-1'], ['sp-1', 'sp-2', 'sp-la']),
  flag: fc.boolean(),
});
type Chance = typeof chance extends fc.Arbitrary<infer T> ? T : never;

const byUsual = ({ isUsual, ...drawn }: Chance): Draw => ({
  ...drawn,
  actor: (isUsual ? usually[drawn.what] : null) ?? drawn.actor,
});

/** The usual way to an end, of which chance alone would hardly ever draw all steps in order. */
const WAY: readonly (readonly [what: Draw['what'], productId: string])[] = [
  ['object', 'sp-1'],
  ['answerObjection', 'sp-1'],
  ['receive', 'sp-1'],
  ['start', 'sp-1'],
  ['askCoordination', 'sp-1'],
  ['answerCoordination', 'sp-1'],
  ['raiseObstacle', 'sp-1'],
  ['proposeSolution', 'sp-1'],
  ['startWait', 'sp-1'],
  ['endWait', 'sp-1'],
  ['confirmWait', 'sp-1'],
  ['wishExtension', 'sp-1'],
  ['grantWish', 'sp-1'],
  ['setSeries', 'sp-1'],
  ['reachMilestone', 'sp-1'],
  ['openPeriod', 'sp-1'],
  ['reportPeriod', 'sp-1'],
  ['handIn', 'sp-1'],
  ['handIn', 'sp-2'],
  ['acceptProduct', 'sp-1'],
  ['acceptProduct', 'sp-2'],
  ['report', 'sp-1'],
  ['sendBack', 'sp-1'],
  ['report', 'sp-1'],
  ['approve', 'sp-1'],
  ['verify', 'sp-1'],
  ['correctCompletion', 'sp-1'],
  ['reopen', 'sp-1'],
  ['report', 'sp-1'],
  ['approve', 'sp-1'],
  ['verify', 'sp-1'],
  ['close', 'sp-1'],
  ['supersede', 'sp-la'],
];

const alongTheWay = (chances: readonly Chance[]): Draw[] =>
  chances.map((drawn, step) => {
    const [what, productId] = WAY[step % WAY.length] ?? ['start', 'sp-1'];
    return byUsual({ ...drawn, what, productId, isUsual: true, dayStep: 1, flag: true });
  });

/** Chance, then mostly the usual way with further chance after it. */
const draws = (size: fc.ArrayConstraints, sizeBefore: number): fc.Arbitrary<Draw[]> =>
  fc
    .tuple(
      fc.array(chance, { maxLength: sizeBefore, size: 'max' }),
      fc.option(fc.array(chance, { minLength: WAY.length, maxLength: WAY.length }), { freq: 4 }),
      fc.array(chance, size),
    )
    .map(([before, way, after]) => [
      ...before.map(byUsual),
      ...alongTheWay(way ?? []),
      ...after.map(byUsual),
    ]);

const beginning = fc
  .record({
    flow: fc.constantFrom('default' as const, 'two-level' as const),
    leadUnits: fc.constantFrom([UNITS.lead], [UNITS.lead, UNITS.otherLead], [UNITS.office]),
    hasFocal: fc.boolean(),
    kind: fc.constantFrom<TaskLife['kind']>(
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
export type Beginning = typeof beginning extends fc.Arbitrary<infer T> ? T : never;

export const course = fc.tuple(beginning, draws({ maxLength: 45, size: 'max' }, 15));

/** Courses long enough to get far. */
export const longCourse = fc.tuple(beginning, draws({ minLength: 40, maxLength: 40 }, 15));

const focalOf = ({ leadUnits, hasFocal }: Pick<Beginning, 'leadUnits' | 'hasFocal'>) =>
  hasFocal && leadUnits.length > 1 ? UNITS.otherLead : null;

export const modelOf = ({ condition, isWaiting, productCount, ...drawn }: Beginning): TaskLife => ({
  flow: drawn.flow,
  condition,
  leadUnits: drawn.leadUnits,
  focalUnit: focalOf(drawn),
  kind: drawn.kind,
  assignedOn: FIRST_DAY,
  state: isWaiting ? 'waiting' : 'assigned',
  dueOn: drawn.dueOn,
  stepsFrom: null,
  reporters: [],
  reportedOn: null,
  completedOn: null,
  months: new Set<string>(),
  products: new Map(
    ['sp-1', 'sp-2']
      .slice(0, productCount)
      .map((productId) => [productId, { verdict: 'none' as const, by: [], on: null }]),
  ),
  isCarriedOver: false,
  milestoneOn: null,
  hasSeries: false,
  periods: new Map(),
  countOwed: 0,
  occurrences: new Map(),
  answers: new Map(),
  parts: new Map(),
  proposal: null,
  holders: [],
  around: {
    coordinating: [UNITS.coordinating],
    requests: new Map(),
    obstacles: new Map(),
    waits: new Map(),
    wishes: new Map(),
    said: new Set(),
    approvedBy: '',
    lastHandOver: '',
    supervisor: null,
    predecessors: new Set(),
    owedSince: FIRST_DAY,
    struck: new Set(),
  },
});

export function assigned(drawn: Beginning): Task {
  const { leadUnits, kind, condition, isWaiting, dueOn, productCount } = drawn;
  const command = ask('AssignTask', {
    kind,
    condition,
    dueOn,
    awaitsTrigger: isWaiting,
    leads: leadUnits.map((unitId) => ({
      unitId,
      role: unitId === focalOf(drawn) ? ('focal' as const) : ('lead' as const),
    })),
    products: ['sp-1', 'sp-2']
      .slice(0, productCount)
      .map((productId) => ({ productId, title: 'Báo cáo' })),
  });
  const workflow = FLOWS[drawn.flow];
  const context = taskContext({ actor: officeClerk, on: FIRST_DAY, workflow });
  const events = taskDecider.decide(command, null, context);
  const state = fold(taskDecider, events);
  if (state === null) throw new Error('A course begins with an assigned task');
  return state;
}
