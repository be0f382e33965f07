import { localDateOf, type PersonId } from '@thidua/kernel';
import { listInbox, notices, type InboxEntry } from '@thidua/projections';
import { rejectInbox } from '@thidua/urging';
import type { AfterInput, AnswerHeader, ApplicationParts } from '../application-parts';
import { answer } from '../calls/answer';
import type { ActorRequest } from '../calls/call';
import { ledUnitIds } from './led-units';
import { peopleNamedIn, wordsOf } from './words-of-notice';

export interface InboxInput extends AfterInput {
  /** Whose inbox; who asks when left out. */
  readonly person?: PersonId | undefined;
  /** Who asks: an inbox is its person's alone. */
  readonly asker: ActorRequest;
  readonly unreadOnly?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** An entry with its words. */
export interface ToldEntry extends InboxEntry {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface InboxAnswer extends AnswerHeader {
  readonly person: PersonId;
  /** Null when the directory has no name, or no longer has one. */
  readonly personName: string | null;
  /** The newest first. */
  readonly entries: readonly ToldEntry[];
  /** Cursor of the next page; null on the last one. */
  readonly next: string | null;
}

/** @throws CommandRejected INBOX_OF_ANOTHER, whatever the post of who asks. */
export async function inbox(parts: ApplicationParts, input: InboxInput): Promise<InboxAnswer> {
  const { asker, unreadOnly = false, cursor = null, limit } = input;
  const self = asker.kind === 'person' && asker.onBehalfOf === null ? asker.personId : null;
  const person = input.person ?? self;
  if (person === null || person !== self)
    return rejectInbox('INBOX_OF_ANOTHER', { personId: person });
  const [directory, book] = await Promise.all([
    parts.directory.current(),
    parts.definitions.current(),
  ]);
  const unitIds = ledUnitIds(directory, person, localDateOf(parts.now()));
  const { items, ...found } = await answer(parts, notices, input.after, (reader) => {
    const filter = { personId: person, unitIds, unreadOnly };
    return listInbox(reader, filter, { after: cursor, ...(limit === undefined ? {} : { limit }) });
  });
  // Notices carry ids alone. Names are read after the snapshot, which holds the one connection an embedded database has.
  const names = await parts.people.namesOf([person, ...peopleNamedIn(items)]);
  const entries = items.map((item) => ({ ...item, ...wordsOf(item, book, names) }));
  return { ...found, person, personName: names.get(person) ?? null, entries };
}
