import { CommandRejected } from '@thidua/kernel';
import type { RowFault } from './office-rows';

/** The column at fault by what the rule said; a rule about anything else is about the row as a whole, named by its id. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  UNIT_NAME_TAKEN: 'name',
  UNIT_PARENT_NOT_STANDING: 'parent',
  UNIT_UNDER_ITSELF: 'parent',
  UNIT_DATE_TOO_EARLY: 'validFrom',
  UNIT_ALREADY_ENDED: 'validUntil',
  OFFICIAL_DATE_TOO_EARLY: 'validFrom',
  OFFICIAL_ALREADY_JOINED: 'validFrom',
  OFFICIAL_ALREADY_LEFT: 'validUntil',
  POST_OVERLAPS: 'validFrom',
  POST_UNIT_NOT_STANDING: 'unit',
  PERIOD_ENDS_BEFORE_START: 'validUntil',
};

const ID_COLUMN = { units: 'unit', officials: 'person', posts: 'person' } as const;

/** @throws whatever is no rule's no, and a no to the actor, which no other row could put right. */
export function faultOfRejection(place: Pick<RowFault, 'list' | 'line'>, error: unknown): RowFault {
  if (!(error instanceof CommandRejected) || error.text.kind === 'forbidden') throw error;
  const column = COLUMN_OF[error.code] ?? ID_COLUMN[place.list];
  return { ...place, column, message: `${error.vi} (${error.en})` };
}
