import type { LocalDate, UnitId } from '@thidua/kernel';

/** A short form that one document defines for itself: "(gọi tắt là Tổ Công tác)". */
export interface DefinedAlias {
  readonly alias: string;
  readonly unitId: UnitId;
}

export interface UnitTextOptions {
  /** The day on which the names hold, as a rule the day the plan is issued. */
  readonly date: LocalDate;
  /** Lead units of the task; they are left out of what the text resolves to. */
  readonly leadUnitIds?: readonly UnitId[];
  /** Short forms the document defined elsewhere; they come before the directory's names. */
  readonly scope?: readonly DefinedAlias[];
}

/** Why a written name resolved to nothing. */
export const unitTextProblems = {
  UNIT_UNKNOWN: {
    vi: 'Không có đơn vị nào mang tên này',
    en: 'No unit bears this name',
  },
  UNIT_ENDED: {
    vi: 'Đơn vị đã kết thúc hoạt động; xem đơn vị kế thừa',
    en: 'The unit has ended; see its successors',
  },
  UNIT_RENAMED: {
    vi: 'Đây là tên cũ hoặc tên chưa dùng vào ngày này',
    en: 'This name is no longer, or not yet, in use on that day',
  },
  UNIT_NOT_YET_FOUNDED: {
    vi: 'Vào ngày này đơn vị chưa được thành lập',
    en: 'The unit was not yet founded on that day',
  },
  UNIT_AMBIGUOUS: {
    vi: 'Nhiều đơn vị cùng mang tên này',
    en: 'Several units bear this name',
  },
  GROUP_EMPTY: {
    vi: 'Vào ngày này không có đơn vị nào thuộc nhóm',
    en: 'The group has no unit on that day',
  },
} as const;
export type UnitTextProblemCode = keyof typeof unitTextProblems;

export interface UnitTextProblem {
  readonly code: UnitTextProblemCode;
  /** The words as written. */
  readonly written: string;
  /** Units that may be meant, under the name they bear on the day. For a person to choose, never taken by itself. */
  readonly suggestions: readonly { readonly unitId: UnitId; readonly name: string }[];
}

export interface ResolvedUnitText {
  readonly unitIds: readonly UnitId[];
  /** Those of `unitIds` written with "(đầu mối)": they compile and report for the others. */
  readonly focalUnitIds: readonly UnitId[];
  /** Partners nobody has been named for yet, as written. */
  readonly openPartners: readonly string[];
  readonly problems: readonly UnitTextProblem[];
  /** Short forms this text defines for its document. */
  readonly aliases: readonly DefinedAlias[];
}
