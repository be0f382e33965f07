import {
  decimalToJsonNumber,
  decodePlanFile,
  parsePlan,
  type DraftTarget,
  type PlanDraft,
} from '@thidua/plan-import';
import { CommandRejected } from '@thidua/kernel';
import { CommandFailure } from '../failures/command-failure';
import type { InputFile } from '../files/read-input-file';
import { comparatorText, dayText, numberText, renderTable } from '../output';

/** A target for programs: its figures are JSON numbers, which may drop trailing zeros the paper writes. */
export interface ParsedTarget extends Omit<DraftTarget, 'value' | 'growthPct'> {
  readonly value: number;
  readonly growthPct: number | null;
}

export interface ParsedPlan extends Omit<PlanDraft, 'targets'> {
  readonly targets: readonly ParsedTarget[];
}

/** @throws CommandFailure naming the file when it cannot be read as a plan. */
export function parsePlanFile(file: InputFile, year: number | undefined): PlanDraft {
  try {
    return parsePlan(decodePlanFile(file.bytes).text, year === undefined ? {} : { year });
  } catch (error) {
    if (error instanceof CommandRejected) {
      throw new CommandFailure(error.code, `${file.path}: ${error.vi}`);
    }
    throw error;
  }
}

export const forPrograms = (draft: PlanDraft): ParsedPlan => ({
  ...draft,
  targets: draft.targets.map(({ value, growthPct, ...target }) => ({
    ...target,
    value: decimalToJsonNumber(value),
    growthPct: growthPct === null ? null : decimalToJsonNumber(growthPct),
  })),
});

export function draftInWords({ title, year, tasks, targets, warnings }: PlanDraft): string {
  return [
    title ?? '(không thấy tên kế hoạch)',
    `Năm ${year ?? '?'}: đọc được ${tasks.length} nhiệm vụ, ${targets.length} chỉ tiêu, ${warnings.length} điểm cần xem lại.`,
    ...(tasks.length === 0 ? [] : ['', taskTable(tasks)]),
    ...(targets.length === 0 ? [] : ['', 'Chỉ tiêu:', targetTable(targets)]),
    ...warningLines(warnings),
  ].join('\n');
}

const taskTable = (tasks: PlanDraft['tasks']): string =>
  renderTable(
    [
      { title: 'Số' },
      { title: 'Nhiệm vụ', widthMax: 50 },
      { title: 'Chủ trì', widthMax: 24 },
      { title: 'Thời gian', widthMax: 20 },
      { title: 'Hạn' },
    ],
    tasks.map(({ no, title, lead, timeText, due }) => [
      no,
      title,
      lead.join(', '),
      timeText,
      dayText(due),
    ]),
  );

const targetTable = (targets: PlanDraft['targets']): string =>
  renderTable(
    [
      { title: 'Chỉ tiêu', widthMax: 60 },
      { title: 'Mức', align: 'right' },
      { title: 'Đơn vị tính' },
      { title: 'Tăng trưởng', align: 'right' },
    ],
    targets.map(({ name, comparator, value, unit, growthPct }) => [
      name,
      `${comparatorText(comparator)} ${numberText(value, 10)}`,
      unit,
      growthPct === null ? null : `${numberText(growthPct, 10)}%`,
    ]),
  );

/** Also used for the warnings an import answers with. */
export const warningLines = (
  warnings: readonly { readonly line: number; readonly message: { readonly vi: string } }[],
): string[] =>
  warnings.length === 0
    ? []
    : ['', 'Cần xem lại:', ...warnings.map(({ line, message }) => `  dòng ${line}: ${message.vi}`)];
