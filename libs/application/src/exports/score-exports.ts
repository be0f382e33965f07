import { digestOf } from '@thidua/evidence';
import type { Evaluation } from '@thidua/evaluation';
import { invariant, localDate, type LocalDate } from '@thidua/kernel';
import {
  bookOfDecreeSheet,
  bookOfUnitSheet,
  exportScores,
  SCORE_EXPORTS,
  type BookMeeting,
  type ExportedFile,
  type PaperFrame,
  type ResultNames,
  type ScoreExport,
} from '@thidua/reporting';
import { decreeSheet, readFacts, type Facts, type PersonScore } from '@thidua/scoring';
import type { ApplicationParts } from '../application-parts';
import { InvalidInput, rejectCall } from '../calls/call-errors';
import { readDay } from '../calls/read-day';
import { loadEvaluation, openFrozen } from '../evaluations/load-evaluation';
import { isOfDecree, type OpenResult } from '../evaluations/open-result';
import { rulesForOfficials } from '../officials/officials-rules';
import { officialsFacts } from '../officials/officials-facts';
import { scoreSheet, type ScoreInput } from '../scores/score-queries';
import { UNIT_GROUP } from '../unit-years/unit-year-facts';
import { letterheadIn } from './letterhead-in';

interface Wanted {
  /** One of `SCORE_EXPORTS`. */
  readonly kind: string;
  /** For a form: this person alone; everybody’s in a zip when left out. */
  readonly person?: string | undefined;
  /** For form 01: a month or quarter. */
  readonly period?: string | undefined;
  /** Day of the papers; left blank in them when left out. */
  readonly date?: string | undefined;
}

/** @throws InvalidInput naming what there is. */
function readKind(kind: string): ScoreExport {
  const found = SCORE_EXPORTS.find((each) => each === kind);
  if (found !== undefined) return found;
  const message = `phải là một trong ${SCORE_EXPORTS.join(', ')} (must be one of these)`;
  throw new InvalidInput([{ path: 'kind', message }]);
}

interface Naming {
  readonly names: Pick<ResultNames, 'person' | 'unit'>;
  readonly frame: PaperFrame;
}

/** Names and letterhead as they were on the day; whoever was erased is printed by the id. */
async function namingOn(
  parts: ApplicationParts,
  on: LocalDate,
  date: string | undefined,
): Promise<Naming> {
  const directory = await parts.directory.current();
  const people = await parts.people.names();
  return {
    names: {
      person: (personId) => people.get(personId) ?? personId,
      unit: (unitId) => directory.nameOn(unitId, on) ?? unitId,
    },
    frame: {
      letterhead: letterheadIn(directory, on),
      date: date === undefined ? on : readDay('date', date),
      isUndated: date === undefined,
    },
  };
}

const same = (text: string): string => text;

/** The unit sheet of the year, frozen or provisional, as a file. */
export async function scoreExport(
  parts: ApplicationParts,
  input: ScoreInput & Wanted,
): Promise<ExportedFile> {
  const kind = readKind(input.kind);
  const sheet = await scoreSheet(parts, input);
  const { names, frame } = await namingOn(parts, sheet.asOf, input.date);
  const all = { ...names, group: same, notes: () => [] };
  return exportScores({
    kind,
    book: bookOfUnitSheet(sheet, all),
    forms: null,
    frame,
    meeting: null,
    personId: null,
    period: null,
  });
}

/** What the cycle recorded beside the computed result, by subject. */
function notesOf({ adjustments, newClasses }: Evaluation): ResultNames['notes'] {
  return (subjectId) => [
    ...adjustments
      .filter(({ unitId, personId }) => (personId ?? unitId) === subjectId)
      .map(({ line, points, reason }) => `Điều chỉnh ${points} điểm (dòng ${line}): ${reason}`),
    ...newClasses
      .filter((each) => each.subjectId === subjectId)
      .map(({ becomes, decision }) => `Xếp loại mới: ${becomes}, theo ${decision.number}`),
  ];
}

function meetingOf({ meeting }: Evaluation, { names }: Naming): BookMeeting | null {
  if (meeting === null) return null;
  const { heldOn, entitledCount, attendeeIds, minutes, votes } = meeting;
  const attendees = attendeeIds.map(names.person);
  return { heldOn, entitledCount, attendees, minutes: minutes.number, votes };
}

