import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { addDays, CommandRejected, monthOf, type ActorFacts } from '@thidua/kernel';
import { taskCommands, type TaskCommandType } from './task.commands';
import { taskDecider } from './task.decider';
import { taskEvents, type TaskEvent, type TaskFacts } from './task.events';
import type { Task, TaskState } from './task.state';
import * as people from './testing';
import { ask, happened, sampleFacts, taskContext, UNITS } from './testing';
import { idsOf, type TaskLife } from './testing/task-life.model';
import { FIRST_DAY, moves, type Draw } from './testing/task-life.steps';

const ACTORS: readonly ActorFacts[] = [
  people.director,
  people.deputyDirector,
  people.officeHead,
  people.officeClerk,
  people.leadHead,
  people.leadClerk,
  people.otherLeadHead,
  people.coordinator,
  people.stranger,
  people.service,
  people.system,
  people.person('chuyen-vien', [
    [UNITS.lead, 'staff'],
    [UNITS.office, 'staff'],
  ]),
  people.person('pho-giam-doc', [
    [UNITS.department, 'deputy'],
    [UNITS.lead, 'head'],
  ]),
  people.person('chanh-van-phong', [[UNITS.office, 'head']], {
    onBehalfOf: { personId: 'chuyen-vien', legalBasis: '15/QĐ-SCT' },
  }),
];

/** Courses drawn by each law; CI asks for more. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 40);

/** Draws evenly would hardly ever get a task from report to verification, so the usual way is drawn more often. */
const mostly = <T>(usual: readonly T[], all: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...all) },
  );

const anyActor = mostly(
  [people.deputyDirector, people.officeClerk, people.leadHead, people.officeHead],
  ACTORS,
);

const drawnDay = fc.integer({ min: -20, max: 330 }).map((days) => addDays(FIRST_DAY, days));

const draw: fc.Arbitrary<Draw> = fc.record({
  what: mostly<Draw['what']>(
    [
      ...(['report', 'verify', 'handIn', 'extend', 'tellProgress', 'reopen', 'receive'] as const),
      ...(['openPeriod', 'reportPeriod', 'setSeries', 'recordOccurrence'] as const),
      ...(['reachMilestone', 'object', 'answerObjection', 'returnProduct', 'sendBack'] as const),
    ],
    Object.keys(moves) as Draw['what'][],
  ),
  actor: anyActor,
  dayStep: fc.integer({ min: -3, max: 15 }),
  day: drawnDay,
  month: drawnDay.map(monthOf),
  productId: fc.constantFrom('sp-1', 'sp-2', 'sp-la'),
  flag: fc.boolean(),
});

