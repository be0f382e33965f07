/** Every doubt the importer can state, in both languages; `{name}` is filled from the facts. */
const WARNING_TEXTS = {
  FIELD_MISSING: {
    vi: 'Nhiệm vụ {no} thiếu {fieldVi}.',
    en: 'Task {no} has no {fieldEn}.',
  },
  FIELD_REPEATED: {
    vi: 'Nhiệm vụ {no} ghi hai lần {fieldVi}; chỉ lấy dòng đầu, dòng sau là "{text}".',
    en: 'Task {no} states its {fieldEn} twice; the first is taken, the second reads "{text}".',
  },
  FIELD_NOT_READ: {
    vi: 'Dòng "{text}" không thuộc các trường được đọc, hãy xem lại.',
    en: 'The line "{text}" is none of the fields read here; please look at it.',
  },
  LABEL_GUESSED: {
    vi: 'Nhãn "{text}" có thể gõ sai, được hiểu là "{guess}".',
    en: 'The label "{text}" may be mistyped; it is read as "{guess}".',
  },
  STRAY_TEXT: {
    vi: 'Đoạn "{text}" đứng sau các trường của nhiệm vụ {no} và không được đưa vào nhiệm vụ.',
    en: 'The passage "{text}" stands after the fields of task {no} and was left out of it.',
  },
  TASK_NUMBER_REPEATED: {
    vi: 'Số mục {no} xuất hiện nhiều lần.',
    en: 'The number {no} occurs more than once.',
  },
  TASK_NUMBER_GAP: {
    vi: 'Sau mục {previous} là mục {no}: có thể thiếu mục hoặc đánh số nhầm.',
    en: 'After {previous} comes {no}: an item may be missing or misnumbered.',
  },
  PLAN_YEAR_UNKNOWN: {
    vi: 'Không thấy năm trong tên kế hoạch; thời hạn không ghi năm sẽ để trống.',
    en: 'The plan title names no year; limits without a year stay empty.',
  },
  YEAR_FROM_PLAN: {
    vi: 'Thời hạn "{text}" của nhiệm vụ {no} không ghi năm; lấy năm {year} của kế hoạch.',
    en: 'The limit "{text}" of task {no} names no year; the plan year {year} is used.',
  },
  TIME_UNREADABLE: {
    vi: 'Chưa hiểu thời hạn "{text}" của nhiệm vụ {no}; giữ nguyên văn, chưa có ngày.',
    en: 'The limit "{text}" of task {no} is not understood; it is kept as text without a date.',
  },
  TIME_IMPOSSIBLE: {
    vi: 'Thời hạn "{text}" của nhiệm vụ {no} chứa một ngày không có thật.',
    en: 'The limit "{text}" of task {no} holds a day that does not exist.',
  },
  TIME_CONVENTION: {
    vi: 'Thời hạn "{text}" của nhiệm vụ {no} được hiểu là đến hết {due}; cần xác nhận.',
    en: 'The limit "{text}" of task {no} is read as by the end of {due}; please confirm.',
  },
  TITLE_TIME_CONFLICT: {
    vi: 'Tên nhiệm vụ {no} nhắc "{text}" nhưng thời hạn ghi "{timeText}"; lấy theo dòng thời hạn.',
    en: 'The title of task {no} says "{text}" while the time line says "{timeText}"; the time line holds.',
  },
  LEAD_ALSO_COORDINATING: {
    vi: 'Nhiệm vụ {no}: "{text}" vừa chủ trì vừa phối hợp; đã bỏ khỏi danh sách phối hợp.',
    en: 'Task {no}: "{text}" both leads and coordinates; it was removed from the coordinating units.',
  },
  LEAD_NOT_NAMED: {
    vi: 'Nhiệm vụ {no}: đơn vị chủ trì "{text}" chưa chỉ rõ là ai.',
    en: 'Task {no}: the lead "{text}" does not say which unit it is.',
  },
  PRODUCT_SPLIT_PROPOSED: {
    vi: 'Sản phẩm của nhiệm vụ {no} được tách thành {count}; cần xác nhận cách tách.',
    en: 'The product line of task {no} was split into {count}; please confirm the split.',
  },
  FOOTNOTE_MARK_REMOVED: {
    vi: 'Đã bỏ số chú thích "{mark}" dính vào "{text}".',
    en: 'The footnote mark "{mark}" glued to "{text}" was removed.',
  },
  ALIAS_DEFINED: {
    vi: 'Tên gọi tắt trong kế hoạch này: "{alias}" là "{text}".',
    en: 'A short name inside this plan: "{alias}" is "{text}".',
  },
  TARGET_UNREADABLE: {
    vi: 'Chưa đọc được con số trong chỉ tiêu "{text}".',
    en: 'No figure could be read from the target "{text}".',
  },
} as const;

export type PlanWarningCode = keyof typeof WARNING_TEXTS;

/** A doubt for the person who reviews the draft; it refuses nothing. */
export interface PlanWarning {
  readonly code: PlanWarningCode;
  /** Line of the original text, counted from 1. */
  readonly line: number;
  readonly message: { readonly vi: string; readonly en: string };
}

type Facts = Readonly<Record<string, string | number>>;

const LONGEST_QUOTE = 120;

const quote = (value: string | number | undefined): string => {
  const text = String(value ?? '');
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE)}…`;
};

const fill = (template: string, facts: Facts): string =>
  template.replace(/\{(\w+)\}/g, (_whole, name: string) => quote(facts[name]));

export function planWarning(code: PlanWarningCode, line: number, facts: Facts = {}): PlanWarning {
  const { vi, en } = WARNING_TEXTS[code];
  return { code, line, message: { vi: fill(vi, facts), en: fill(en, facts) } };
}
