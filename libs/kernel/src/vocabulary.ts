import type { z } from 'zod';

/** Turns the data of one schema version into that of the next. Pure, and total over what was ever recorded. */
export type Upcaster = (data: unknown) => unknown;

/** One event type of the log: permanent name, schema version, its meaning, and who records it. */
export interface EventDefinition<Schema extends z.ZodType = z.ZodType> {
  readonly schemaVersion: number;
  /** What happened, in one English sentence for docs/events.md. */
  readonly says: string;
  /** Vietnamese label shown on screens and in the audit trail. */
  readonly vi: string;
  readonly recordedBy: string;
  /** By the version they read: one for each version before today's. Kept for ever, as the log is. */
  readonly upcasters?: Readonly<Record<number, Upcaster>>;
  readonly data: Schema;
}

export type EventCatalogue = Readonly<Record<string, EventDefinition>>;

/** The union of `{type, data}` that a catalogue describes. */
export type EventsOf<C extends EventCatalogue> = {
  [K in keyof C & string]: { readonly type: K; readonly data: z.infer<C[K]['data']> };
}[keyof C & string];

/** One command: what is asked for, and the shape of its data. */
export interface CommandDefinition<Schema extends z.ZodType = z.ZodType> {
  /** What it asks, in one English sentence for the API document. */
  readonly says: string;
  readonly vi: string;
  /** Event types it may record, the principal one first. An incoming fact of that type is taken as this command. */
  readonly records: readonly string[];
  readonly data: Schema;
}

export type CommandCatalogue = Readonly<Record<string, CommandDefinition>>;

export type CommandsOf<C extends CommandCatalogue> = {
  [K in keyof C & string]: { readonly type: K; readonly data: z.infer<C[K]['data']> };
}[keyof C & string];
