import type { Instant } from './instant';

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A fact as the domain states it: a permanent past-tense type and plain data. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** Who did it, in which unit and role at that time. Ids only: names live in the directory, where they can be erased. */
export interface Actor {
  readonly kind: 'person' | 'service' | 'system';
  readonly id: string;
  readonly unitId: string | null;
  readonly role: string | null;
  /** Set when a deputy acts: for whom, and by which legal basis (a decision's number and date). */
  readonly onBehalfOf: { readonly personId: string; readonly legalBasis: string } | null;
}

/** What surrounds every event: when, who, and the chain from a click to a score line. */
export interface EventMetadata {
  /** When it happened, as stated by who reports it (UTC). */
  readonly occurredAt: Instant;
  readonly actor: Actor;
  readonly correlationId: string;
  /** The id of the command or event that led to this one. */
  readonly causationId: string;
}

/** Place in one stream: 0 for its first event. */
export type Revision = number;

/** Place in the whole log: opaque and ordered. A bigint in code, a decimal string at the edges. */
export type Position = bigint;

/** An event as the log holds it. */
export interface RecordedEvent<E extends DomainEvent = DomainEvent> {
  readonly id: string;
  /** `<category>-<id>`; the part before the first `-` is the category. */
  readonly stream: string;
  readonly revision: Revision;
  readonly position: Position;
  readonly type: E['type'];
  readonly schemaVersion: number;
  readonly data: E['data'];
  readonly metadata: EventMetadata;
  /**
   * When the log took it, from the store's own clock (UTC). Never decreases along the log in PostgreSQL and in memory; on a
   * KurrentDB cluster a new leader's clock may stand behind the old one's.
   */
  readonly recordedAt: Instant;
}
