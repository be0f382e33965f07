import type { RecordedEvent } from '@thidua/kernel';
import type { OfficialEvent } from '@thidua/organisation';
import type { Reactor } from '@thidua/projections';
import type { ApplicationParts } from '../application-parts';
import { systemCall } from '../calls/system-call';
import { runOfficialCommand } from '../organisation/organisation-commands';
import { requireBoardAt } from '../tasks/open-tasks';
import { openParts } from './open-parts';

/** Permanent name of the process manager's checkpoint. */
export const LEAVING = 'leaving_officials';

type DataOf<Type extends OfficialEvent['type']> = Extract<OfficialEvent, { type: Type }>['data'];

/** The process manager that puts on record what somebody still has in hand when they leave a post or the organisation. */
export const leaving = (parts: () => ApplicationParts): Reactor => ({
  name: LEAVING,
  types: ['OfficialLeft', 'PostLeft'],
  handle: async (event) => {
    const { personId, untilOn: leftOn } = event.data as DataOf<'OfficialLeft' | 'PostLeft'>;
    const unitId = event.type === 'PostLeft' ? (event.data as DataOf<'PostLeft'>).unitId : null;
    if (unitId !== null && (await leftAltogether(parts(), event))) return;
    await requireBoardAt(parts(), event.position);
    const found = await openParts(parts().database.pool, personId, unitId);
    const listed = found.map(({ taskId, unitId: givenBy, subtaskId }) => ({
      taskId,
      unitId: givenBy,
      subtaskId,
    }));
    await runOfficialCommand(
      parts(),
      {
        personId,
        command: { type: 'ListOpenWork', data: { unitId, leftOn, parts: listed } },
      },
      systemCall(LEAVING, event, personId),
    );
  },
});

/** Leaving the organisation ends every post; the one list made for it names all that is open. */
async function leftAltogether(parts: ApplicationParts, event: RecordedEvent): Promise<boolean> {
  const { personId, untilOn } = event.data as DataOf<'PostLeft'>;
  const directory = await parts.directory.current();
  const stays = directory.official(personId)?.stays ?? [];
  return stays.some((stay) => stay.untilOn === untilOn);
}