const beginning = fc
  .record({
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
type Beginning = typeof beginning extends fc.Arbitrary<infer T> ? T : never;

const course = fc.tuple(beginning, fc.array(draw, { maxLength: 60, size: 'max' }));

const focalOf = ({ leadUnits, hasFocal }: Pick<Beginning, 'leadUnits' | 'hasFocal'>) =>
  hasFocal && leadUnits.length > 1 ? UNITS.otherLead : null;

const modelOf = ({ condition, isWaiting, productCount, ...drawn }: Beginning): TaskLife => ({
  leadUnits: drawn.leadUnits,
  focalUnit: focalOf(drawn),
  kind: drawn.kind,
  isConditional: condition !== null,
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
});

function assigned(drawn: Beginning): Task {
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
  const context = taskContext({ actor: people.officeClerk, on: FIRST_DAY });
  const state = after(null, taskDecider.decide(command, null, context));
  if (state === null) throw new Error('A course begins with an assigned task');
  return state;
}

const after = (state: TaskState, events: readonly TaskEvent[]): TaskState =>
  events.reduce((task, event) => taskDecider.evolve(task, event), state);

const visible = ({ state, dueOn, completedOn, milestoneReachedOn, ...task }: Task) => ({
  ...{ state, dueOn, completedOn, milestoneReachedOn },
  months: task.reports.map(({ unitId, period }) => `${unitId} ${period}`).sort(),
  periods: task.periods.map(({ period, reports }) => [period, reports.map(({ unitId }) => unitId)]),
  occurrences: task.occurrences.map(({ recorded, withdrawn }) => [
    recorded.occurrenceId,
    withdrawn === null,
  ]),
});
const foreseen = ({ state, dueOn, completedOn, milestoneOn, ...model }: TaskLife) => ({
  ...{ state, dueOn, completedOn, milestoneReachedOn: milestoneOn },
  months: [...model.months].sort(),
  periods: [...model.periods].map(([period, units]) => [period, [...units]]),
  occurrences: [...model.occurrences].map(([id, { counts }]) => [id, counts]),
});

/** Jest's matchers are slow and these comparisons run thousands of times, so they are asked only to show a difference. */
function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

function expectConforming(events: readonly TaskEvent[]): void {
  for (const { type, data } of events) expectSame(taskEvents[type].data.parse(data), data);
}

function expectReadable(rejection: unknown): void {
  if (!(rejection instanceof CommandRejected)) throw rejection;
  expectSame(/\{\w+\}/.exec(`${rejection.vi} ${rejection.en}`), null);
}

/** Plays a course through the decider beside the model; returns the commands that were accepted. */
function play([drawn, draws]: readonly [Beginning, readonly Draw[]]): TaskCommandType[] {
  const model: TaskLife = modelOf(drawn);
  const accepted: TaskCommandType[] = [];
  let task = assigned(drawn);
  let day = FIRST_DAY;
  for (const each of draws) {
    day = addDays(day, each.dayStep);
    const act = { actor: each.actor, on: day };
    const move = moves[each.what](model, act, each);
    const allowed = move.allowed && day >= FIRST_DAY && !model.isCarriedOver;
    let events: readonly TaskEvent[] = [];
    try {
      events = taskDecider.decide(move.command, task, taskContext(act));
    } catch (rejection) {
      expectReadable(rejection);
    }
    const seen = { command: move.command.type, ...visible(task), isAccepted: events.length > 0 };
    expectSame(seen, { ...seen, isAccepted: allowed });
    expectConforming(events);
    task = after(task, events) ?? task;
    if (allowed) {
      move.apply();
      accepted.push(move.command.type);
    }
    expectSame(visible(task), foreseen(model));
  }
  return accepted;
}

describe('the life of a task', () => {
  it('goes in every course as a second, independent telling foresees', () => {
    fc.assert(
      fc.property(course, (drawn) => {
        play(drawn);
      }),
      { numRuns: RUNS },
    );
  });

  it('takes every one of its moves in some of the courses drawn', () => {
    const taken = fc.sample(course, { seed: 42, numRuns: 300 }).flatMap(play);
    const askedFor = new Set(
      Object.values(moves).map(
        (move) =>
          move(modelOf(sampleBeginning), { actor: people.director, on: FIRST_DAY }, sampleDraw)
            .command.type,
      ),
    );
    expect(new Set(taken)).toEqual(askedFor);
  });
});

const sampleBeginning: Beginning = {
  leadUnits: [UNITS.lead],
  hasFocal: false,
  kind: 'one-off',
  condition: null,
  isWaiting: false,
  dueOn: null,
  productCount: 0,
};
const sampleDraw: Draw = {
  what: 'start',
  actor: people.director,
  dayStep: 0,
  day: FIRST_DAY,
  month: monthOf(FIRST_DAY),
  productId: 'sp-1',
  flag: false,
};

describe('whatever is asked by whomever', () => {
  const anyCommand = mostly<TaskCommandType>(
    ['ReportResult', 'VerifyResult', 'HandInProduct', 'ExtendDeadline', 'ReopenTask'],
    Object.keys(taskCommands) as TaskCommandType[],
  ).map((type) => ask(type));
  const anyCourse = fc.array(
    fc.record({
      command: anyCommand,
      actor: anyActor,
      dayStep: fc.integer({ min: -3, max: 15 }),
    }),
    { maxLength: 80, size: 'max' },
  );
  const products = [{ productId: 'sp-1', title: 'Báo cáo' }];
  const kinds = ['one-off', 'ongoing', 'periodic-after-milestone'] as const;

  /** All events of the course with those who caused them. */
  function run(
    kind: (typeof kinds)[number],
    acts: typeof anyCourse extends fc.Arbitrary<infer T> ? T : never,
  ) {
    const first = happened('TaskAssigned', { kind, products, condition: 'Nếu có' });
    let task = after(null, [first]);
    let on = sampleFacts.TaskAssigned.assignedOn;
    const log: { readonly event: TaskEvent; readonly actor: ActorFacts }[] = [];
    for (const { command, actor, dayStep } of acts) {
      on = addDays(on, dayStep);
      try {
        const events = taskDecider.decide(command, task, taskContext({ actor, on }));
        expectConforming(events);
        log.push(...events.map((event) => ({ event, actor })));
        task = after(task, events);
        // Said a second time at once, the same either changes nothing or is refused; it never happens twice.
        expectNothingNew(() => taskDecider.decide(command, task, taskContext({ actor, on })));
      } catch (rejection) {
        expectReadable(rejection);
      }
    }
    return log;
  }

  function expectNothingNew(decide: () => readonly TaskEvent[]): void {
    let again: readonly TaskEvent[] = [];
    try {
      again = decide();
    } catch (rejection) {
      expectReadable(rejection);
    }
    expectSame(again, []);
  }

  it('the task is completed only by somebody other than who reported it', () => {
    let completions = 0;
    fc.assert(
      fc.property(fc.constantFrom(...kinds), anyCourse, (kind, acts) => {
        let reporters: readonly string[] = [];
        for (const { event, actor } of run(kind, acts)) {
          if (event.type === 'ResultReported') {
            reporters = (event.data satisfies TaskFacts<'ResultReported'>).reportedBy;
          }
          if (event.type === 'TaskCompleted') {
            completions += 1;
            expect(reporters).not.toEqual([]);
            expect(idsOf(actor).filter((id) => reporters.includes(id))).toEqual([]);
          }
        }
      }),
      { numRuns: RUNS },
    );
    expect(completions).toBeGreaterThan(0);
  });

  it('the due date in force only moves later by extension, and each extension starts from it', () => {
    fc.assert(
      fc.property(anyCourse, (acts) => {
        let dueOn: string | null = sampleFacts.TaskAssigned.dueOn;
        for (const { event } of run('one-off', acts)) {
          if (event.type === 'TaskCorrected' && event.data.field === 'dueOn') {
            dueOn = event.data.now;
          }
          if (event.type !== 'DeadlineExtended') continue;
          expect(event.data.from).toBe(dueOn);
          expect(event.data.to > event.data.from).toBe(true);
          dueOn = event.data.to;
        }
      }),
      { numRuns: RUNS },
    );
  });
});
