import { deliverLetters, type Delivery } from '@thidua/mail';
import { findNotices } from '@thidua/projections';
import type { ApplicationParts } from '../application-parts';
import type { Call } from '../calls/call';
import { peopleNamedIn, wordsOf } from '../inbox/words-of-notice';

/** What the round did; null where mail is switched off. */
export interface DeliverMailOutcome {
  readonly delivery: Delivery | null;
}

/** Sends what is due in the outbox. Run by a job; two at a time share the letters between them. */
export async function deliverMail(
  parts: ApplicationParts,
  _input: object,
  _call: Call,
): Promise<DeliverMailOutcome> {
  const { mail, database, people, now } = parts;
  if (mail === null) return { delivery: null };
  const delivery = await deliverLetters({
    ...mail,
    now,
    addressOf: (personId) => people.emailOf(personId),
    describe: async (noticeIds) => {
      const found = await findNotices(database.pool, noticeIds);
      const byId = new Map(found.map((entry) => [entry.noticeId, entry]));
      const entries = noticeIds.flatMap((noticeId) => byId.get(noticeId) ?? []);
      if (entries.length !== noticeIds.length) return null;
      const book = await parts.definitions.current();
      const names = await people.namesOf(peopleNamedIn(entries));
      return entries.map((entry) => wordsOf(entry, book, names));
    },
  });
  return { delivery };
}
