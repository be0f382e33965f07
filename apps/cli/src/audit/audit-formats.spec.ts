import { auditWriter, type AuditFormat } from './audit-formats';

const entry = (position: string, data: unknown = {}) => ({
  position,
  eventId: `e-${position}`,
  stream: 'task-p.2.1',
  revision: 1,
  type: 'DeadlineExtended',
  schemaVersion: 1,
  taskId: 'p.2.1',
  planId: null,
  occurredAt: '2025-10-01T01:00:00.000Z',
  recordedAt: '2025-10-01T01:00:01.000Z',
  actorKind: 'person',
  actorId: 'cb-002',
  actorUnitId: 'sct',
  actorRole: 'deputy',
  onBehalfOf: 'cb-001',
  legalBasis: '=cmd()',
  correlationId: 'c',
  causationId: 'k',
  data,
  key: `e-${position}`,
});

const written = (format: AuditFormat, entries: readonly unknown[]): string => {
  const writer = auditWriter(format);
  return entries.map((each) => writer.entry(each)).join('') + writer.end(entries.length, false);
};

describe('the audit trail', () => {
  it.each([0, 1, 3])('is one JSON document with %i entries', (count) => {
    const entries = Array.from({ length: count }, (_, index) => entry(String(index + 1)));
    expect(JSON.parse(written('json', entries))).toEqual(entries);
  });

  it('is one entry a line as NDJSON, and nothing when there is none', () => {
    const entries = [entry('1', { reason: 'hai\ndòng' }), entry('2')];
    const lines = written('ndjson', entries).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(entries);
    expect(written('ndjson', [])).toBe('');
  });

  it('is CSV with one heading and formulas made harmless', () => {
    const text = written('csv', [entry('1', { reason: 'a,b' }), entry('2')]);
    const [heading, first, second, ...rest] = text.split('\r\n');
    expect(heading).toMatch(/^\ufeffposition,eventId,stream,/);
    expect(first).toContain(",'=cmd(),");
    expect(first).toContain('"{""reason"":""a,b""}"');
    expect(second).toMatch(/^2,e-2,/);
    expect(rest).toEqual(['']);
  });

  it('is a heading alone as CSV when nothing matches', () => {
    expect(written('csv', [])).toMatch(/^\ufeffposition,[^\r\n]+\r\n$/);
  });

  it('is a table in words, with who acted for whom', () => {
    const text = written('table', [entry('7', { reason: 'chờ số liệu' })]);
    expect(text).toContain('Gia hạn');
    expect(text).toContain('01/10/2025 08:00');
    expect(text).toContain('cb-002 thay cb-001');
    expect(text).toContain('chờ số liệu');
    expect(text).toContain('1 sự kiện.');
  });

  it('says in the table that some events are not open to whoever asked', () => {
    expect(auditWriter('table').end(0, true)).toMatch(
      /Không có .* khớp\. Không gồm sự kiện về điểm/,
    );
    expect(auditWriter('csv').end(1, true)).toBe('');
  });

  it('holds back no row of a long table', () => {
    const entries = Array.from({ length: 450 }, (_, index) => entry(String(index + 1)));
    const text = written('table', entries);
    const positions = [...text.matchAll(/^│ +(\d+) │/gm)].map(([, position]) => Number(position));
    expect(positions).toEqual(entries.map((_, index) => index + 1));
  });
});
