import type { RejectionCatalogue } from '@thidua/kernel';
import type { Guard, Requirement, Role, StatePhase } from './definition';

/**
 * How the interpreter says no, whatever the flow. Facts ending in `Vi` and `En` are the words for the two messages;
 * `commandVi`, the command in words, is added by whoever knows the commands.
 */
export const flowRejections = {
  TRANSITION_NOT_ALLOWED: {
    kind: 'conflict',
    vi: 'Không thực hiện được “{commandVi}” khi nhiệm vụ ở trạng thái "{stateVi}"; hiện có thể: {allowedVi}.',
    en: '{command} is not possible in state "{stateEn}"; possible now: {allowedEn}.',
  },
  FACT_NOT_ALLOWED: {
    kind: 'conflict',
    vi: 'Không ghi nhận được “{commandVi}” khi nhiệm vụ ở trạng thái "{stateVi}".',
    en: '{command} cannot be recorded in state "{stateEn}".',
  },
  ROLE_NOT_ALLOWED: {
    kind: 'forbidden',
    vi: 'Chỉ {allowedRolesVi} được thực hiện “{commandVi}”.',
    en: '{command} is only for: {allowedRolesEn}.',
  },
  REQUIREMENT_MISSING: {
    kind: 'invalid',
    vi: '“{commandVi}” phải kèm {fieldVi}.',
    en: '{command} must come with {fieldEn}.',
  },
  GUARD_FAILED: {
    kind: 'conflict',
    vi: 'Không thực hiện được “{commandVi}”: {guardVi}.',
    en: '{command} is not possible: {guardEn}.',
  },
} as const satisfies RejectionCatalogue;

/** One refusal with the facts a caller needs to act on it. */
export type FlowRefusal =
  | {
      readonly code: 'TRANSITION_NOT_ALLOWED';
      readonly facts: {
        readonly command: string;
        readonly state: string;
        readonly stateVi: string;
        readonly stateEn: string;
        /** Commands with a transition out of the state, whoever may give them. */
        readonly allowed: readonly string[];
        readonly allowedVi: readonly string[];
        readonly allowedEn: readonly string[];
      };
    }
  | {
      readonly code: 'FACT_NOT_ALLOWED';
      readonly facts: {
        readonly command: string;
        readonly state: string;
        readonly stateVi: string;
        readonly stateEn: string;
        readonly allowedPhases: readonly StatePhase[];
      };
    }
  | {
      readonly code: 'ROLE_NOT_ALLOWED';
      readonly facts: {
        readonly command: string;
        readonly allowedRoles: readonly Role[];
        readonly allowedRolesVi: readonly string[];
        readonly allowedRolesEn: readonly string[];
      };
    }
  | {
      readonly code: 'REQUIREMENT_MISSING';
      readonly facts: {
        readonly command: string;
        readonly field: Requirement;
        readonly fieldVi: string;
        readonly fieldEn: string;
      };
    }
  | {
      readonly code: 'GUARD_FAILED';
      readonly facts: {
        readonly command: string;
        readonly guard: Guard;
        readonly guardVi: string;
        readonly guardEn: string;
      };
    };
