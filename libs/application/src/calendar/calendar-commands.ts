import {
  CALENDAR_ID,
  calendarCommands,
  calendarDecider,
  calendarEvents,
  rejectCalendar,
} from '@thidua/calendar';
import { localDateOf } from '@thidua/kernel';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { readCommand } from '../calls/read-command';
import { requireHappened } from '../calls/require-happened';
import { actorFactsOf } from '../organisation/directory-source';

export interface CalendarCommandInput {
  /** Jurisdiction; `vn` is the only one so far. */
  readonly calendar: string;
  /** Name in the vocabulary, e.g. `AddCalendarNotice`. */
  readonly command: string;
  readonly data: unknown;
}

/** Records or withdraws a notice. @throws CommandRejected CALENDAR_NOT_FOUND, and whatever the calendar says. */
export async function calendarCommand(
  parts: ApplicationParts,
  { calendar: calendarId, command: name, data }: CalendarCommandInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  if (calendarId !== CALENDAR_ID) {
    return rejectCalendar('CALENDAR_NOT_FOUND', { calendar: calendarId, known: [CALENDAR_ID] });
  }
  const command = readCommand(calendarCommands, name, data);
  const directory = await parts.directory.current();
  const on = localDateOf(call.occurredAt);
  const actor = actorFactsOf(directory, call.actor, on);
  return parts.runner.run(
    { decider: calendarDecider, events: calendarEvents },
    { id: calendarId, command, call, contextOf: () => ({ actor, on, calendarId }) },
  );
}
