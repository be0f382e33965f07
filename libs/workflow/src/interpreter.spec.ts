import type { Guard, Requirement, Role } from './definition';
import { defaultFlow } from './definitions/default-flow';
import {
  availableCommands,
  findTransition,
  mayRecordFact,
  phaseOf,
  takeTransition,
  type TransitionRequest,
} from './interpreter';

const request = (given: Partial<TransitionRequest>): TransitionRequest => ({
  state: 'reported',
  command: 'VerifyResult',
  roles: new Set<Role>(['office']),
  given: new Set<Requirement>(),
  guards: () => true,
  ...given,
});
const take = (given: Partial<TransitionRequest>) => takeTransition(defaultFlow, request(given));

describe('taking a transition', () => {
  it('is refused in a state that offers no such command, naming the commands it does offer', () => {
    expect(take({ state: 'waiting' })).toMatchObject({
      refusal: {
        code: 'TRANSITION_NOT_ALLOWED',
        facts: {
          state: 'waiting',
          allowed: ['ReceiveTrigger', 'MarkNotArisen', 'CancelTask', 'SupersedeTask'],
        },
      },
    });
  });

  it('is refused with the word for "nothing" in a state without a way out', () => {
    expect(take({ state: 'cancelled' })).toMatchObject({
      refusal: {
        code: 'TRANSITION_NOT_ALLOWED',
        facts: { allowed: [], allowedVi: ['không có bước nào'] },
      },
    });
  });

  it('is refused to other roles, naming who may', () => {
    expect(take({ roles: new Set<Role>(['lead', 'leadHead']) })).toMatchObject({
      refusal: {
        code: 'ROLE_NOT_ALLOWED',
        facts: { allowedRoles: ['office', 'deputyDirector', 'director'] },
      },
    });
  });

  it('is refused without what it requires, naming the field', () => {
    expect(take({ command: 'ReturnResult' })).toMatchObject({
      refusal: { code: 'REQUIREMENT_MISSING', facts: { field: 'reason' } },
    });
  });

  it('is refused when a guard says no, naming the first such guard', () => {
    const guards = (guard: Guard) => guard === 'verifierDidNotReport';
    expect(take({ guards })).toMatchObject({
      refusal: { code: 'GUARD_FAILED', facts: { guard: 'officeTaskVerifiedAbove' } },
    });
  });

  it('asks for the state before the role, the role before the requirement, that before the guards', () => {
    const nothing = { roles: new Set<Role>(), guards: () => false };
    const codes = [
      take({ ...nothing, state: 'assigned', command: 'ReturnResult' }),
      take({ ...nothing, command: 'ReturnResult' }),
      take({ ...nothing, command: 'ReturnResult', roles: new Set<Role>(['office']) }),
      take({ guards: () => false, command: 'ReturnResult', given: new Set(['reason'] as const) }),
    ].map((answer) => ('refusal' in answer ? answer.refusal.code : 'taken'));
    expect(codes).toEqual([
      'TRANSITION_NOT_ALLOWED',
      'ROLE_NOT_ALLOWED',
      'REQUIREMENT_MISSING',
      'GUARD_FAILED',
    ]);
  });

  it('asks only the guards of the transition', () => {
    const asked: Guard[] = [];
    take({ guards: (guard) => asked.push(guard) > 0 });
    expect(asked).toEqual(defaultFlow.transitions.find(({ name }) => name === 'verify')?.guards);
  });

  it('gives the transition when nothing stands against it', () => {
    expect(take({})).toMatchObject({ transition: { name: 'verify', to: 'completed' } });
  });

  it('breaks loudly in a state the definition does not have', () => {
    expect(() => take({ state: 'nowhere' })).toThrow('Invariant broken');
  });
});

describe('recording a fact', () => {
  const record = (state: string, command: string, ...roles: Role[]) =>
    mayRecordFact(defaultFlow, { state, command, roles: new Set(roles) });

  it('is refused in a state of another phase, naming the phases', () => {
    expect(record('completed', 'ReportProgress', 'lead')).toMatchObject({
      refusal: {
        code: 'FACT_NOT_ALLOWED',
        facts: { state: 'completed', allowedPhases: ['open', 'waiting', 'reported'] },
      },
    });
  });

  it('is refused when the flow knows no such fact', () => {
    expect(record('inProgress', 'SingASong', 'lead')).toMatchObject({
      refusal: { code: 'FACT_NOT_ALLOWED', facts: { allowedPhases: [] } },
    });
  });

  it('is refused to other roles, naming who may', () => {
    expect(record('inProgress', 'ExtendDeadline', 'office')).toMatchObject({
      refusal: {
        code: 'ROLE_NOT_ALLOWED',
        facts: { allowedRoles: ['director', 'deputyDirector'] },
      },
    });
  });

  it('is allowed to a role of the table in a phase of the table', () => {
    expect(record('inProgress', 'ExtendDeadline', 'director')).toHaveProperty('fact');
  });

  it('treats several entries of one command as alternatives', () => {
    const flow = {
      ...defaultFlow,
      facts: [
        { command: 'Note', phases: ['open'], by: ['lead'] },
        { command: 'Note', phases: ['open', 'done'], by: ['office'] },
      ],
    } as const;
    const ask = (state: string, role: Role) =>
      mayRecordFact(flow, { state, command: 'Note', roles: new Set([role]) });
    expect(ask('inProgress', 'lead')).toHaveProperty('fact');
    expect(ask('inProgress', 'office')).toHaveProperty('fact');
    expect(ask('completed', 'lead')).toMatchObject({
      refusal: { code: 'ROLE_NOT_ALLOWED', facts: { allowedRoles: ['office'] } },
    });
  });
});

describe('the commands available', () => {
  const available = (state: string, ...roles: Role[]) =>
    availableCommands(defaultFlow, state, new Set(roles));

  it('are the transitions and facts open to the roles in the state, each once', () => {
    expect(available('completed', 'office')).toEqual([
      'ReopenTask',
      'RecordIssue',
      'CorrectTask',
      'NamePredecessor',
    ]);
  });

  it('are none for somebody without a role', () => {
    expect(available('inProgress')).toEqual([]);
  });

  it('differ by state', () => {
    expect(available('reported', 'director')).toContain('VerifyResult');
    expect(available('inProgress', 'director')).not.toContain('VerifyResult');
  });
});

describe('looking a definition up', () => {
  it('tells the phase of a state', () => {
    expect(phaseOf(defaultFlow, 'notArisen')).toBe('outside');
  });

  it('finds a transition whoever asks, or null', () => {
    expect(findTransition(defaultFlow, 'assigned', 'StartWork')?.to).toBe('inProgress');
    expect(findTransition(defaultFlow, 'waiting', 'StartWork')).toBeNull();
  });
});
