import {
  fields,
  rejectFrom,
  type CommandCatalogue,
  type CommandsOf,
  type Decider,
  type DecisionContext,
  type PersonId,
  type RejectionCatalogue,
} from '@thidua/kernel';
import { z } from 'zod';
import type { InboxEvent } from './inbox.events';

export const inboxCommands = {
  MarkNoticesRead: {
    says: 'Mark notices of one’s own inbox as read.',
    vi: 'Đánh dấu đã xem',
    records: ['NoticesRead'],
    data: z.strictObject({ noticeIds: z.array(fields.id()).min(1).max(200) }),
  },
} as const satisfies CommandCatalogue;

export type InboxCommand = CommandsOf<typeof inboxCommands>;

export const inboxRejections = {
  INBOX_OF_ANOTHER: {
    kind: 'forbidden',
    vi: 'Chỉ chính {personId} được xem hộp thông báo này; cấp trên cũng không.',
    en: 'Only {personId} sees this inbox; no superior does either.',
  },
} as const satisfies RejectionCatalogue;

export const rejectInbox = rejectFrom(inboxRejections);

/** Whose inbox it is, beside who acts. */
export type InboxContext = DecisionContext & { readonly personId: PersonId };

/** What one person has read; the stream is `inbox-<person>`. */
export const inboxDecider: Decider<InboxCommand, InboxEvent, readonly string[], InboxContext> = {
  category: 'inbox',
  initialState: [],
  decide: ({ data }, read, { actor: { actor }, personId, on }) => {
    // A deputy acts for somebody; reading is nobody's but one's own.
    if (actor.kind !== 'person' || actor.id !== personId || actor.onBehalfOf !== null)
      return rejectInbox('INBOX_OF_ANOTHER', { personId });
    const known = new Set(read);
    const noticeIds = [...new Set(data.noticeIds)].filter((noticeId) => !known.has(noticeId));
    if (noticeIds.length === 0) return [];
    return [{ type: 'NoticesRead', data: { personId, noticeIds, readOn: on } }];
  },
  evolve: (read, { data: { noticeIds } }) => [...read, ...noticeIds],
};
