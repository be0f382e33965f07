import type { WorkingCalendar } from '@thidua/calendar';
import type { LocalDate } from '@thidua/kernel';
import { defaultFlow, type WorkflowDefinition } from '@thidua/workflow';
import type { ApplicationParts } from '../application-parts';
import { officeOnDay, type OfficeOnDay } from './office-on-day';

/** What a look is made from beside the tasks: looked up once, so that a whole round sees the same. */
export interface LookGround {
  readonly on: LocalDate;
  /** With the notices in force. */
  readonly calendar: WorkingCalendar;
  readonly office: OfficeOnDay;
  /** Day of the month on which the office's monthly reports are due: that of the flow new tasks begin under. */
  readonly reportDueDay: number;
  /** Null for a flow that is not known here; its tasks have no timers. */
  flowOf(pinned: Pick<WorkflowDefinition, 'id' | 'version'>): WorkflowDefinition | null;
}

export async function lookGround(parts: ApplicationParts, on: LocalDate): Promise<LookGround> {
  const [directory, { calendar }, book] = await Promise.all([
    parts.directory.current(),
    parts.calendar.current(),
    parts.definitions.current(),
  ]);
  return {
    on,
    calendar,
    office: officeOnDay(directory, on),
    reportDueDay: (book.newest(defaultFlow.id)?.definition ?? defaultFlow).reportDueDay,
    flowOf: ({ id, version }) => book.find(id, version)?.definition ?? null,
  };
}
