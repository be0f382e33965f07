import type { CriterionProof, CriterionStage } from '@thidua/evaluation';
import type { LocalDate } from '@thidua/kernel';
import {
  criteriaSheets,
  criteriaSheetsOf,
  type CriteriaSheetRow,
  type CriterionNumber,
  type CriterionRecord,
} from '@thidua/projections';
import { answer } from '../../calls/answer';
import { refuseBeyond } from '../../scores/compute-sheet';
import { counted, idsOf, section, type Findings } from '../frame/findings';
import type { QuestionOfItsOwn } from '../frame/question';
import { citation } from '../frame/task-rows';
import { reformIndex } from './reform-index';

type Sheet = CriteriaSheetRow & { readonly key: string };

interface View {
  readonly asOf: LocalDate;
  /** Up to which log position things are known. */
  readonly known: bigint;
  readonly unitId: string | null;
}

interface Told {
  readonly on: LocalDate;
  readonly position: string;
}

const isSeen =
  ({ asOf, known }: View) =>
  ({ on, position }: Told): boolean =>
    on <= asOf && BigInt(position) <= known;

/** A sheet with what had been recorded by the day, as far as known; null where it was not open yet. */
function sheetAt(sheet: Sheet, view: View): Sheet | null {
  const seen = isSeen(view);
  if (!seen(sheet.opened)) return null;
  return {
    ...sheet,
    criteria: sheet.criteria.map((criterion) => ({
      ...criterion,
      numbers: criterion.numbers.filter(seen),
      proofs: criterion.proofs.filter(seen),
      notArisen:
        criterion.notArisen !== null && seen(criterion.notArisen) ? criterion.notArisen : null,
    })),
    closed: sheet.closed !== null && seen(sheet.closed) ? sheet.closed : null,
  };
}

/** A piece of proof in one line. */
function proofText({ document, taskId, productId, sha256 }: CriterionProof): string {
  const parts = [
    document === null ? null : citation(document),
    taskId === null ? null : `nhiệm vụ ${taskId}`,
    productId === null ? null : `sản phẩm ${productId}`,
    sha256 === null ? null : `tệp SHA-256 ${sha256}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

const lastOf = (
  { numbers }: CriterionRecord,
  wanted: CriterionStage,
): CriterionNumber | undefined => numbers.findLast(({ stage }) => stage === wanted);

const isAsked = (max: string): boolean => !/^0+([.,/].*)?$/.test(max);

/** What a criterion still lacks, in words; empty when nothing. */
function gapsOf(criterion: CriterionRecord, sheet: Sheet): readonly string[] {
  const { max, surveyMax, proofs, unitId, notArisen } = criterion;
  if (notArisen !== null) {
    return sheet.notArisen === null ? ['không phát sinh, chưa có quy định cách tính'] : [];
  }
  const lacks = (stage: CriterionStage) => lastOf(criterion, stage) === undefined;
  return [
    ...(isAsked(max) && proofs.length === 0 ? ['thiếu tài liệu kiểm chứng'] : []),
    ...(isAsked(max) && lacks('self') ? ['chưa tự chấm'] : []),
    ...(isAsked(max) && lacks('appraised') ? ['chưa thẩm định'] : []),
    ...(isAsked(surveyMax) && lacks('survey') ? ['chưa có điểm điều tra'] : []),
    ...(unitId === null ? ['chưa giao đơn vị phụ trách'] : []),
  ];
}

/** Behind every row stands the opening that set the criterion, then what was recorded of it. */
function rowOf(criterion: CriterionRecord, sheet: Sheet) {
  const { criterionId, title, unitId, proofs, notArisen, numbers } = criterion;
  const points = (stage: CriterionStage) => lastOf(criterion, stage)?.points ?? null;
  return {
    sheetId: sheet.key,
    criterionId,
    title,
    unitId,
    max: isAsked(criterion.max) ? criterion.max : criterion.surveyMax,
    self: points('self'),
    appraised: points('appraised'),
    final: points('final'),
    survey: points('survey'),
    proof: proofs.map(({ evidence }) => proofText(evidence)).join('; '),
    gaps: gapsOf(criterion, sheet).join('; '),
    eventIds: [
      sheet.opened.eventId,
      ...[...numbers, ...proofs].map(({ eventId }) => eventId),
      ...(notArisen === null ? [] : [notArisen.eventId]),
    ],
  };
}

/** Pure: the answer from the sheets of a year. */
export function criteriaFindings(sheets: readonly Sheet[], view: View): Findings {
  const seen = sheets.flatMap((sheet) => sheetAt(sheet, view) ?? []);
  const rows = seen
    .flatMap((sheet) => sheet.criteria.map((criterion) => rowOf(criterion, sheet)))
    .filter(({ unitId }) => view.unitId === null || unitId === view.unitId);
  const indexes = view.unitId === null ? seen : [];
  return {
    figures: [
      counted('criteria', { vi: 'Tiêu chí', en: 'Criteria' }, rows),
      counted(
        'withProof',
        { vi: 'Có tài liệu kiểm chứng', en: 'With proof' },
        rows.filter(({ proof }) => proof !== ''),
      ),
      counted(
        'withGaps',
        { vi: 'Còn thiếu', en: 'With gaps' },
        rows.filter(({ gaps }) => gaps !== ''),
      ),
      ...indexes.map((sheet) => ({
        name: `index.${sheet.key}`,
        vi: `Chỉ số ${sheet.title} (%)`,
        en: `Index of ${sheet.title} (%)`,
        value: reformIndex(sheet),
        eventIds: idsOf(rows.filter(({ sheetId }) => sheetId === sheet.key)),
      })),
    ],
    sections: [
      section(
        'criteria',
        { vi: 'Từng tiêu chí', en: 'Criterion by criterion' },
        [
          { field: 'criterionId', kind: 'text', vi: 'Mã', en: 'Id' },
          { field: 'title', kind: 'text', vi: 'Tiêu chí', en: 'Criterion' },
          { field: 'unitId', kind: 'unit', vi: 'Đơn vị phụ trách', en: 'Unit in charge' },
          { field: 'max', kind: 'text', vi: 'Tối đa', en: 'Most' },
          { field: 'self', kind: 'text', vi: 'Tự chấm', en: 'Self' },
          { field: 'appraised', kind: 'text', vi: 'Thẩm định', en: 'Appraised' },
          { field: 'final', kind: 'text', vi: 'Cuối cùng', en: 'Final' },
          { field: 'survey', kind: 'text', vi: 'Điều tra', en: 'Survey' },
          { field: 'proof', kind: 'text', vi: 'Tài liệu kiểm chứng', en: 'Proof' },
          { field: 'gaps', kind: 'text', vi: 'Còn thiếu', en: 'Gaps' },
        ],
        rows,
      ),
    ],
  };
}

export const criteriaProof: QuestionOfItsOwn = {
  number: 24,
  name: 'criteria-proof',
  vi: 'Mỗi tiêu chí tự chấm cải cách hành chính có tài liệu kiểm chứng nào, còn thiếu gì, đơn vị nào phụ trách?',
  en: 'Which proof stands behind each criterion of the reform self-assessment, what is missing, and which unit is in charge?',
  takes: ['unit'],
  from: 'criteria_sheets',
  ask: (parts, { asOf, year, unitId, knownAtPosition, after }) =>
    answer(parts, criteriaSheets, knownAtPosition?.toString() ?? after, async (reader, reached) => {
      const known = knownAtPosition ?? reached;
      refuseBeyond(known, reached);
      return criteriaFindings(await criteriaSheetsOf(reader, year), { asOf, known, unitId });
    }),
};
