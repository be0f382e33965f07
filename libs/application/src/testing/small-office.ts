import { openTestDatabase } from '@thidua/database/testing';
import type { Database } from '@thidua/database';
import { openPostgresEventStore, type EventStore } from '@thidua/event-store';
import { instant, instantOf, type Instant } from '@thidua/kernel';
import { taskCommands, type TaskCommand } from '@thidua/task';
import {
  bindCommands,
  bindQueries,
  type CommandUseCases,
  type QueryUseCases,
} from '../application';
import type { ApplicationParts } from '../application-parts';
import type { Call } from '../calls/call';
import { derivedId } from '../calls/derived-call';
import { partsOn } from '../open-application';
import { runTaskCommand } from '../tasks/task-commands';

/** One process of the application on a database that others may share. */
export interface OfficeProcess {
  readonly parts: ApplicationParts;
  readonly commands: CommandUseCases;
  readonly queries: QueryUseCases;
  stop(): Promise<void>;
}

/** A database for a test, on which one process after another may run. */
export interface SmallOffice {
  readonly database: Database;
  /** Begins a process; `through` may put something between it and its log. */
  begin(through?: (store: EventStore) => EventStore): Promise<OfficeProcess>;
  close(): Promise<void>;
}

const systemNow = (): Instant => instantOf(new Date());

export async function openSmallOffice(): Promise<SmallOffice> {
  const database = await openTestDatabase('pglite');
  return {
    database,
    begin: async (through = (store) => store) => {
      const own = await openPostgresEventStore(database, {});
      const store = through(own);
      const ground = { database, store, logKind: 'postgresql', now: systemNow } as const;
      const parts = await partsOn(ground, {}, null);
      await parts.projections.start();
      return {
        parts,
        commands: bindCommands(parts),
        queries: bindQueries(parts),
        stop: async () => {
          await parts.projections.stop();
          await own.close();
        },
      };
    },
    close: () => database.close(),
  };
}

let callCount = 0;

/** A call by a person of the office, at noon of a day. */
export function callBy(personId: string | null, day: string): Call {
  callCount += 1;
  const commandId = derivedId('test', String(callCount));
  return {
    commandId,
    correlationId: commandId,
    causationId: commandId,
    actor: personId === null ? { kind: 'system' } : { kind: 'person', personId, onBehalfOf: null },
    occurredAt: noonOf(day),
    expectedRevision: null,
  };
}

export const noonOf = (day: string): Instant => instant(`${day}T12:00:00+07:00`);

/** Names that must be nowhere once they are erased. */
export const NAMES = {
  'cb-01': 'Trần Thị Chánh Văn',
  'cb-02': 'Lê Quang Trưởng',
  'cb-03': 'Phạm Hồng Nhân',
  'cb-04': 'Đỗ Duy Kế',
} as const;

const START = '2025-01-01';
const unit = (unitId: string, name: string, kind: string, parentUnitId: string | null = 'sct') => ({
  unitId,
  name,
  kind,
  parentUnitId,
  fromOn: START,
});
const person = (personId: keyof typeof NAMES, unitId: string, post: string) => ({
  personId,
  name: NAMES[personId],
  fromOn: START,
  posts: [{ unitId, post, fromOn: START }],
});

/** A department with its Office, two divisions, a team in one of them, and four people. */
export const OFFICE_FILE = {
  department: 'sct',
  units: [
    unit('sct', 'Sở Công Thương', 'department', null),
    unit('vp', 'Văn phòng Sở', 'office'),
    unit('nl', 'Phòng Năng lượng', 'division'),
    unit('cn', 'Phòng Công nghiệp', 'division'),
    unit('doi', 'Đội Kỹ thuật', 'division', 'nl'),
  ],
  people: [
    person('cb-01', 'vp', 'head'),
    person('cb-02', 'nl', 'head'),
    person('cb-03', 'nl', 'staff'),
    person('cb-04', 'nl', 'staff'),
  ],
};

/** Sends one command to a task, as its schema reads it. */
export async function sendToTask(
  { parts }: OfficeProcess,
  taskId: string,
  [type, data]: readonly [TaskCommand['type'], object],
  call: Call,
): Promise<void> {
  const command = { type, data: taskCommands[type].data.parse(data) } as TaskCommand;
  await runTaskCommand(parts, { taskId, command }, call);
}

/** Assigns a one-off task of a year to the unit. */
export const assignTask = (
  process: OfficeProcess,
  taskId: string,
  unitId: string,
  { year, dueOn } = { year: 2025, dueOn: '2025-11-30' },
): Promise<void> =>
  sendToTask(
    process,
    taskId,
    [
      'AssignTask',
      {
        taskId,
        planId: 'kh-1',
        no: taskId,
        title: `Nhiệm vụ ${taskId}`,
        year,
        kind: 'one-off',
        leads: [{ unitId, role: 'lead' }],
        coordinatingUnitIds: unitId === 'vp' ? ['nl'] : [],
        dueOn,
      },
    ],
    callBy(null, `${year}-02-01`),
  );
