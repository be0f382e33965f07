import { isLocalDate, type LocalDate } from '@thidua/kernel';
import { rejectCall } from './call-errors';

/** A calendar day from text. @throws CommandRejected DATE_UNREADABLE naming the field. */
export const readDay = (field: string, value: string): LocalDate =>
  isLocalDate(value) ? value : rejectCall('DATE_UNREADABLE', { field, value });
