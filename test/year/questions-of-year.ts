import { answer, OFFICE_HEAD } from '../processes/office-over-http';
import {
  DEPUTIES,
  DIRECTOR,
  ENERGY,
  GRID_FORCE,
  GRID_LEADER,
  HEIR,
  LEAVER,
  MARKET,
  MARKET_NEXT,
  OFFICE,
  OFFICE_DEPUTY,
  TRADE_CLERK,
} from './people';

/** A question of the year's end, with the rows its answer has to hold. */
export interface Asked {
  readonly number: number;
  /** What it is narrowed to beside the plan, the year and the day. */
  readonly narrowed?: Readonly<Record<string, string>>;
  /** Which list of the answer, counted from 0. */
  readonly list?: number;
  readonly fields: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

interface Answer {
  readonly figures: readonly { readonly eventIds: readonly string[] }[];
  readonly sections: readonly {
    readonly rows: readonly (Readonly<Record<string, unknown>> & {
      readonly eventIds: readonly string[];
    })[];
  }[];
}

/** Asks and picks the fields in question, with every event the answer names. */
export async function askOf(
  url: string,
  { number, narrowed = {}, list = 0, fields }: Asked,
  plans: { readonly sample: string },
): Promise<{
  readonly rows: readonly (readonly unknown[])[];
  readonly eventIds: readonly string[];
}> {
  const { head } = await answer<{ readonly head: string }>(`${url}/health`);
  const { questions } = await answer<{
    questions: readonly { number: number; takes: readonly string[] }[];
  }>(`${url}/v1/questions`);
  const takes = questions.find((each) => each.number === number)?.takes ?? [];
  const query = new URLSearchParams({
    ...{ year: '2025', asOf: '2025-12-31', after: head, ...narrowed },
    ...(takes.includes('plan') ? { plan: plans.sample } : {}),
  });
  const { figures, sections } = await answer<Answer>(
    `${url}/v1/questions/${number}?${query.toString()}`,
    { headers: { 'x-actor-id': OFFICE_HEAD } },
  );
  const rows = sections.flatMap((section) => section.rows);
  return {
    rows: (sections[list]?.rows ?? []).map((row) => fields.map((field) => row[field])),
    eventIds: [...figures, ...rows].flatMap(({ eventIds }) => eventIds),
  };
}

/** What the questions are answered with for the year’s own plan, as it was played. */
export const QUESTIONS: readonly Asked[] = [
  {
    number: 1,
    fields: ['no', 'bucket'],
    rows: [
      ['3.1', 'doneOnTime'],
      ['3.2', 'noDate'],
      ['3.3.a', 'doneLate'],
      ['3.3.b', 'doneOnTime'],
      ['3.3.c', 'doneOnTime'],
      ['3.3.d', 'doneOnTime'],
      ['3.4', 'doneLate'],
      ['3.5', 'doneOnTime'],
      ['3.6', 'openInTime'],
      ['3.7', 'doneLate'],
      ['3.8', 'noDate'],
      ['3.9', 'noDate'],
      ['3.10', 'noDate'],
      ['3.11', 'notArisen'],
      ['3.12', 'doneOnTime'],
      ['3.13', 'noDate'],
      ['3.14', 'doneLate'],
      ['3.15', 'doneOnTime'],
    ],
  },
  {
    number: 2,
    narrowed: { unit: 'qltm' },
    fields: ['unitId', 'led', 'doneOnTime'],
    rows: [['qltm', 3, 2]],
  },
  {
    number: 3,
    narrowed: { task: '3.3.a' },
    fields: ['no', 'completedOn', 'verifiedOn', 'verifierId', 'documents'],
    rows: [['3.3.a', '2025-05-27', '2025-05-28', OFFICE_DEPUTY, ['40/QĐ-UBND ngày 26/05/2025']]],
  },
  {
    number: 4,
    narrowed: { task: '3.3' },
    fields: ['no', 'submittedOn', 'issuedOn', 'daysToIssue'],
    rows: [
      ['3.3.a', '2025-05-05', '2025-05-26', 21],
      ...['3.3.b', '3.3.c', '3.3.d'].map((no) => [no, null, null, null]),
    ],
  },
  {
    number: 5,
    fields: ['no', 'originalDueOn', 'to', 'grantedOn', 'grantedBy', 'reason'],
    rows: [['3.3.a', '2025-03-31', '2025-05-15', '2025-03-25', DIRECTOR, 'Chờ ý kiến thẩm định']],
  },
  // Late by the date put off as well, so its extension moves nobody.
  { number: 6, list: 1, fields: ['no'], rows: [] },
  {
    number: 7,
    narrowed: { from: '2025-01', to: '2025-12' },
    list: 1,
    fields: ['period', 'unitId', 'no', 'status'],
    rows: [
      ['2025-01', 'vp', '3.2', 'missing'],
      ['2025-02', 'vp', '3.2', 'nil'],
      ['2025-04', 'vp', '3.13', 'missing'],
      ['2025-05', 'qlnl', '3.4', 'missing'],
      ['2025-08', 'ccqltt', '3.8', 'missing'],
      ['2025-09', 'ccqltt', '3.8', 'missing'],
    ],
  },
  {
    number: 8,
    fields: ['no', 'unitId', 'remindedOn', 'answeredOn', 'daysToAnswer'],
    rows: [['3.4', 'qlnl', '2025-06-16', '2025-06-23', 7]],
  },
  {
    number: 9,
    fields: ['no', 'unitId', 'raisedOn', 'proposals', 'daysToDirection'],
    rows: [['3.6', 'qlcn', '2025-11-10', ['Xin ý kiến Bộ Công Thương'], 7]],
  },
  {
    number: 10,
    fields: ['no', 'unitId', 'from', 'to', 'months'],
    rows: [['3.8', 'ccqltt', '2025-08', '2025-09', 2]],
  },
  {
    number: 11,
    fields: ['no', 'awaitedSince', 'receivedOn', 'completedOn', 'daysToFinish'],
    rows: [['3.12', '2025-01-10', '2025-06-02', '2025-09-24', 114]],
  },
  {
    number: 12,
    fields: ['no', 'onDay', 'confirmedBy', 'isInDenominator'],
    rows: [['3.11', '2025-11-14', OFFICE, false]],
  },
  {
    number: 13,
    fields: ['no', 'days', 'waiting', 'confirmed', 'unit'],
    rows: [
      ['3.3.a', 12, 10, 0, 2],
      ['3.4', 24, 0, 0, 24],
      ['3.7', 17, 0, 17, 0],
      ['3.14', 10, 0, 0, 10],
    ],
  },
  {
    number: 14,
    fields: ['no', 'verifierId', 'onBehalfOf', 'isByOffice'],
    rows: [
      ['3.1', DEPUTIES[0], null, false],
      ['3.13', DEPUTIES[0], null, false],
      ['3.15', DEPUTIES[1], DIRECTOR, false],
    ],
  },
  {
    number: 15,
    fields: ['unitId', 'asked', 'inTime', 'late'],
    rows: [['qltm', 1, 0, 1]],
  },
  {
    number: 16,
    fields: ['personId', 'leftOn', 'no', 'handedOverOn', 'toPersonId', 'now'],
    rows: [[LEAVER, '2025-04-30', '3.3.a', '2025-04-22', HEIR, 'doneLate']],
  },
  {
    number: 17,
    narrowed: { person: HEIR },
    fields: ['no', 'how', 'fromPersonId', 'bucket', 'completedOn'],
    rows: [['3.3.a', 'inherited', LEAVER, 'doneLate', '2025-05-27']],
  },
  {
    number: 18,
    narrowed: { unit: 'ccqltt' },
    fields: ['personId', 'fromOn', 'untilOn'],
    rows: [
      [MARKET, '2025-01-01', '2025-09-30'],
      [MARKET_NEXT, '2025-10-01', '2025-12-31'],
    ],
  },
  {
    number: 19,
    fields: ['unitId', 'formerUnitId', 'part', 'fromOn', 'untilOn'],
    rows: [
      ['qlcn', 'ktatmt', 'before', '2025-01-01', '2025-10-14'],
      ['qlcn', 'qlcn', 'before', '2025-01-01', '2025-10-14'],
      ['qlcn', 'qlcn', 'after', '2025-10-15', '2025-12-31'],
    ],
  },
  {
    number: 20,
    list: 1,
    fields: ['no', 'forceId', 'personId', 'unitId'],
    rows: [
      ['3.12', GRID_FORCE, GRID_LEADER, 'qlnl'],
      ['3.12', GRID_FORCE, 'cb-015', 'qlnl'],
      ['3.12', GRID_FORCE, TRADE_CLERK, 'qltm'],
    ],
  },
  {
    number: 21,
    fields: ['name', 'reached', 'outcome'],
    rows: [
      ['Chỉ số sản xuất công nghiệp', '109.1', 'exceeded'],
      ['Khai khoáng, chế biến', null, 'noData'],
      ['Tổng mức bán lẻ hàng hóa', null, 'noData'],
      ['Tỷ lệ hộ có điện dùng ổn định', null, 'noData'],
    ],
  },
  {
    number: 22,
    list: 1,
    fields: ['no', 'bucketThen', 'bucketNow'],
    rows: [['3.14', 'openOverdue', 'doneLate']],
  },
  {
    number: 23,
    fields: ['no', 'event', 'on', 'actorId'],
    rows: [
      ['3.14', 'Báo cáo kết quả', '2025-12-29', ENERGY],
      ['3.14', 'Xác nhận hoàn thành', '2025-12-29', OFFICE],
    ],
  },
  {
    number: 24,
    fields: ['unitId', 'self', 'gaps'],
    rows: [
      ['qlcn', '10', 'chưa thẩm định'],
      ['qlnl', null, 'thiếu tài liệu kiểm chứng; chưa tự chấm; chưa thẩm định'],
    ],
  },
  { number: 25, list: 1, fields: ['no', 'plans'], rows: [['3.6', 2]] },
];
