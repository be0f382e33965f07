import { inboxEvents, type InboxEvent } from '@thidua/urging';
import type { LocalDate } from '@thidua/kernel';
import type { ColumnType, Projection } from '../runtime/projection';

/** That a person has read a notice; the key is `<person>/<notice>`. */
export interface NoticeReadRow {
  readonly personId: string;
  readonly noticeId: string;
  readonly readOn: LocalDate;
}

export const noticeReadKey = (personId: string, noticeId: string): string =>
  `${personId}/${noticeId}`;

/** Which notices were read by whom, and on which day first. */
export const noticesRead: Projection<NoticeReadRow> = {
  name: 'notices_read',
  version: 1,
  types: Object.keys(inboxEvents),
  poison: 'park-key',
  table: {
    columns: { personId: 'text', noticeId: 'text', readOn: 'date' } satisfies Record<
      keyof NoticeReadRow,
      ColumnType
    >,
    indexes: [],
  },
  keysOf: ({ data }) => {
    const { personId, noticeIds } = data as InboxEvent['data'];
    return noticeIds.map((noticeId) => noticeReadKey(personId, noticeId));
  },
  evolve: (row, { data }, key) => {
    const { personId, readOn } = data as InboxEvent['data'];
    return row ?? { personId, noticeId: key.slice(personId.length + 1), readOn };
  },
};
