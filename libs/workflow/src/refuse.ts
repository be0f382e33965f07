import type {
  Guard,
  Label,
  Requirement,
  Role,
  StateDefinition,
  StatePhase,
  TransitionDefinition,
} from './definition';
import type { FlowRefusal } from './flow.rejections';
import { GUARD_LABELS, REQUIREMENT_LABELS, ROLE_LABELS } from './labels';

const words = (labels: readonly Label[]) => ({
  vi: labels.map(({ vi }) => vi),
  en: labels.map(({ en }) => en),
});

const NOTHING: Label = { vi: 'không có bước nào', en: 'nothing' };

export function transitionNotAllowed(
  command: string,
  state: StateDefinition,
  ways: readonly TransitionDefinition[],
): FlowRefusal {
  const { vi, en } = words(ways.length === 0 ? [NOTHING] : ways.map(({ label }) => label));
  return {
    code: 'TRANSITION_NOT_ALLOWED',
    facts: {
      command,
      state: state.name,
      stateVi: state.label.vi,
      stateEn: state.label.en,
      allowed: ways.map((way) => way.command),
      allowedVi: vi,
      allowedEn: en,
    },
  };
}

export const factNotAllowed = (
  command: string,
  state: StateDefinition,
  allowedPhases: readonly StatePhase[],
): FlowRefusal => ({
  code: 'FACT_NOT_ALLOWED',
  facts: {
    command,
    state: state.name,
    stateVi: state.label.vi,
    stateEn: state.label.en,
    allowedPhases,
  },
});

export function roleNotAllowed(command: string, allowedRoles: readonly Role[]): FlowRefusal {
  const { vi, en } = words(allowedRoles.map((role) => ROLE_LABELS[role]));
  return {
    code: 'ROLE_NOT_ALLOWED',
    facts: { command, allowedRoles, allowedRolesVi: vi, allowedRolesEn: en },
  };
}

export const requirementMissing = (command: string, field: Requirement): FlowRefusal => ({
  code: 'REQUIREMENT_MISSING',
  facts: {
    command,
    field,
    fieldVi: REQUIREMENT_LABELS[field].vi,
    fieldEn: REQUIREMENT_LABELS[field].en,
  },
});

export const guardFailed = (command: string, guard: Guard): FlowRefusal => ({
  code: 'GUARD_FAILED',
  facts: { command, guard, guardVi: GUARD_LABELS[guard].vi, guardEn: GUARD_LABELS[guard].en },
});
