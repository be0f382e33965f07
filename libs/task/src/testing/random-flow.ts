import fc from 'fast-check';
import {
  GUARDS,
  REQUIREMENTS,
  ROLES,
  STATE_PHASES,
  type StateDefinition,
  type TimerDefinition,
  type TransitionDefinition,
  type WorkflowDefinition,
} from '@thidua/workflow';
import { stepPhases } from '../step-phases';
import { flowCommands, type StepCommandType } from '../task.commands';

const words = fc
  .string({ minLength: 1, maxLength: 20 })
  .map((text) => `Chữ ${text.replace(/[^\p{L}\p{N} <>&"#;:]/gu, '')}`.trim().normalize('NFC'));
const label = fc.record({ vi: words, en: words });
const roles = fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 4 });
const stepCommands = Object.keys(stepPhases) as StepCommandType[];

interface Skeleton {
  readonly opens: number;
  readonly judges: number;
  readonly hasWait: boolean;
}

function statesOf({ opens, judges, hasWait }: Skeleton): Omit<StateDefinition, 'label'>[] {
  const some = (count: number, name: string, phase: StateDefinition['phase']) =>
    Array.from({ length: count }, (_, index) => ({ name: `${name}${index}`, phase, final: false }));
  return [
    ...some(opens, 'work', 'open'),
    ...some(hasWait ? 1 : 0, 'wait', 'waiting'),
    ...some(judges, 'judged', 'reported'),
    { name: 'finished', phase: 'done', final: true },
    { name: 'dropped', phase: 'outside', final: true },
  ];
}

type Move = Pick<TransitionDefinition, 'command' | 'from' | 'to'>;

/** The way every task can go: from work to work, to its judges one after another, to the end; and out of the plan. */
function spineOf({ opens, judges, hasWait }: Skeleton): readonly Move[] {
  const move = (command: StepCommandType, from: string, to: string): Move => ({
    command,
    from: [from],
    to,
  });
  const steps = (count: number, command: StepCommandType, name: string): readonly Move[] =>
    Array.from({ length: count - 1 }, (_, i) => move(command, `${name}${i}`, `${name}${i + 1}`));
  return [
    ...steps(opens, 'StartWork', 'work'),
    ...(hasWait
      ? [move('AwaitTrigger', 'work0', 'wait0'), move('ReceiveTrigger', 'wait0', 'work0')]
      : []),
    move('ReportResult', `work${opens - 1}`, 'judged0'),
    ...steps(judges, 'ApproveStep', 'judged'),
    move('VerifyResult', `judged${judges - 1}`, 'finished'),
    move('CancelTask', 'work0', 'dropped'),
  ];
}

/** Further ways, drawn at random among those that neither repeat a command in a state nor change what a step means. */
function furtherMoves(
  states: readonly Omit<StateDefinition, 'label'>[],
  draws: readonly (readonly [StepCommandType, number, number])[],
  spine: readonly Move[],
): readonly Move[] {
  const taken = new Set(spine.map(({ command, from: [from] }) => `${command} ${from ?? ''}`));
  return draws.flatMap(([command, start, end]) => {
    const reopens = command === 'ReopenTask';
    const starts = states.filter(({ phase, final }) => (reopens ? phase === 'done' : !final));
    const ends = states.filter(({ phase }) => stepPhases[command].includes(phase));
    const from = starts[start % starts.length]?.name;
    const to = ends[end % Math.max(1, ends.length)]?.name;
    if (from === undefined || to === undefined || taken.has(`${command} ${from}`)) return [];
    taken.add(`${command} ${from}`);
    return [{ command, from: [from], to }];
  });
}

const transitionOf = (move: Move, index: number): fc.Arbitrary<TransitionDefinition> =>
  fc.record({
    name: fc.constant(`step${index}`),
    command: fc.constant(move.command),
    from: fc.constant(move.from),
    to: fc.constant(move.to),
    by: roles,
    requires:
      move.command === 'ReopenTask'
        ? fc.constant(['reason' as const])
        : fc.subarray([...REQUIREMENTS]),
    guards: fc.subarray([...GUARDS], { maxLength: 2 }),
    label,
  });

const distance = fc
  .tuple(fc.nat(30), fc.boolean())
  .map(([days, isWorking]) => (isWorking ? { workingDays: days } : { calendarDays: days }));

const timerOf = (states: readonly Omit<StateDefinition, 'label'>[], index: number) =>
  fc
    .record({
      on: fc.oneof(
        fc.constantFrom({ deadline: 'task' as const }, { deadline: 'report' as const }),
        fc
          .constantFrom(...states.filter(({ final }) => !final))
          .map(({ name }) => ({ state: name })),
      ),
      distance,
      isBefore: fc.boolean(),
      does: fc.constantFrom('remind' as const, 'escalate' as const),
      to: fc.uniqueArray(fc.constantFrom(...ROLES.filter((role) => role !== 'service')), {
        minLength: 1,
      }),
      label,
    })
    .map(({ on, distance: far, isBefore, ...rest }): TimerDefinition => ({
      name: `timer${index}`,
      on,
      ...(isBefore && 'deadline' in on ? { before: far } : { after: far }),
      ...rest,
    }));

/** Flows that are valid by construction, over the whole vocabulary of a task. */
export const randomFlow: fc.Arbitrary<WorkflowDefinition> = fc
  .record({
    opens: fc.integer({ min: 1, max: 4 }),
    judges: fc.integer({ min: 1, max: 3 }),
    hasWait: fc.boolean(),
    draws: fc.array(fc.tuple(fc.constantFrom(...stepCommands), fc.nat(9), fc.nat(9)), {
      maxLength: 15,
    }),
    timerCount: fc.nat(4),
  })
  .chain(({ draws, timerCount, ...skeleton }) => {
    const states = statesOf(skeleton);
    const spine = spineOf(skeleton);
    const moves = [...spine, ...furtherMoves(states, draws, spine)];
    return fc.record({
      id: fc.constantFrom('mot', 'hai-cap', 'bao-cao-2'),
      version: fc.integer({ min: 1, max: 9 }),
      label,
      initial: fc.constant('work0'),
      states: fc.tuple(...states.map((state) => label.map((l) => ({ ...state, label: l })))),
      transitions: fc.tuple(...moves.map(transitionOf)),
      facts: fc.array(
        fc.record({
          command: fc.constantFrom(...flowCommands.facts),
          phases: fc.subarray([...STATE_PHASES], { minLength: 1 }),
          by: roles,
        }),
        { maxLength: 5 },
      ),
      reportDueDay: fc.integer({ min: 1, max: 31 }),
      timers: fc.tuple(...Array.from({ length: timerCount }, (_, index) => timerOf(states, index))),
    });
  });
