import * as fc from 'fast-check';
import { addDays, type ActorFacts } from '@thidua/kernel';
import { taskCommands, type TaskCommandType } from './task.commands';
import { taskDecider } from './task.decider';
import type { TaskEvent, TaskFacts } from './task.events';
import type { TaskState } from './task.state';
import { ask, happened, sampleFacts, taskContext } from './testing';
import { anyActor, mostly, RUNS } from './testing/task-life.draws';
import { idsOf } from './testing/task-life.model';
import { expectConforming, expectReadable, expectSame } from './testing/task-life.same';

const after = (state: TaskState, events: readonly TaskEvent[]): TaskState =>
  events.reduce((task, event) => taskDecider.evolve(task, event), state);

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
