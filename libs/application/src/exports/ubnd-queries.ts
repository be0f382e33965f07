import { reportPeriodOf, type ReportPeriod, type ReportWindow } from '@thidua/calendar';
import { localDateOf, vietnameseDate } from '@thidua/kernel';
import {
  exportUbnd,
  namedRates,
  UBND_EXPORTS,
  UBND_PERIODS,
  UBND_WINDOWS,
  ubndTableOf,
  type ExportedFile,
  type NamedRate,
  type UbndTable,
} from '@thidua/reporting';
import type { AfterInput, AnswerHeader, ApplicationParts } from '../application-parts';
import { InvalidInput } from '../calls/call-errors';
import { readDay } from '../calls/read-day';
import { readFacts } from '../questions/frame/read-facts';
import { letterheadIn } from './letterhead-in';
import { UBND_EVENTS, ubndRows } from './ubnd-rows';

export interface UbndInput extends AfterInput {
  /** A day in the period reported on; today when left out. */
  readonly on?: string | undefined;
  /** month, quarter, half-year or year; month when left out. */
  readonly period?: string | undefined;
  /** `15_14` (decree 09/2019/NĐ-CP, article 12) or `CALENDAR`; `15_14` when left out. */
  readonly window?: string | undefined;
}

export interface UbndAnswer extends AnswerHeader {
  readonly period: ReportPeriod;
  readonly window: ReportWindow;
  readonly table: UbndTable;
  readonly rates: readonly NamedRate[];
}

/** @throws InvalidInput naming the field and what it may be. */
function oneOf<T extends string>(path: string, value: string, known: readonly T[]): T {
  const found = known.find((each) => each === value);
  if (found !== undefined) return found;
  const message = `phải là một trong ${known.join(', ')} (must be one of these)`;
  throw new InvalidInput([{ path, message }]);
}

async function read(parts: ApplicationParts, input: UbndInput) {
  const today = localDateOf(parts.now());
  const on = input.on === undefined ? today : readDay('on', input.on);
  const window = oneOf('window', input.window ?? '15_14', UBND_WINDOWS);
  const period = reportPeriodOf(on, oneOf('period', input.period ?? 'month', UBND_PERIODS), window);
  const asOf = period.cutOff <= today ? period.cutOff : today;
  const { facts, ...header } = await readFacts(
    parts,
    {
      ...{ year: period.year, asOf, after: input.after },
      ...{ knownAtPosition: null, planId: null, unitId: null, task: null, personId: null },
      ...{ source: null, fromMonth: null, toMonth: null, ruleSet: null },
    },
    { reads: UBND_EVENTS },
  );
  const table = ubndTableOf(asOf, ubndRows(facts));
  return { header, period, window, table, directory: facts.directory };
}

/** The task-tracking table of a period at its cut-off day, or at today while the period runs. */
export async function ubndTable(parts: ApplicationParts, input: UbndInput): Promise<UbndAnswer> {
  const { header, period, window, table } = await read(parts, input);
  return { ...header, period, window, table, rates: namedRates(table) };
}

const NAMES = { month: 'tháng', quarter: 'quý', 'half-year': 'nửa năm thứ', year: 'năm' } as const;

function periodText({ kind, number, year, from, cutOff }: ReportPeriod): string {
  const name = kind === 'year' ? `năm ${year}` : `${NAMES[kind]} ${number} năm ${year}`;
  return `${name} (từ ${vietnameseDate(from)} đến ${vietnameseDate(cutOff)})`;
}

/** The same as a file. @throws InvalidInput for a format there is none of. */
export async function ubndDocument(
  parts: ApplicationParts,
  { format, ...input }: UbndInput & { readonly format: string },
): Promise<ExportedFile> {
  const kind = oneOf('format', format, UBND_EXPORTS);
  const { period, table, directory } = await read(parts, input);
  const letterhead = letterheadIn(directory, table.asOf);
  return exportUbnd(kind, table, { letterhead, periodText: periodText(period) });
}
