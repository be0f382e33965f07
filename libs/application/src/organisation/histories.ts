import type { Instant, LocalDate, PersonId, RecordedEvent, UnitId } from '@thidua/kernel';
import { localDateOf, streamName } from '@thidua/kernel';
import {
  officialDecider,
  unitDecider,
  type Directory,
  type Official,
  type Unit,
} from '@thidua/organisation';
import type { AnswerHeader, ApplicationParts } from '../application-parts';
import { rejectCall } from '../calls/call-errors';
import { openPartsNow, type OpenPart } from '../people/open-parts';
import { listOpenTasks, openTaskOf, type OpenTask } from '../tasks/open-tasks';
import { resolveUnit } from './resolve-unit';

/** An event behind the periods of an answer. */
export interface HistoryEvent {
  readonly eventId: string;
  readonly stream: string;
  readonly position: string;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actorId: string;
  readonly data: unknown;
}

/** A person with the name of today; null when it was erased or never known. */
export interface NamedPerson {
  readonly personId: PersonId;
  readonly name: string | null;
}

export interface PersonHistory extends AnswerHeader, NamedPerson {
  readonly erased: boolean;
  readonly stays: Official['stays'];
  readonly posts: readonly (Official['posts'][number] & { readonly unitName: string | null })[];
  /** Who may act for this person. */
  readonly deputies: Official['deputies'];
  readonly taskForces: readonly {
    readonly unitId: UnitId;
    readonly role: 'leader' | 'member';
    readonly fromOn: LocalDate;
    readonly untilOn: LocalDate | null;
  }[];
  /** What the person has in hand today. */
  readonly openWork: readonly OpenPart[];
  readonly events: readonly HistoryEvent[];
}

/** What the log says of one person, by id. @throws CommandRejected PERSON_UNKNOWN */
export async function personHistory(
  parts: ApplicationParts,
  { personId }: { readonly personId: PersonId },
): Promise<PersonHistory> {
  const directory = await parts.directory.current();
  const official = directory.official(personId);
  if (official === null) return rejectCall('PERSON_UNKNOWN', { person: personId });
  const { stays, posts, deputies } = official;
  const names = await parts.people.names();
  return {
    ...(await headerOf(parts)),
    personId,
    name: names.get(personId) ?? null,
    erased: directory.isErased(personId),
    stays,
    posts: posts.map((post) => ({
      ...post,
      unitName: directory.nameOn(post.unitId, post.fromOn),
    })),
    deputies,
    taskForces: directory.units.flatMap(({ unitId, taskForce }) =>
      (taskForce?.members ?? [])
        .filter((member) => member.personId === personId)
        .map(({ role, fromOn, untilOn }) => ({ unitId, role, fromOn, untilOn })),
    ),
    openWork: await openPartsNow(parts, personId, null),
    events: await eventsOf(parts, [streamName(officialDecider.category, personId)]),
  };
}

export interface UnitHeads extends AnswerHeader {
  readonly unitId: UnitId;
  readonly heads: readonly (NamedPerson & {
    readonly fromOn: LocalDate;
    readonly untilOn: LocalDate | null;
  })[];
}

export interface UnitHistory
  extends UnitHeads, Pick<Unit, 'fromOn' | 'names' | 'kinds' | 'parents' | 'aliases' | 'end'> {
  /** Units that ended and named this one as a successor. */
  readonly predecessorUnitIds: readonly UnitId[];
  /** Who may look for whom after the unit's end, today. */
  readonly standInUnitIds: readonly UnitId[];
  readonly taskForce: Unit['taskForce'];
  /** Open tasks in which the unit has a part today. */
  readonly openTasks: readonly OpenTask[];
  readonly events: readonly HistoryEvent[];
}

export interface UnitInput {
  /** Id, or a name of today or of any other day when only one unit ever bore it. */
  readonly unit: string;
}

/** Who led the unit, and when. @throws CommandRejected UNIT_NOT_FOUND */
export async function unitHeads(parts: ApplicationParts, { unit }: UnitInput): Promise<UnitHeads> {
  const directory = await parts.directory.current();
  return headsAnswer(parts, directory, findUnit(parts, directory, unit));
}

/** What the log says of one unit through time. @throws CommandRejected UNIT_NOT_FOUND */
export async function unitHistory(
  parts: ApplicationParts,
  { unit: written }: UnitInput,
): Promise<UnitHistory> {
  const directory = await parts.directory.current();
  const unit = findUnit(parts, directory, written);
  const { unitId, fromOn, names, kinds, parents, aliases, end, taskForce } = unit;
  const mergedInto = directory.units.filter(({ mergers }) =>
    mergers.some(({ mergedUnitIds }) => mergedUnitIds.includes(unitId)),
  );
  const streams = [unit, ...mergedInto].map((each) =>
    streamName(unitDecider.category, each.unitId),
  );
  const tasks = await listOpenTasks(parts.database.pool, { unitId });
  return {
    ...(await headsAnswer(parts, directory, unit)),
    ...{ fromOn, names, kinds, parents, aliases, end, taskForce },
    predecessorUnitIds: directory.units
      .filter((other) => other.end?.successorUnitIds.includes(unitId) ?? false)
      .map((other) => other.unitId),
    standInUnitIds: directory
      .standInsOn(unitId, localDateOf(parts.now()))
      .filter((other) => other !== unitId),
    openTasks: tasks.map(openTaskOf),
    events: (await eventsOf(parts, streams)).filter(({ stream, type }) =>
      stream === streams[0] ? true : type === 'UnitMerged',
    ),
  };
}

/** The directory follows the log itself, so an answer from it is as of everything recorded. */
const headerOf = async ({ store }: ApplicationParts): Promise<AnswerHeader> => ({
  position: (await store.head()).toString(),
  caughtUp: true,
});

async function headsAnswer(
  parts: ApplicationParts,
  directory: Directory,
  { unitId }: Unit,
): Promise<UnitHeads> {
  const names = await parts.people.names();
  return {
    ...(await headerOf(parts)),
    unitId,
    heads: directory
      .headsOf(unitId)
      .map((head) => ({ ...head, name: names.get(head.personId) ?? null })),
  };
}

function findUnit(parts: ApplicationParts, directory: Directory, written: string): Unit {
  const byId = directory.unit(written);
  if (byId !== null) return byId;
  const [only, another] = directory.unitsEverNamed(written);
  const named = only === undefined || another !== undefined ? null : directory.unit(only);
  if (named !== null) return named;
  const { unitId } = resolveUnit(directory, written, localDateOf(parts.now()));
  return directory.unit(unitId) ?? rejectCall('UNIT_NOT_FOUND', { unit: written, known: [] });
}

async function eventsOf(
  { store }: ApplicationParts,
  streams: readonly string[],
): Promise<readonly HistoryEvent[]> {
  const histories = await Promise.all(streams.map((stream) => store.readStream(stream)));
  return histories
    .flat()
    .toSorted((a, b) => (a.position < b.position ? -1 : 1))
    .map(historyEvent);
}

const historyEvent = (event: RecordedEvent): HistoryEvent => ({
  eventId: event.id,
  stream: event.stream,
  position: event.position.toString(),
  type: event.type,
  occurredAt: event.metadata.occurredAt,
  recordedAt: event.recordedAt,
  actorId: event.metadata.actor.id,
  data: event.data,
});
