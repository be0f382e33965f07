import {
  addDays,
  lastDayOfMonth,
  localDateOf,
  yearOf,
  type LocalDate,
  type LocalMonth,
} from '@thidua/kernel';
import { renderOfficialPaper } from '@thidua/reporting';
import type { AfterInput, AnswerHeader, ApplicationParts } from '../application-parts';
import { InvalidInput } from '../calls/call-errors';
import { readDay } from '../calls/read-day';
import { letterheadIn } from '../exports/letterhead-in';
import type { Request } from '../questions/frame/question';
import { readFacts } from '../questions/frame/read-facts';
import { BRIEFING_EVENTS, briefingOf, type Briefing } from './briefing';
import { briefingPaper } from './briefing-paper';

export interface BriefingInput extends AfterInput {
  /** Month briefed on, `YYYY-MM`. */
  readonly month: string;
  /** Cut-off day; the day after the month, when its reports are due, or today while it has not come. */
  readonly asOf?: string | undefined;
}

export interface BriefingAnswer extends AnswerHeader, Briefing {
  /** Cut-off day (Asia/Ho_Chi_Minh). */
  readonly asOf: LocalDate;
  /** Names of the units on the cut-off day, by id. */
  readonly names: Readonly<Record<string, string>>;
}

export async function briefing(
  parts: ApplicationParts,
  input: BriefingInput,
): Promise<BriefingAnswer> {
  const { directory, ...answer } = await briefed(parts, input);
  const units = directory.unitsOn(answer.asOf);
  return { ...answer, names: Object.fromEntries(units.map(({ unitId, name }) => [unitId, name])) };
}

export interface BriefingDocument {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** The same as a DOCX file in the layout of official papers; the same facts give the same bytes. */
export async function briefingDocument(
  parts: ApplicationParts,
  input: BriefingInput,
): Promise<BriefingDocument> {
  const { directory, asOf, ...answer } = await briefed(parts, input);
  const paper = briefingPaper(answer, {
    letterhead: letterheadIn(directory, asOf),
    asOf,
    nameOf: (unitId) => directory.nameOn(unitId, asOf) ?? unitId,
  });
  return {
    bytes: await renderOfficialPaper(paper),
    fileName: `giao-ban-${answer.month}.docx`,
  };
}

async function briefed(parts: ApplicationParts, input: BriefingInput) {
  const month = readMonth(input.month);
  const asOf = input.asOf === undefined ? cutOffOf(parts, month) : readDay('asOf', input.asOf);
  const { facts, ...header } = await readFacts(parts, requestOf(month, asOf, input.after), {
    reads: BRIEFING_EVENTS,
  });
  return { ...header, asOf, ...briefingOf(month, facts), directory: facts.directory };
}

const requestOf = (month: LocalMonth, asOf: LocalDate, after: string | undefined): Request => ({
  ...{ year: yearOf(month), asOf, after },
  ...{ knownAtPosition: null, planId: null, unitId: null, task: null, personId: null },
  ...{ source: null, fromMonth: null, toMonth: null, ruleSet: null },
});

/** A month's reports are late from the day after it on; a month that still runs is briefed on as of today. */
function cutOffOf(parts: ApplicationParts, month: LocalMonth): LocalDate {
  const dayAfter = addDays(lastDayOfMonth(yearOf(month), Number(month.slice(5, 7))), 1);
  const today = localDateOf(parts.now());
  return today < dayAfter ? today : dayAfter;
}

/** @throws InvalidInput */
function readMonth(text: string): LocalMonth {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text as LocalMonth;
  throw new InvalidInput([
    { path: 'month', message: 'phải là một tháng, dạng YYYY-MM (must be a month, YYYY-MM)' },
  ]);
}
