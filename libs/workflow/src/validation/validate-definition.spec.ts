import type { StateDefinition, TransitionDefinition, WorkflowDefinition } from '../definition';
import type { TimerDefinition } from '../timers';
import { definitionProblems, type DefinitionProblemCode } from './definition.problems';
import { validateDefinition } from './validate-definition';

const label = { vi: 'nhãn', en: 'label' };

const state = (name: string, given: Partial<StateDefinition> = {}): StateDefinition => ({
  name,
  phase: 'open',
  label,
  final: false,
  ...given,
});

const transition = (given: Partial<TransitionDefinition>): TransitionDefinition => ({
  name: 'finish',
  command: 'Finish',
  from: ['begun'],
  to: 'done',
  by: ['lead'],
  requires: [],
  guards: [],
  label,
  ...given,
});

const finish = transition({});
const begun = state('begun');
const done = state('done', { phase: 'done', final: true });

const sound: WorkflowDefinition = {
  id: 'small',
  version: 1,
  label,
  initial: 'begun',
  states: [begun, done],
  transitions: [finish],
  facts: [{ command: 'Note', phases: ['open'], by: ['lead'] }],
  reportDueDay: 25,
  timers: [],
};

const commands = {
  transitions: new Set(['Finish', 'Leave', 'Reopen']),
  facts: new Set(['Note']),
  phasesAfter: new Map([['Finish', ['done'] as const]]),
};

/** Data that the types would not let through, as it may arrive from a file. */
const slip = (wrong: string): never => wrong as never;

type Broken = readonly [DefinitionProblemCode, string, string, Partial<WorkflowDefinition>];

const transitionSlips: readonly Broken[] = [
  [
    'UNKNOWN_STATE',
    'a way from nowhere',
    'transitions[0].from[1]',
    { transitions: [transition({ from: ['begun', 'x'] })] },
  ],
  [
    'UNKNOWN_STATE',
    'a way to nowhere',
    'transitions[1].to',
    { transitions: [finish, transition({ name: 'leave', command: 'Leave', to: 'x' })] },
  ],
  [
    'UNKNOWN_ROLE',
    'a role that is none',
    'transitions[0].by[0]',
    { transitions: [transition({ by: [slip('boss')] })] },
  ],
  [
    'UNKNOWN_GUARD',
    'a guard that is none',
    'transitions[0].guards[0]',
    { transitions: [transition({ guards: [slip('luck')] })] },
  ],
  [
    'UNKNOWN_REQUIREMENT',
    'a requirement that is none',
    'transitions[0].requires[0]',
    { transitions: [transition({ requires: [slip('tea')] })] },
  ],
  [
    'UNKNOWN_COMMAND',
    'a command that is none',
    'transitions[0].command',
    { transitions: [transition({ command: 'Dance' })] },
  ],
  [
    'UNKNOWN_COMMAND',
    'a fact in place of a step',
    'transitions[0].command',
    { transitions: [transition({ command: 'Note' })] },
  ],
  [
    'MISSING_LABEL',
    'a transition without a Vietnamese label',
    'transitions[0].label',
    { transitions: [transition({ label: { vi: ' ', en: 'label' } })] },
  ],
  [
    'NOBODY_MAY',
    'a transition open to nobody',
    'transitions[0].by',
    { transitions: [transition({ by: [] })] },
  ],
  [
    'NOWHERE_POSSIBLE',
    'a transition from no state',
    'transitions[1].from',
    { transitions: [finish, transition({ name: 'leave', command: 'Leave', from: [] })] },
  ],
  [
    'TWO_TRANSITIONS',
    'two transitions for one command and state',
    'transitions[1]',
    { transitions: [finish, transition({ name: 'again' })] },
  ],
  [
    'NAME_USED_TWICE',
    'two transitions of one name',
    'transitions[1].name',
    { transitions: [finish, transition({ command: 'Leave' })] },
  ],
  [
    'FINAL_STATE_LEFT',
    'a final state left without a reason',
    'transitions[1]',
    {
      transitions: [
        finish,
        transition({ name: 'back', command: 'Reopen', from: ['done'], to: 'begun' }),
      ],
    },
  ],
  [
    'FINAL_STATE_LEFT',
    'a final state left for another final one',
    'transitions[1]',
    {
      transitions: [
        finish,
        transition({
          name: 'on',
          command: 'Leave',
          from: ['done'],
          to: 'done',
          requires: ['reason'],
        }),
      ],
    },
  ],
];

