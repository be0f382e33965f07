import { openDatabase, type Database } from '@thidua/database';
import {
  openKurrentDbEventStore,
  openPostgresEventStore,
  upcastingStore,
  type EventStore,
} from '@thidua/event-store';
import { instantOf, upcastWith, type Instant } from '@thidua/kernel';
import { openPost, Outbox, type MailSettings, type OutboxDepth } from '@thidua/mail';
import { allProjections, ProjectionRunner } from '@thidua/projections';
import { bindCommands, bindQueries, type Application } from './application';
import type { ApplicationParts } from './application-parts';
import { CalendarSource } from './calendar/calendar-source';
import { CommandRunner } from './calls/command-runner';
import { SheetArchive } from './evaluations/sheet-archive';
import { loadSample } from './first-start/load-sample';
import type { Instruments } from './instruments';
import { DirectorySource } from './organisation/directory-source';
import { People } from './organisation/people';
import { mailOutbox } from './mail/mail-outbox';
import { unitSuccession } from './organisation/reorganisation/unit-succession';
import { personErasure } from './people/erase-person';
import { leaving } from './people/leaving';
import { planAssignment } from './plans/plan-assignment';
import { carryOver } from './tasks/carry-over';
import { allEvents } from './vocabularies';
import { DefinitionSource } from './workflows/definition-source';

export interface OpenApplicationOptions {
  /** A PostgreSQL server; null opens the embedded one in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** Connection string of KurrentDB, which then holds the log; null or left out keeps it in the same PostgreSQL. */
  readonly eventStoreUrl?: string | null;
  /** Feed read models and run process managers in this process. */
  readonly runBackground: boolean;
  /** Folder with the sample office and plan, loaded into an empty log; null loads nothing. */
  readonly sampleFolder: string | null;
  /** Told what happens while it opens, in the words of the person who started it. */
  readonly tell: (message: string) => void;
  /** Where logs, metrics and traces take their readings; nowhere when left out. */
  readonly instruments?: Instruments;
  /** The clock of the application; the machine's when left out. */
  readonly now?: () => Instant;
  /** Where notices are mailed; null or left out mails none. */
  readonly mail?: MailSettings | null;
}

export interface OpenedApplication extends Application {
  /** What the application stands on, for work beside it (jobs); `close` ends it. */
  readonly database: Database;
  /** Notices by what became of them as mail; null where mail is switched off. */
  outboxDepth(): Promise<OutboxDepth | null>;
  /** Has work that needs the application finished before `close` goes on to the application itself. */
  beforeClose(finish: () => Promise<void>): void;
  /** Says where this process serves, to whoever asks for the holder of the data folder. */
  announce(url: string): void;
}

/** @throws DataFolderInUse, DataFolderUnusable, DatabaseUnreachable, KurrentDbUnreachable */
export async function openApplication(options: OpenApplicationOptions): Promise<OpenedApplication> {
  const { databaseUrl, dataDir } = options;
  const database = await openDatabase(databaseUrl === null ? { dataDir } : { url: databaseUrl });
  try {
    return await openOn(database, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The application on a database that is open already; closing it closes the database. */
export async function openOn(
  database: Database,
  {
    runBackground,
    sampleFolder,
    tell,
    instruments = {},
    eventStoreUrl = null,
    mail = null,
    now = () => instantOf(new Date()),
  }: Omit<OpenApplicationOptions, 'databaseUrl' | 'dataDir'>,
): Promise<OpenedApplication> {
  const stored = await openStore(database, eventStoreUrl, instruments);
  const store = upcastingStore(stored, upcastWith(allEvents));
  const logKind = eventStoreUrl === null ? 'postgresql' : 'kurrentdb';
  const parts = await partsOn({ database, store, logKind, now }, instruments, mail);
  await (runBackground ? parts.projections.start() : parts.projections.prepare());
  const commands = bindCommands(parts);
  if (sampleFolder !== null && (await store.head()) === 0n)
    await loadSample(commands, sampleFolder, parts.now(), tell);

  let closing: Promise<void> | undefined;
  const guests: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    try {
      for (const finish of guests) await finish();
    } finally {
      await parts.projections.stop();
      parts.mail?.post.close();
      await store.close();
      await database.close();
    }
  };
  return {
    commands,
    queries: bindQueries(parts),
    database,
    outboxDepth: async () => (await parts.mail?.outbox.depth()) ?? null,
    beforeClose: (finish) => {
      guests.push(finish);
    },
    announce: (url) => database.lock?.announce({ pid: process.pid, url }),
    close: () => (closing ??= close()),
  };
}

function openStore(
  database: Database,
  eventStoreUrl: string | null,
  { onGroup }: Instruments,
): Promise<EventStore> {
  if (eventStoreUrl === null) return openPostgresEventStore(database, {}, onGroup);
  return openKurrentDbEventStore({ connectionString: eventStoreUrl, database, observer: onGroup });
}

/** The parts on a database and a log that are open; the runner of read models is not started yet. */
export async function partsOn(
  ground: Pick<ApplicationParts, 'database' | 'store' | 'logKind' | 'now'>,
  instruments: Instruments,
  mailSettings: MailSettings | null,
): Promise<ApplicationParts> {
  const { database, store } = ground;
  const people = await People.open(database);
  const mail =
    mailSettings === null
      ? null
      : { outbox: await Outbox.open(database, mailSettings), post: openPost(mailSettings) };
  // The process manager sends commands through the parts, which hold the runner that runs it.
  const parts: ApplicationParts = {
    ...ground,
    runner: new CommandRunner(store, instruments),
    directory: new DirectorySource(store),
    calendar: new CalendarSource(store),
    definitions: new DefinitionSource(store),
    people,
    mail,
    sheets: await SheetArchive.open(database),
    projections: new ProjectionRunner({
      database,
      store,
      projections: allProjections,
      reactors: [
        planAssignment(() => parts),
        carryOver(() => parts),
        ...(mail === null ? [] : [mailOutbox(() => parts, mail.outbox)]),
        unitSuccession(() => parts),
        leaving(() => parts),
        personErasure(() => parts),
      ],
      onBatch: instruments.onBatch,
    }),
  };
  return parts;
}
