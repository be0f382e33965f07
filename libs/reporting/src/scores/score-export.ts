import type { PersonFacts } from '@thidua/scoring';
import { zipSync } from 'fflate';
import { MEDIA, jsonFile, type ExportedFile } from '../exported-file';
import { renderOfficialPaper } from '../official-layout/render-official-paper';
import { rejectReporting } from '../reporting.rejections';
import { renderWorkbook } from '../tables/render-workbook';
import type { OnRows, Sheet } from '../tables/workbook';
import { csvBytes } from '../tables/write-csv';
import { generalCriteriaForm } from './forms/general-criteria-form';
import { formOf, type FormOfPerson, type FormSource } from './forms/person-forms';
import { yearForm } from './forms/year-form';
import { councilPaper } from './papers/council-paper';
import { minutesPaper, type BookMeeting } from './papers/minutes-paper';
import type { PaperFrame, PaperOf } from './papers/paper-frame';
import { rankingPaper } from './papers/ranking-paper';
import { noticePaper, submissionPaper } from './papers/statement-papers';
import type { ResultBook } from './result-book';
import { scoreWorkbook, sourcesSheet, stepsSheet, summarySheet } from './score-tables';

/** What can be made of a result; the forms exist for officials only. */
export const SCORE_EXPORTS = [
  'mau-01',
  'mau-02',
  'ranking',
  'council',
  'minutes',
  'submission',
  'notice',
  'workbook',
  'csv',
  'csv-steps',
  'csv-sources',
  'json',
] as const;
export type ScoreExport = (typeof SCORE_EXPORTS)[number];

export interface ScoreExportInput {
  readonly kind: ScoreExport;
  readonly book: ResultBook;
  /** Null for a result of units. */
  readonly forms: FormSource | null;
  readonly frame: PaperFrame;
  /** Null while no meeting is recorded. */
  readonly meeting: BookMeeting | null;
  /** For a form: this person alone; null makes a zip with the form of each. */
  readonly personId: string | null;
  /** For form 01. */
  readonly period: string | null;
}

type Maker = (input: ScoreExportInput, onRows: OnRows) => Promise<ExportedFile>;

const nameOf = (stem: string, { book }: ScoreExportInput): string => `${stem}-${book.year}`;

const paperAs =
  (stem: string, paperOf: PaperOf): Maker =>
  async (input) => ({
    fileName: `${nameOf(stem, input)}.docx`,
    mediaType: MEDIA.docx,
    bytes: await renderOfficialPaper(paperOf(input.book, input.frame)),
  });

const csvAs =
  (stem: string, sheetOf: (book: ResultBook) => Sheet): Maker =>
  async (input, onRows) => ({
    fileName: `${nameOf(stem, input)}.csv`,
    mediaType: MEDIA.csv,
    bytes: await csvBytes(sheetOf(input.book), onRows),
  });

interface FormKind {
  readonly make: (
    source: FormSource,
    form: FormOfPerson,
    input: ScoreExportInput,
  ) => Promise<Uint8Array>;
  /** Whether there is such a form of the person: a zip holds those there are. */
  readonly isOf: (person: PersonFacts, input: ScoreExportInput) => boolean;
}

/** A time inside a zip has no zone and begins in 1980; this one says nothing and is the same everywhere. */
const ZIP_TIME = '1980-01-02T00:00:00';

/** One person’s form as DOCX, or everybody’s in a zip, in the order of their ids. */
const formAs =
  (form: ScoreExport, { make, isOf }: FormKind): Maker =>
  async (input, onRows) => {
    const { forms, personId, book } = input;
    if (forms === null) {
      return rejectReporting('FORM_FOR_OFFICIALS_ONLY', { form, ruleSet: book.ruleSet.id });
    }
    if (personId !== null) {
      const bytes = await make(forms, formOf(forms, personId), input);
      return {
        fileName: `${nameOf(`${form}-${personId}`, input)}.docx`,
        mediaType: MEDIA.docx,
        bytes,
      };
    }
    const files: Record<string, Uint8Array> = {};
    const people = forms.facts.people.filter((person) => isOf(person, input));
    for (const [index, { id }] of people.entries()) {
      files[`${form}-${id}.docx`] = await make(forms, formOf(forms, id), input);
      onRows(index + 1, people.length);
    }
    const bytes = zipSync(files, { mtime: ZIP_TIME, level: 0 });
    return { fileName: `${nameOf(form, input)}.zip`, mediaType: MEDIA.zip, bytes };
  };

const MAKERS: Readonly<Record<ScoreExport, Maker>> = {
  'mau-01': formAs('mau-01', {
    make: async (source, form, { period, frame }) =>
      renderOfficialPaper(
        generalCriteriaForm(source, form, period ?? rejectReporting('PERIOD_NEEDED', {}), frame),
      ),
    isOf: ({ periods }, { period }) =>
      period === null || periods.some((each) => each.kind === 'WORK' && each.period === period),
  }),
  'mau-02': formAs('mau-02', {
    make: async (source, form, { frame }) => renderOfficialPaper(yearForm(source, form, frame)),
    isOf: () => true,
  }),
  ranking: paperAs('xep-hang', rankingPaper),
  council: paperAs('danh-sach-trinh-hoi-dong', councilPaper),
  minutes: async (input, onRows) =>
    paperAs('bien-ban', (book, frame) => minutesPaper(book, frame, input.meeting))(input, onRows),
  submission: paperAs('to-trinh', submissionPaper),
  notice: paperAs('thong-bao', noticePaper),
  workbook: async (input, onRows) => {
    const { book, frame } = input;
    const properties = { creator: frame.letterhead.name, date: frame.date };
    return {
      fileName: `${nameOf('bang-diem', input)}.xlsx`,
      mediaType: MEDIA.xlsx,
      bytes: await renderWorkbook(scoreWorkbook(book, properties), onRows),
    };
  },
  csv: csvAs('bang-diem', summarySheet),
  'csv-steps': csvAs('chi-tiet', stepsSheet),
  'csv-sources': csvAs('nguon', sourcesSheet),
  json: (input) => Promise.resolve(jsonFile(nameOf('bang-diem', input), input.book)),
};

/**
 * One file made of a result. The same result, names and frame give the same bytes, on any machine and at any time.
 * @throws CommandRejected FORM_FOR_OFFICIALS_ONLY, PERSON_NOT_IN_RESULT, PERIOD_NEEDED, PERIOD_WITHOUT_MARKS.
 */
export const exportScores = (
  input: ScoreExportInput,
  onRows: OnRows = () => undefined,
): Promise<ExportedFile> => MAKERS[input.kind](input, onRows);
