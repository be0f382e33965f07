import { NOTICE_TYPES, noticeOf, type Notice } from '@thidua/urging';
import type { ColumnType, Projection } from '../runtime/projection';

/** A notice by the id of the event it tells of. */
export type NoticeRow = Notice;

/** What was told to whom. Who leads a unit or a task is looked up when it is asked, not here. */
export const notices: Projection<NoticeRow> = {
  name: 'notices',
  version: 1,
  types: NOTICE_TYPES,
  poison: 'park-key',
  appendOnly: true,
  table: {
    columns: {
      kind: 'text',
      taskId: 'text',
      onDay: 'date',
      toUnitIds: 'text[]',
      toPersonIds: 'text[]',
      toLeads: 'boolean',
      facts: 'jsonb',
    } satisfies Record<keyof NoticeRow, ColumnType>,
    indexes: [['toUnitIds'], ['toPersonIds'], ['taskId'], ['position']],
  },
  keysOf: (event) => (noticeOf(event) === null ? [] : [event.id]),
  evolve: (_none, event) => noticeOf(event),
};
