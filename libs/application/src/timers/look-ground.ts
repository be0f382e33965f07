import { workingCalendar, type WorkingCalendar } from '@thidua/calendar';
import type { LocalDate } from '@thidua/kernel';
import { findDefinition, type WorkflowDefinition } from '@thidua/workflow';
import type { ApplicationParts } from '../application-parts';
import { officeOnDay, type OfficeOnDay } from './office-on-day';

/** What a look is made from beside the tasks: looked up once, so that a whole round sees the same. */
export interface LookGround {
  readonly on: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly office: OfficeOnDay;
  /** Null for a flow that is not known here; its tasks have no timers. */
  flowOf(pinned: Pick<WorkflowDefinition, 'id' | 'version'>): WorkflowDefinition | null;
}

export async function lookGround(parts: ApplicationParts, on: LocalDate): Promise<LookGround> {
  const directory = await parts.directory.current();
  return {
    on,
    calendar: workingCalendar(),
    office: officeOnDay(directory, on),
    flowOf: ({ id, version }) => findDefinition(id, version),
  };
}
