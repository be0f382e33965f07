import type { Instant, PersonId } from '@thidua/kernel';
import { writeLetter, type LetterNotice } from './letter';
import type { ClaimedLetter, LetterOutcome, Outbox } from './outbox/outbox';
import type { Post } from './post/smtp-post';

export interface DeliveryParts {
  readonly outbox: Outbox;
  readonly post: Post;
  readonly now: () => Instant;
  /** Null when the directory has none, or no longer. */
  readonly addressOf: (personId: PersonId) => Promise<string | null>;
  /** The notices in words, in the order asked; null as long as the read model does not hold them all. */
  readonly describe: (noticeIds: readonly string[]) => Promise<readonly LetterNotice[] | null>;
}

/** What one round did. `away` says why it ended early; null when nothing due is left. */
export interface Delivery {
  readonly sent: number;
  readonly refused: number;
  readonly deferred: number;
  readonly unaddressed: number;
  readonly away: string | null;
}

/**
 * Sends every letter that is due, one after the other. A letter is marked after the server has acknowledged it: a crash
 * between the two sends it once more, under the same Message-ID, so an acknowledged letter is told from its repetition.
 */
export async function deliverLetters(parts: DeliveryParts): Promise<Delivery> {
  const { outbox, now } = parts;
  const counts = { sent: 0, refused: 0, deferred: 0, unaddressed: 0 };
  for (;;) {
    const letter = await outbox.claim(now());
    if (letter === null) return { ...counts, away: null };
    const { result, away } = await deliver(parts, letter);
    await outbox.settle(letter, result, now());
    counts[result.outcome] += 1;
    if (away) return { ...counts, away: 'reason' in result ? result.reason : null };
  }
}

async function deliver(
  { post, addressOf, describe }: DeliveryParts,
  { personId, letter, noticeIds }: ClaimedLetter,
): Promise<{ readonly result: LetterOutcome; readonly away: boolean }> {
  const address = await addressOf(personId);
  if (address === null) return { result: { outcome: 'unaddressed' }, away: false };
  const notices = await describe(noticeIds);
  if (notices === null)
    return { result: { outcome: 'deferred', reason: 'NOT_IN_READ_MODEL' }, away: false };
  const written = writeLetter({ personId, letter, domain: post.domain }, notices);
  const posted = await post.send(address, written);
  if (posted.outcome === 'away')
    return { result: { outcome: 'deferred', reason: posted.reason }, away: true };
  return { result: posted, away: false };
}
