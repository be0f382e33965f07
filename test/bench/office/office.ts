import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openOn, type Call, type OpenedApplication } from '@thidua/application';
import type { Database } from '@thidua/database';
import { eventIdOf, openPostgresEventStore, type EventStore } from '@thidua/event-store';
import { instant } from '@thidua/kernel';
import { allProjections, ProjectionRunner } from '@thidua/projections';
import { openTarget } from '../contenders/open-target';
import { runSlice } from '../measure/slice';
import type { Target } from '../place/place';
import { begunTask, taskOfYear } from './task-year';

const OFFICE = join(__dirname, '../../../examples/office/sample-office.json');
const WRITERS = 64;
const PATIENCE_MS = 6 * 60 * 60_000;

/** Which tasks are written, and how much of their lives. */
export interface Filling {
  readonly year: number;
  readonly taskCount: number;
  readonly until: 'begun' | 'yearEnd';
}

/** The application with the sample office, on a database of its own, and the ways to give it a year of work. */
export interface Office {
  readonly database: Database;
  readonly application: OpenedApplication;
  readonly store: EventStore;
  /** Appends the lives of so many tasks of the year, one command each; answers the number of events. */
  readonly fill: (filling: Filling) => Promise<number>;
  /** Runs the read models until they have handled everything. */
  readonly feed: (names: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** `background`: read models follow by themselves, as in a running server; else only those that are fed. */
export async function openOffice(target: Target, background: boolean): Promise<Office> {
  const database = await openTarget(target);
  const application = await openOn(database, {
    runBackground: background,
    sampleFolder: null,
    tell: () => undefined,
  });
  const office: unknown = JSON.parse(readFileSync(OFFICE, 'utf8'));
  await application.commands.loadOffice({ office }, bySystem('2025-01-02T01:00:00Z'));
  const store = await openPostgresEventStore(database);
  return {
    ...{ database, application, store },
    fill: (filling) => fill(store, filling),
    feed: (names) => feed({ database, store, background }, names),
    close: async () => {
      await store.close();
      await application.close();
    },
  };
}

/** A call of the system itself, as if made at that instant. */
export function bySystem(occurredAt: string): Call {
  const id = randomUUID();
  return {
    ...{ commandId: id, correlationId: id, causationId: id },
    actor: { kind: 'system' },
    occurredAt: instant(occurredAt),
    expectedRevision: null,
  };
}

async function fill(store: EventStore, { year, taskCount, until }: Filling): Promise<number> {
  let [index, eventCount] = [0, 0];
  await runSlice({ appendCount: taskCount, writers: WRITERS, eventsPerAppend: 1 }, async () => {
    const { taskId, events } = until === 'begun' ? begunTask(year, index) : taskOfYear(year, index);
    index += 1;
    const commandId = randomUUID();
    const result = await store.append({
      ...{ stream: `task-${taskId}`, expected: 'none', commandId, fingerprint: taskId },
      events: events.map((event, place) => ({
        ...{ ...event, id: eventIdOf(commandId, place), schemaVersion: 1 },
      })),
    });
    if (result.outcome !== 'appended') throw new Error(`Task ${taskId} is there already`);
    eventCount += events.length;
  });
  return eventCount;
}

interface Feeding {
  readonly database: Database;
  readonly store: EventStore;
  readonly background: boolean;
}

async function feed(
  { database, store, background }: Feeding,
  names: readonly string[],
): Promise<void> {
  const projections = allProjections.filter(({ name }) => names.includes(name));
  const runner = new ProjectionRunner({ database, store, projections });
  // In the background another runner does the work, and this one only looks on.
  if (!background) await runner.start();
  const { reached } = await runner.waitFor(await store.head(), { timeoutMs: PATIENCE_MS });
  await runner.stop();
  if (!reached) throw new Error(`${names.join(', ')} did not come to the head of the log`);
}