function groupTitles(facts: Facts): ResultNames['group'] {
  const titles = new Map(facts.groups.map(({ id, title }) => [id, title ?? id]));
  return (groupId) => titles.get(groupId) ?? groupId;
}

/** Everybody's part of a sheet that is open. */
async function peopleOf({ text }: OpenResult): Promise<readonly PersonScore[]> {
  const people: PersonScore[] = [];
  for await (const part of text.parts()) people.push(JSON.parse(part) as PersonScore);
  return people;
}

/**
 * The recorded sheet with what the papers need of it. Of officials the steps and forms are told from the facts at the
 * freeze, as long as they still lead to the recorded figures; where today's rules of counting lead elsewhere, the figures,
 * classes and reasons of the record are given without them.
 * @throws CommandRejected FACTS_INVALID; SHEET_DIFFERS_FROM_RECORD for a form, which cannot do without the steps.
 */
async function bookOf(
  parts: ApplicationParts,
  evaluation: Evaluation,
  {
    opened,
    names,
    kind,
  }: { readonly opened: OpenResult; readonly names: ResultNames; readonly kind: ScoreExport },
) {
  const { evaluationId, year, frozen } = evaluation;
  const { head } = opened.text;
  invariant(frozen, 'a result without a freeze is refused before it is exported');
  const { position } = frozen;
  if (!isOfDecree(head)) return { book: bookOfUnitSheet(head, names), forms: null };
  const recorded = { ...head, people: await peopleOf(opened) };
  const ruleSet = rulesForOfficials(evaluation.ruleSet.id);
  if (ruleSet === null) {
    const group = (id: string): string => (id === UNIT_GROUP.id ? UNIT_GROUP.title : id);
    return { book: { ...bookOfDecreeSheet(recorded, { ...names, group }), position }, forms: null };
  }
  const request = { year, asOf: frozen.asOf, position: BigInt(position) };
  const facts = readFacts(await officialsFacts(parts, request), ruleSet);
  const all = { ...names, group: groupTitles(facts) };
  const { sheetHash } = decreeSheet(facts, ruleSet, digestOf, 'FIGURES');
  if (sheetHash !== head.sheetHash) {
    if (kind === 'mau-01' || kind === 'mau-02') {
      const differing = { evaluation: evaluationId, recorded: head.sheetHash, computed: sheetHash };
      return rejectCall('SHEET_DIFFERS_FROM_RECORD', differing);
    }
    return { book: { ...bookOfDecreeSheet(recorded, all), position }, forms: null };
  }
  // Papers tell the steps; the hash they bear is that of the recorded sheet, which holds the figures.
  const sheet = { ...decreeSheet(facts, ruleSet, digestOf), sheetHash };
  return {
    book: { ...bookOfDecreeSheet(sheet, all), position },
    forms: { facts, ruleSet, sheet, names: all },
  };
}

/**
 * The frozen result of a cycle as a file, with its meeting, adjustments and later decisions.
 * @throws CommandRejected EVALUATION_NOT_FOUND, SHEET_NOT_FROZEN, SHEET_DIFFERS_FROM_RECORD.
 */
export async function evaluationExport(
  parts: ApplicationParts,
  { evaluationId, ...wanted }: Wanted & { readonly evaluationId: string },
): Promise<ExportedFile> {
  const kind = readKind(wanted.kind);
  const evaluation = await loadEvaluation(parts, evaluationId);
  const asOf = evaluation.frozen?.asOf ?? localDate(`${evaluation.year}-12-31`);
  const naming = await namingOn(parts, asOf, wanted.date);
  const names = { ...naming.names, group: same, notes: notesOf(evaluation) };
  const opened = await openFrozen(parts, evaluation);
  const found = await bookOf(parts, evaluation, { opened, names, kind }).finally(() =>
    opened.close(),
  );
  invariant(
    found.book.sheetHash === opened.result.sheetHash,
    'the exported sheet is the one whose hash was checked',
  );
  return exportScores({
    ...found,
    kind,
    frame: naming.frame,
    meeting: meetingOf(evaluation, naming),
    personId: wanted.person ?? null,
    period: wanted.period ?? null,
  });
}
