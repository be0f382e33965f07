import { readAnswer } from '../connection';
import {
  CSV_BYTE_ORDER_MARK,
  csvLine,
  eventLabel,
  jsonText,
  renderTable,
  timeText,
  type Column,
} from '../output';
import { auditEntry, type AuditEntry } from './audit-entry';

export const AUDIT_FORMATS = ['table', 'json', 'ndjson', 'csv'] as const;
export type AuditFormat = (typeof AUDIT_FORMATS)[number];

/** Turns entries into pieces of text one by one, so that a trail of any length passes through. */
export interface AuditWriter {
  entry(value: unknown): string;
  /** What comes after the last entry; `count` of them were written, and maybe others are not open to whoever asked. */
  end(count: number, isPartWithheld: boolean): string;
}

export function auditWriter(format: AuditFormat): AuditWriter {
  switch (format) {
    case 'json':
      return jsonWriter();
    case 'ndjson':
      return { entry: (value) => `${jsonText(value)}\n`, end: () => '' };
    case 'csv':
      return csvWriter();
    case 'table':
      return tableWriter();
  }
}

/** One array, written as it comes. */
function jsonWriter(): AuditWriter {
  let before = '[\n';
  return {
    entry: (value) => {
      const text = `${before}${jsonText(value)}`;
      before = ',\n';
      return text;
    },
    end: (count) => (count === 0 ? '[]\n' : '\n]\n'),
  };
}

const CSV_COLUMNS = Object.keys(auditEntry.shape) as readonly (keyof AuditEntry)[];

function csvWriter(): AuditWriter {
  const head = `${CSV_BYTE_ORDER_MARK}${csvLine(CSV_COLUMNS)}`;
  let before = head;
  return {
    entry: (value) => {
      const read = readAnswer(auditEntry, value);
      const text = `${before}${csvLine(CSV_COLUMNS.map((column) => read[column]))}`;
      before = '';
      return text;
    },
    end: (count) => (count === 0 ? head : ''),
  };
}

/** Rows of one printed table; a longer trail repeats the heading, as a printed page does. */
const TABLE_ROW_COUNT = 200;

const COLUMNS: readonly Column[] = [
  { title: 'Vị trí', align: 'right' },
  { title: 'Xảy ra lúc' },
  { title: 'Việc', widthMax: 28 },
  { title: 'Đối tượng' },
  { title: 'Người ghi' },
  { title: 'Nội dung', widthMax: 48 },
];

const PART_WITHHELD =
  'Không gồm sự kiện về điểm, phiếu và kiến nghị của người khác, chỉ mở cho Văn phòng và lãnh đạo Sở.';

function tableWriter(): AuditWriter {
  let rows: ReturnType<typeof rowOf>[] = [];
  const flush = (): string => {
    const text = rows.length === 0 ? '' : `${renderTable(COLUMNS, rows)}\n`;
    rows = [];
    return text;
  };
  return {
    entry: (value) => {
      rows.push(rowOf(readAnswer(auditEntry, value)));
      return rows.length < TABLE_ROW_COUNT ? '' : flush();
    },
    end: (count, isPartWithheld) => {
      const sum = count === 0 ? 'Không có sự kiện nào khớp.' : `${count} sự kiện.`;
      return `${flush()}${sum}${isPartWithheld ? ` ${PART_WITHHELD}` : ''}\n`;
    },
  };
}

const rowOf = (entry: AuditEntry) => [
  entry.position,
  timeText(entry.occurredAt),
  eventLabel(entry.type),
  entry.stream,
  entry.onBehalfOf === null ? entry.actorId : `${entry.actorId} thay ${entry.onBehalfOf}`,
  contentOf(entry.data),
];

/** Fields that say in a person's words what the event is about, the most telling first. */
const TELLING = ['reason', 'text', 'summary', 'title', 'what', 'answer', 'name', 'note'];
const CONTENT_MAX = 140;

function contentOf(data: unknown): string {
  if (typeof data !== 'object' || data === null) return '';
  const told = TELLING.map((field) => Reflect.get(data, field) as unknown).find(
    (value) => typeof value === 'string',
  );
  const text = typeof told === 'string' ? told : '';
  return text.length <= CONTENT_MAX ? text : `${text.slice(0, CONTENT_MAX)}…`;
}
