import type { Label } from '../definition';

/** Every rule a definition can break. `{name}` is what stands at the place of the problem. */
export const definitionProblems = {
  UNKNOWN_STATE: {
    vi: 'không có trạng thái "{name}"',
    en: 'there is no state "{name}"',
  },
  UNKNOWN_PHASE: {
    vi: 'không có giai đoạn "{name}"',
    en: 'there is no phase "{name}"',
  },
  UNKNOWN_ROLE: {
    vi: 'không có vai trò "{name}"',
    en: 'there is no role "{name}"',
  },
  UNKNOWN_GUARD: {
    vi: 'không có điều kiện kiểm tra "{name}"',
    en: 'there is no guard "{name}"',
  },
  UNKNOWN_REQUIREMENT: {
    vi: 'không có yêu cầu kèm theo "{name}"',
    en: 'there is no requirement "{name}"',
  },
  UNKNOWN_COMMAND: {
    vi: 'không có lệnh "{name}" dùng được ở đây',
    en: 'there is no command "{name}" that can stand here',
  },
  MISSING_LABEL: {
    vi: '"{name}" thiếu nhãn tiếng Việt hoặc tiếng Anh',
    en: '"{name}" lacks its Vietnamese or English label',
  },
  NAME_USED_TWICE: {
    vi: 'tên "{name}" được dùng hai lần',
    en: 'the name "{name}" is used twice',
  },
  NOBODY_MAY: {
    vi: '"{name}" không cho vai trò nào thực hiện',
    en: '"{name}" is open to no role',
  },
  NOWHERE_POSSIBLE: {
    vi: '"{name}" không áp dụng được ở trạng thái nào',
    en: '"{name}" is possible in no state',
  },
  TWO_TRANSITIONS: {
    vi: 'lệnh và trạng thái "{name}" có hai bước chuyển',
    en: 'two transitions share the command and state "{name}"',
  },
  UNREACHABLE_STATE: {
    vi: 'không có đường đến trạng thái "{name}"',
    en: 'state "{name}" cannot be reached',
  },
  DEAD_END: {
    vi: 'từ trạng thái "{name}" không đi đến được trạng thái kết thúc nào',
    en: 'no final state can be reached from state "{name}"',
  },
  FINAL_STATE_LEFT: {
    vi: 'bước "{name}" rời trạng thái kết thúc mà không phải mở lại (cần lý do, và đến trạng thái chưa kết thúc)',
    en: 'transition "{name}" leaves a final state without reopening (needs a reason and a state that is not final)',
  },
  NO_SUCH_DAY: {
    vi: '"{name}" không phải là ngày trong tháng (1 đến 31)',
    en: '"{name}" is no day of a month (1 to 31)',
  },
  BEFORE_OR_AFTER: {
    vi: 'mốc nhắc "{name}" phải có đúng một trong hai: before hoặc after',
    en: 'timer "{name}" must have exactly one of before and after',
  },
  BEFORE_A_STATE: {
    vi: 'mốc nhắc "{name}" không thể đếm trước khi nhiệm vụ vào một trạng thái; hãy dùng after',
    en: 'timer "{name}" cannot count back from the entry into a state; use after',
  },
  TIMER_ON_FINAL_STATE: {
    vi: 'trạng thái kết thúc "{name}" không còn gì để nhắc',
    en: 'nothing is owed in the final state "{name}"',
  },
  NOBODY_TOLD: {
    vi: 'mốc nhắc "{name}" không báo cho ai',
    en: 'timer "{name}" tells nobody',
  },
  INITIAL_NOT_OPEN: {
    vi: 'trạng thái đầu "{name}" phải thuộc giai đoạn open',
    en: 'the initial state "{name}" must be of phase open',
  },
  FINAL_NOT_ENDED: {
    vi: 'trạng thái "{name}": final phải là true khi và chỉ khi giai đoạn là done hoặc outside',
    en: 'state "{name}": final must be true exactly for the phases done and outside',
  },
  WRONG_PHASE: {
    vi: 'lệnh phải dẫn đến trạng thái thuộc giai đoạn đã định ({name})',
    en: 'the command must lead to a state of its phase ({name})',
  },
} as const satisfies Readonly<Record<string, Label>>;

/** What can be wrong with the shape of the data, before a rule is asked. */
export const shapeProblems = {
  UNKNOWN_FIELD: {
    vi: 'không có trường "{name}"',
    en: 'there is no field "{name}"',
  },
  FIELD_MISSING: {
    vi: 'thiếu "{name}"',
    en: '"{name}" is missing',
  },
  NOT_ONE_OF: {
    vi: 'phải là một trong: {name}',
    en: 'must be one of: {name}',
  },
  WRONG_TYPE: {
    vi: 'phải là kiểu {name}',
    en: 'must be of type {name}',
  },
  TOO_LARGE: {
    vi: 'nhiều nhất là {name}',
    en: 'at most {name}',
  },
  TOO_SMALL: {
    vi: 'ít nhất là {name}',
    en: 'at least {name}',
  },
  NOT_USABLE: {
    vi: '{name}',
    en: '{name}',
  },
} as const satisfies Readonly<Record<string, Label>>;

const texts = { ...definitionProblems, ...shapeProblems };

export type DefinitionProblemCode = keyof typeof texts;

/** One thing wrong with a definition, where it stands, and what to tell the person who wrote it. */
export interface DefinitionProblem {
  readonly code: DefinitionProblemCode;
  /** Path inside the definition, e.g. `transitions[3].by[0]`; empty for the definition as a whole. */
  readonly place: string;
  readonly vi: string;
  readonly en: string;
}

export function problem(
  code: DefinitionProblemCode,
  place: string,
  name: string | number,
): DefinitionProblem {
  const { vi, en } = texts[code];
  const at = place === '' ? '' : `${place}: `;
  const say = (template: string) => `${at}${template.replace('{name}', () => String(name))}`;
  return { code, place, vi: say(vi), en: say(en) };
}
