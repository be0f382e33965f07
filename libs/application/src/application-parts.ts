import type { Database } from '@thidua/database';
import type { EventStore } from '@thidua/event-store';
import type { Instant } from '@thidua/kernel';
import type { Outbox, Post } from '@thidua/mail';
import type { ProjectionRunner } from '@thidua/projections';
import type { CalendarSource } from './calendar/calendar-source';
import type { CommandRunner } from './calls/command-runner';
import type { SheetArchive } from './evaluations/sheet-archive';
import type { DirectorySource } from './organisation/directory-source';
import type { People } from './organisation/people';
import type { DefinitionSource } from './workflows/definition-source';

/** What the use cases are made of. */
export interface ApplicationParts {
  readonly database: Database;
  readonly store: EventStore;
  /** What holds the log. */
  readonly logKind: 'postgresql' | 'kurrentdb';
  readonly runner: CommandRunner;
  readonly directory: DirectorySource;
  readonly calendar: CalendarSource;
  readonly definitions: DefinitionSource;
  readonly people: People;
  readonly projections: ProjectionRunner;
  readonly sheets: SheetArchive;
  /** Null where mail is switched off. */
  readonly mail: { readonly outbox: Outbox; readonly post: Post } | null;
  /** The one clock of the application; decisions are handed its reading. */
  readonly now: () => Instant;
}

/** How long a question waits for "at least this position" before it answers with what there is. */
export const AFTER_TIMEOUT_MS = 10_000;

export interface AfterInput {
  /** Decimal string of a log position. */
  readonly after?: string | undefined;
}

/** Every answer says how far its read model had come, and whether it reached the position asked for. */
export interface AnswerHeader {
  readonly position: string;
  readonly caughtUp: boolean;
}