const otherSlips: readonly Broken[] = [
  ['UNKNOWN_STATE', 'an initial state that is none', 'initial', { initial: 'x' }],
  [
    'UNKNOWN_PHASE',
    'a state in no phase',
    'states[1].phase',
    { states: [begun, state('done', { final: true, phase: slip('over') })] },
  ],
  [
    'MISSING_LABEL',
    'a state without an English label',
    'states[0].label',
    { states: [state('begun', { label: { vi: 'nhãn', en: '' } }), done] },
  ],
  ['MISSING_LABEL', 'a flow without a label', 'label', { label: { vi: '', en: '' } }],
  [
    'NAME_USED_TWICE',
    'two states of one name',
    'states[2].name',
    { states: [begun, done, state('begun')] },
  ],
  [
    'UNREACHABLE_STATE',
    'a state no way leads to',
    'states[2]',
    { states: [begun, done, state('lost', { final: true })] },
  ],
  [
    'DEAD_END',
    'a state without a way out',
    'states[2]',
    {
      states: [begun, done, state('stuck')],
      transitions: [finish, transition({ name: 'leave', command: 'Leave', to: 'stuck' })],
    },
  ],
  [
    'DEAD_END',
    'two states that only lead to each other',
    'states[2]',
    {
      states: [begun, done, state('here'), state('there')],
      transitions: [
        finish,
        transition({ name: 'leave', command: 'Leave', to: 'here' }),
        transition({ name: 'go', from: ['here'], to: 'there' }),
        transition({ name: 'come', from: ['there'], to: 'here' }),
      ],
    },
  ],
  [
    'UNKNOWN_COMMAND',
    'a step in place of a fact',
    'facts[0].command',
    { facts: [{ command: 'Finish', phases: ['open'], by: ['lead'] }] },
  ],
  [
    'UNKNOWN_PHASE',
    'a fact in no phase',
    'facts[0].phases[0]',
    { facts: [{ command: 'Note', phases: [slip('never')], by: ['lead'] }] },
  ],
  [
    'UNKNOWN_ROLE',
    'a fact for a role that is none',
    'facts[0].by[0]',
    { facts: [{ command: 'Note', phases: ['open'], by: [slip('boss')] }] },
  ],
  [
    'NOBODY_MAY',
    'a fact open to nobody',
    'facts[0].by',
    { facts: [{ command: 'Note', phases: ['open'], by: [] }] },
  ],
  [
    'NOWHERE_POSSIBLE',
    'a fact without a phase',
    'facts[0].phases',
    { facts: [{ command: 'Note', phases: [], by: ['lead'] }] },
  ],
  ['NO_SUCH_DAY', 'a report due on the 32nd', 'reportDueDay', { reportDueDay: 32 }],
  ['NO_SUCH_DAY', 'a report due on half a day', 'reportDueDay', { reportDueDay: 1.5 }],
];

const timer = (given: Partial<TimerDefinition> = {}): TimerDefinition => ({
  name: 'soon',
  on: { deadline: 'task' },
  after: { workingDays: 1 },
  does: 'remind',
  to: ['leadHead'],
  label,
  ...given,
});

