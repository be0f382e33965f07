import { instant, type RecordedEvent } from '@thidua/kernel';
import { auditEffects, auditLog, eventsOfCases } from './audit-log';
import { Ledger } from './ledger';

const AT = instant('2025-01-10T01:00:00Z');
const metadata = {
  occurredAt: AT,
  actor: { kind: 'system', id: 'audit', unitId: null, role: null, onBehalfOf: null },
  correlationId: 'c',
  causationId: 'c',
} as const;

type Given = Partial<Pick<RecordedEvent, 'id' | 'position' | 'revision' | 'stream' | 'data'>>;

/** A log of one plan with two tasks, which goes on by one in every respect unless a case says otherwise. */
const logOf = (changes: Readonly<Record<string, Given>> = {}): readonly RecordedEvent[] =>
  (
    [
      ['imported', 'PlanImported', 'plan-1', 0, { tasks: [{}, {}] }],
      ['issued', 'PlanIssued', 'plan-1', 1, {}],
      ['first', 'TaskAssigned', 'task-1', 0, {}],
      ['second', 'TaskAssigned', 'task-2', 0, {}],
      ['reminded', 'LeadUnitReminded', 'task-1', 1, { text: 'lần 1' }],
      ['again', 'LeadUnitReminded', 'task-1', 2, { text: 'lần 2' }],
    ] as const
  ).map(([id, type, stream, revision, data], index) => ({
    ...{ id, type, stream, revision, data, metadata, recordedAt: AT, schemaVersion: 1 },
    position: BigInt(index + 1),
    ...changes[id],
  }));

const told = (position: string | null, ...eventIds: string[]) => ({
  kind: 'acknowledged' as const,
  commandId: `command of ${eventIds.join()}`,
  position,
  eventIds,
});

const ledgerOf = (...answers: ReturnType<typeof told>[]): Ledger => {
  const ledger = new Ledger();
  for (const answer of answers) ledger.note(answer);
  return ledger;
};

describe('the audit of a log against what clients were told', () => {
  it('finds nothing wrong where every answer stands in the log', () => {
    const said = ledgerOf(told('1', 'imported'), told('4', 'first', 'second'));
    expect(auditLog(logOf(), said)).toEqual({
      acknowledged: 2,
      stored: 2,
      duplicates: 0,
      gaps: 0,
    });
  });

  const spread = (changes: Readonly<Record<string, Given>> = {}) =>
    logOf(changes).map((event) => ({ ...event, position: event.position * 7n }));

  it('finds nothing wrong where positions only grow and every answer stands in the log', () => {
    const said = ledgerOf(told('7', 'imported'), told('28', 'first', 'second'));
    expect(auditLog(spread(), said, 'growing')).toMatchObject({ stored: 2, gaps: 0 });
  });

  it('tells positions that only grow from a wrong place and from a step back', () => {
    const said = ledgerOf(told('14', 'imported'), told('28', 'second', 'first'));
    expect(auditLog(spread(), said, 'growing')).toMatchObject({ stored: 0, gaps: 0 });
    const back = spread({ first: { position: 1n } });
    expect(auditLog(back, ledgerOf(), 'growing')).toMatchObject({ gaps: 1 });
  });

  it.each([
    ['the event is not there', told('7', 'lost')],
    ['the event is elsewhere', told('2', 'imported')],
    ['only the last of its events is there', told('1', 'lost', 'imported')],
    ['its events are in another order', told('4', 'second', 'first')],
    ['it was answered as having changed nothing', told(null)],
  ])('does not count an answer as stored when %s', (_case, answer) => {
    expect(auditLog(logOf(), ledgerOf(answer))).toMatchObject({ acknowledged: 1, stored: 0 });
  });

  it.each([
    ['an event that was written twice', { again: { id: 'reminded' } }],
    ['a reminder under another id', { again: { data: { text: 'lần 1' } } }],
    ['a second assignment of a task', { second: { stream: 'task-1' } }],
  ])('counts %s as a duplicate', (_case, changes: Readonly<Record<string, Given>>) => {
    expect(auditLog(logOf(changes), ledgerOf()).duplicates).toBe(1);
  });

  it('counts a command that was answered in two ways as a duplicate', () => {
    const said = ledgerOf(told('1', 'imported'), told('1', 'imported'));
    expect(auditLog(logOf(), said).duplicates).toBe(0);
    said.note({ ...told('3', 'imported') });
    expect(auditLog(logOf(), said).duplicates).toBe(1);
  });

  it.each([
    ['a position that is left out', { again: { position: 7n } }],
    ['positions out of order', { again: { position: 5n } }],
    ['a revision that is left out', { again: { revision: 3 } }],
    ['a stream that does not begin with 0', { second: { revision: 1 } }],
  ])('counts %s as a gap', (_case, changes: Readonly<Record<string, Given>>) => {
    expect(auditLog(logOf(changes), ledgerOf()).gaps).toBe(1);
  });

  it('counts a log that does not begin at 1 as a gap', () => {
    expect(auditLog(logOf().slice(2), ledgerOf()).gaps).toBeGreaterThan(0);
  });
});

describe('the audit of what followed from the log', () => {
  it('wants one assignment for each task of each issued plan', () => {
    expect(auditEffects(logOf())).toEqual({ effects: 2, effectsDue: 2 });
    const lost = logOf().filter(({ id }) => id !== 'second');
    expect(auditEffects(lost)).toEqual({ effects: 1, effectsDue: 2 });
    const unissued = logOf().filter(({ id }) => id !== 'issued');
    expect(auditEffects(unissued)).toEqual({ effects: 2, effectsDue: 0 });
  });

  it('counts what finished cases leave behind', () => {
    expect(eventsOfCases(logOf())).toEqual({
      imported: 1,
      issued: 1,
      reminded: 2,
      remindedDue: 4,
    });
  });
});
