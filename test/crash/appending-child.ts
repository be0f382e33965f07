import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openDatabase } from '@thidua/database';
import { eventIdOf, openPostgresEventStore, type NewEvent } from '@thidua/event-store';
import { instant } from '@thidua/kernel';

/**
 * Appends to the log in the folder given as argument until it is killed, from several callers at once, and prints a line
 * for each append that was acknowledged: its first position, its last position and the id of its first event.
 */
const CALLER_COUNT = 8;

const eventOf = (commandId: string, index: number): NewEvent => ({
  id: eventIdOf(commandId, index),
  type: 'PaperFiled',
  schemaVersion: 1,
  data: { title: 'Công văn đến', body: 'x'.repeat(200) },
  metadata: {
    occurredAt: instant('2026-01-05T01:30:00Z'),
    actor: { kind: 'system', id: 'crash', unitId: null, role: null, onBehalfOf: null },
    correlationId: commandId,
    causationId: commandId,
  },
});

async function appendForEver(dataDir: string): Promise<void> {
  const store = await openPostgresEventStore(await openDatabase({ dataDir }));
  // Written past every buffer of Node: what was printed has left the process.
  writeSync(1, 'open\n');
  const append = async (caller: number, eventCount: number): Promise<void> => {
    const commandId = randomUUID();
    const events = Array.from({ length: eventCount }, (_, index) => eventOf(commandId, index));
    const request = { expected: 'any', events, commandId, fingerprint: 'crash' } as const;
    const result = await store.append({ ...request, stream: `paper-${caller}` });
    if (result.outcome !== 'appended') throw new Error('An append that expects nothing conflicted');
    writeSync(1, `${result.firstPosition} ${result.lastPosition} ${eventIdOf(commandId, 0)}\n`);
  };
  const callers = Array.from({ length: CALLER_COUNT }, async (_, caller) => {
    for (let round = 0; ; round++) await append(caller, (round % 3) + 1);
  });
  await Promise.all(callers);
}

appendForEver(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