const timerSlips: readonly Broken[] = [
  [
    'UNKNOWN_STATE',
    'a timer on no state',
    'timers[0].on.state',
    { timers: [timer({ on: { state: 'x' } })] },
  ],
  [
    'TIMER_ON_FINAL_STATE',
    'a timer on a state where nothing is owed',
    'timers[0].on.state',
    { timers: [timer({ on: { state: 'done' } })] },
  ],
  [
    'BEFORE_OR_AFTER',
    'a timer without a day',
    'timers[0]',
    { timers: [timer({ after: undefined })] },
  ],
  [
    'BEFORE_OR_AFTER',
    'a timer with two days',
    'timers[0]',
    { timers: [timer({ before: { calendarDays: 1 } })] },
  ],
  [
    'BEFORE_A_STATE',
    'a timer before the entry into a state',
    'timers[0].before',
    { timers: [timer({ on: { state: 'begun' }, after: undefined, before: { workingDays: 1 } })] },
  ],
  ['NOBODY_TOLD', 'a timer for nobody', 'timers[0].to', { timers: [timer({ to: [] })] }],
  [
    'UNKNOWN_ROLE',
    'a timer for a role that is none',
    'timers[0].to[0]',
    { timers: [timer({ to: [slip('boss')] })] },
  ],
  [
    'UNKNOWN_ROLE',
    'a timer that tells a machine',
    'timers[0].to[0]',
    { timers: [timer({ to: ['service'] })] },
  ],
  ['NAME_USED_TWICE', 'two timers of one name', 'timers[1].name', { timers: [timer(), timer()] }],
  [
    'MISSING_LABEL',
    'a timer without words',
    'timers[0].label',
    { timers: [timer({ label: { vi: '', en: '' } })] },
  ],
];

const phaseSlips: readonly Broken[] = [
  [
    'INITIAL_NOT_OPEN',
    'a task that begins with a wait',
    'initial',
    { states: [state('begun', { phase: 'waiting' }), done] },
  ],
  [
    'FINAL_NOT_ENDED',
    'a final state in which work is owed',
    'states[1]',
    { states: [begun, state('done', { final: true })] },
  ],
  [
    'FINAL_NOT_ENDED',
    'a state that is done and goes on',
    'states[1]',
    { states: [begun, state('done', { phase: 'done' })] },
  ],
  [
    'WRONG_PHASE',
    'a step whose events would be counted as something else',
    'transitions[0].to',
    { states: [begun, state('done', { phase: 'outside', final: true })] },
  ],
];

const slips = [...transitionSlips, ...otherSlips, ...timerSlips, ...phaseSlips];

describe('validating a definition', () => {
  const validate = (given: Partial<WorkflowDefinition>) =>
    validateDefinition({ ...sound, ...given }, commands);

  it('finds nothing wrong with a sound one', () => {
    expect(validate({})).toEqual([]);
  });

  it('accepts a timer of every kind', () => {
    const timers = [
      timer({ name: 'early', after: undefined, before: { calendarDays: 3 } }),
      timer({ name: 'stays', on: { state: 'begun' } }),
      timer({ name: 'report', on: { deadline: 'report' }, does: 'escalate' }),
    ];
    expect(validate({ timers })).toEqual([]);
  });

  it('allows a final state to be reopened with a reason', () => {
    const reopen = { name: 'reopen', command: 'Reopen', from: ['done'], to: 'begun' } as const;
    expect(
      validate({ transitions: [finish, transition({ ...reopen, requires: ['reason'] })] }),
    ).toEqual([]);
  });

  it.each(slips)('reports %s for %s', (code, _, place, given) => {
    const problems = validate(given);
    expect(problems).toContainEqual(expect.objectContaining({ code, place }));
  });

  it('says what is wrong and where in both languages', () => {
    const [first] = validate({ initial: 'x' });
    expect(first).toMatchObject({
      vi: 'initial: không có trạng thái "x"',
      en: 'initial: there is no state "x"',
    });
  });

  it('has a seeded slip for every kind of problem', () => {
    const seeded = new Set(slips.map(([code]) => code));
    expect([...seeded].sort()).toEqual(Object.keys(definitionProblems).sort());
  });
});
