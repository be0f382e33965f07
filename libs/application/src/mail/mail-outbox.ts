import { localDateOf, streamName, type PersonId } from '@thidua/kernel';
import type { Outbox } from '@thidua/mail';
import type { Reactor } from '@thidua/projections';
import type { Directory } from '@thidua/organisation';
import { taskDecider } from '@thidua/task';
import { NOTICE_TYPES, noticeOf, type Notice } from '@thidua/urging';
import type { ApplicationParts } from '../application-parts';
import { foldStream } from '../calls/fold-stream';
import { officeOnDay } from '../timers/office-on-day';

/** Permanent name of the reactor's checkpoint. */
export const MAIL_OUTBOX = 'mail_outbox';

/** What happened longer ago than this is not mailed: a worker that was away for a week does not flood everybody. */
const FRESH_MS = 7 * 86_400_000;

/**
 * Puts each notice into the outbox, once for each person it is for on the day it is handled. It begins at the head of
 * the log the first time mail is switched on, and goes on from its checkpoint ever after.
 */
export const mailOutbox = (parts: () => ApplicationParts, outbox: Outbox): Reactor => ({
  name: MAIL_OUTBOX,
  types: NOTICE_TYPES,
  startAfter: 'head',
  handle: async (event) => {
    const notice = noticeOf(event);
    const now = parts().now();
    if (notice === null || Date.parse(now) - Date.parse(event.recordedAt) > FRESH_MS) return;
    const personIds = await readersOf(parts(), notice, event.position);
    await outbox.add(
      personIds.map((personId) => ({ noticeId: event.id, personId })),
      now,
    );
  },
});

async function readersOf(
  parts: ApplicationParts,
  notice: Notice,
  position: bigint,
): Promise<readonly PersonId[]> {
  const on = localDateOf(parts.now());
  const directory: Directory = await parts.directory.current();
  const office = officeOnDay(directory, on);
  const units = notice.toLeads ? await leadsOf(parts, notice.taskId, position) : notice.toUnitIds;
  const people = [...notice.toPersonIds, ...units.flatMap((unitId) => office.leadersOf(unitId))];
  return [...new Set(people)].filter((personId) => directory.isInOffice(personId, on));
}

/** The lead units of the task as it stood right after the event. */
async function leadsOf(
  { store }: ApplicationParts,
  taskId: string | null,
  position: bigint,
): Promise<readonly string[]> {
  if (taskId === null) return [];
  const history = await store.readStream(streamName(taskDecider.category, taskId));
  const then = history.filter((event) => event.position <= position);
  return foldStream(taskDecider, then)?.leads.map(({ unitId }) => unitId) ?? [];
}
