import type { Label } from './definition';

/** Everything that can be wrong with a definition. `{name}` is what stands at the place of the problem. */
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
} as const satisfies Readonly<Record<string, Label>>;

export type DefinitionProblemCode = keyof typeof definitionProblems;

/** One thing wrong with a definition, where it stands, and what to tell the person who wrote it. */
export interface DefinitionProblem {
  readonly code: DefinitionProblemCode;
  /** Path inside the definition, e.g. `transitions[3].by[0]`. */
  readonly place: string;
  readonly vi: string;
  readonly en: string;
}

export function problem(
  code: DefinitionProblemCode,
  place: string,
  name: string | number,
): DefinitionProblem {
  const { vi, en } = definitionProblems[code];
  const say = (template: string) => `${place}: ${template.replace('{name}', () => String(name))}`;
  return { code, place, vi: say(vi), en: say(en) };
}
