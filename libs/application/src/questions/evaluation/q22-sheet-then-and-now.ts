import type { ApplicationParts } from '../../application-parts';
import { rejectCall } from '../../calls/call-errors';
import { computeSheet, findRuleSet } from '../../scores/compute-sheet';
import type { HashedSheet } from '../../scores/hashed-sheet';
import { frozenEvaluation } from '../../scores/score-queries';
import { FACT_EVENTS } from '../frame/fact-events';
import { counted, section, type Findings } from '../frame/findings';
import type { Facts, QuestionOfItsOwn, Request } from '../frame/question';
import { readFacts } from '../frame/read-facts';
import { BUCKET_VALUES, TASK_COLUMNS } from '../frame/task-rows';
import { pick } from '../frame/told';
import { taskChanges, unitChanges } from './sheet-changes';

export interface TwoSheets {
  /** The sheet as it was known at the meeting, and the same day as it is known now. */
  readonly then: HashedSheet;
  readonly now: HashedSheet;
  /** The hash recorded at the freeze; null when a bare position was asked about. */
  readonly recordedHash: string | null;
}

/** A unit of which neither sheet knows anything has no line to compare. */
const comparedUnits = (then: HashedSheet, now: HashedSheet) =>
  unitChanges(then, now).filter(({ eventIds, isChanged }) => eventIds.length > 0 || isChanged);

/** Pure: what differs between the two sheets, and which events made it so. */
export function sheetFindings({ then, now, recordedHash }: TwoSheets, facts: Facts): Findings {
  const units = comparedUnits(then, now);
  const tasks = taskChanges(facts, BigInt(then.position));
  const record = pick(facts.others, 'EvaluationFrozen', 'ScoreComputed')
    .filter(({ data }) => data.position === then.position)
    .map(({ eventId }) => eventId);
  const behind = units.flatMap(({ eventIds }) => eventIds);
  const isRebuilt = recordedHash === null ? null : recordedHash === then.sheetHash;
  return {
    figures: [
      {
        name: 'rebuilt',
        vi: 'Dựng lại đúng như đã ghi',
        en: 'Rebuilt as recorded',
        value: isRebuilt === null ? null : isRebuilt ? 'đúng' : 'KHÁC',
        eventIds: record,
      },
      {
        name: 'hashThen',
        vi: 'Mã băm lúc họp',
        en: 'Hash then',
        value: then.sheetHash,
        eventIds: record.length > 0 ? record : [...new Set(behind)].sort(),
      },
      counted(
        'changedUnits',
        { vi: 'Đơn vị đổi điểm hoặc hạng', en: 'Units whose score or rank changed' },
        units.filter(({ isChanged }) => isChanged),
      ),
      counted('changedTasks', { vi: 'Nhiệm vụ đổi số liệu', en: 'Tasks that changed' }, tasks),
    ],
    sections: [
      section(
        'units',
        { vi: 'Điểm và hạng lúc họp và hôm nay', en: 'Scores and ranks then and now' },
        [
          { field: 'unitId', kind: 'unit', vi: 'Đơn vị', en: 'Unit' },
          { field: 'totalThen', kind: 'text', vi: 'Điểm lúc họp', en: 'Then' },
          { field: 'totalNow', kind: 'text', vi: 'Điểm hôm nay', en: 'Now' },
          { field: 'rankThen', kind: 'number', vi: 'Hạng lúc họp', en: 'Rank then' },
          { field: 'rankNow', kind: 'number', vi: 'Hạng hôm nay', en: 'Rank now' },
          { field: 'isChanged', kind: 'flag', vi: 'Có đổi', en: 'Changed' },
        ],
        units,
      ),
      section(
        'tasks',
        { vi: 'Sự kiện tạo ra khác biệt', en: 'What made the difference' },
        [
          ...TASK_COLUMNS,
          { field: 'unitIds', kind: 'unit', vi: 'Chủ trì', en: 'Led by' },
          { field: 'bucketThen', kind: 'text', vi: 'Lúc họp', en: 'Then', values: BUCKET_VALUES },
          { field: 'bucketNow', kind: 'text', vi: 'Hôm nay', en: 'Now', values: BUCKET_VALUES },
          { field: 'events', kind: 'text', vi: 'Sự kiện ghi sau', en: 'Recorded since' },
        ],
        tasks,
      ),
    ],
  };
}

/** Which sheet was on the table: at the position asked about, else the frozen one. @throws EVALUATION_NOT_FROZEN */
async function meetingView(parts: ApplicationParts, request: Request, ruleSetId: string) {
  if (request.knownAtPosition !== null) {
    return { asOf: request.asOf, position: request.knownAtPosition, recordedHash: null };
  }
  const evaluation = await frozenEvaluation(parts, request.year, ruleSetId);
  const frozen = evaluation?.frozen ?? rejectCall('EVALUATION_NOT_FROZEN', { year: request.year });
  const recordedHash = evaluation?.computed?.sheetHash ?? null;
  return { asOf: frozen.asOf, position: BigInt(frozen.position), recordedHash };
}

export const sheetThenAndNow: QuestionOfItsOwn = {
  number: 22,
  name: 'sheet-then-and-now',
  vi: 'Bảng điểm lúc họp có dựng lại đúng không, hôm nay khác ở đâu và do sự kiện nào?',
  en: 'Can the sheet of the meeting be rebuilt exactly, what differs today, and because of which events?',
  takes: ['ruleSet'],
  isOfScores: true,
  from: 'evaluations, score sheets at two positions, task_outcomes, audit_trail',
  ask: async (parts, request) => {
    const { year, after } = request;
    const ruleSet = findRuleSet(request.ruleSet ?? undefined, year);
    const { recordedHash, ...view } = await meetingView(parts, request, ruleSet.id);
    const shared = { year, asOf: view.asOf, ruleSet, after };
    const then = await computeSheet(parts, { ...shared, position: view.position });
    const now = await computeSheet(parts, { ...shared, position: null });
    const { facts, ...header } = await readFacts(
      parts,
      { ...request, planId: null, asOf: view.asOf, knownAtPosition: BigInt(now.position) },
      { reads: FACT_EVENTS, readsElsewhere: ['EvaluationFrozen', 'ScoreComputed'] },
    );
    return { ...header, ...sheetFindings({ then, now, recordedHash }, facts) };
  },
};
