import { idOf, invariant, type LocalDate, type RecordedEvent } from '@thidua/kernel';
import {
  loadOfficialEntries,
  loadTaskOutcomes,
  officialEntries,
  taskOutcomes,
  taskWork,
  type RecordedEntry,
  type TaskWork,
} from '@thidua/projections';
import type { AgencyFacts, PersonFacts } from '@thidua/scoring';
import type { ApplicationParts } from '../application-parts';
import { answerFromAll } from '../calls/answer';
import { DirectorySource } from '../organisation/directory-source';
import { refuseBeyond } from '../scores/compute-sheet';
import { withEvent } from '../scores/hypothesis';
import { PersonEntries } from './person-entries';
import { personFacts, type ScoredYear } from './person-facts';
import { postsReader } from './posts-in-year';

/** The year to read, as it stood on a day, from the facts up to a position. */
export interface OfficialsRequest {
  readonly year: number;
  readonly asOf: LocalDate;
  readonly position: bigint;
  /** Taken for recorded after the position, for a trial; nothing of it is kept. */
  readonly assumed?: AssumedFacts;
}

/** Entries and events of tasks as if they followed the log, in the order in which they happen. */
export interface AssumedFacts {
  readonly entries: readonly RecordedEntry[];
  readonly taskEvents: readonly RecordedEvent[];
}

/** The officials of a department in one year: who they are at once, their facts page by page. */
export interface OfficialsYear {
  readonly agency: AgencyFacts;
  /** Everybody in office on the day, in the order of their ids. */
  readonly personIds: readonly string[];
  /** Facts of the people named, in their order; whoever is not scored is left out. */
  factsOf(personIds: readonly string[]): Promise<readonly PersonFacts[]>;
}

const GROUPS = [
  { id: 'chuyen-mon', title: 'Chuyên môn, nghiệp vụ' },
  { id: 'lanh-dao', title: 'Lãnh đạo, quản lý' },
];

/** Waits until the read models hold the position. @throws CommandRejected POSITION_NOT_REACHED. */
async function readTo(parts: ApplicationParts, position: bigint): Promise<void> {
  refuseBeyond(position, await parts.store.head());
  const needed = [officialEntries, taskOutcomes] as const;
  await answerFromAll(parts, [...needed], position.toString(), (_reader, reached) => {
    refuseBeyond(position, reached);
    return Promise.resolve({});
  });
}

function byPerson(entries: readonly RecordedEntry[]): ReadonlyMap<string, RecordedEntry[]> {
  const people = new Map<string, RecordedEntry[]>();
  for (const entry of entries) {
    const own = people.get(entry.personId);
    if (own === undefined) people.set(entry.personId, [entry]);
    else own.push(entry);
  }
  return people;
}

async function tasksOf(
  { database: { pool } }: Pick<ApplicationParts, 'database'>,
  entries: readonly RecordedEntry[],
  { asOf, position, assumed }: OfficialsRequest,
): Promise<ReadonlyMap<string, TaskWork>> {
  const taskIds = entries.flatMap(({ event }) =>
    event.type === 'CoefficientFixed' && event.data.taskId !== null ? [event.data.taskId] : [],
  );
  if (taskIds.length === 0) return new Map();
  // What is assumed of a task that is nobody's work moves nobody.
  const taskEvents = (assumed?.taskEvents ?? []).filter(({ stream }) =>
    taskIds.includes(idOf(stream)),
  );
  const recorded = await loadTaskOutcomes(pool, { taskIds: [...new Set(taskIds)] });
  const rows = taskEvents.reduce(withEvent, recorded);
  const view = { asOf, knownAtPosition: position + BigInt(assumed?.taskEvents.length ?? 0) };
  const works = rows.map((row) => [row.taskId, taskWork(row, view)] as const);
  return new Map(works.filter((each): each is [string, TaskWork] => each[1] !== null));
}

/**
 * Opens a year of officials for reading. Rows are cut at the position, so pages read while the log grows belong together.
 * @throws CommandRejected POSITION_NOT_REACHED.
 */
export async function openOfficialsYear(
  parts: ApplicationParts,
  request: OfficialsRequest,
): Promise<OfficialsYear> {
  const { year, asOf, position } = request;
  await readTo(parts, position);
  const directory = await DirectorySource.upTo(parts.store, position);
  const agencyId = directory.departmentUnitId(asOf);
  invariant(agencyId, 'officials are scored in a department');
  const scored: ScoredYear = { agencyId, year, asOf };
  const postsOf = postsReader(directory, year);
  return {
    agency: { format: 'thidua-facts/1', year, agencyId, groups: GROUPS },
    personIds: directory.peopleOn(asOf),
    factsOf: async (personIds) => {
      const which = { year, personIds, position };
      const recorded = await loadOfficialEntries(parts.database.pool, which);
      const assumed = request.assumed?.entries ?? [];
      const entries = [...recorded, ...assumed.filter((each) => personIds.includes(each.personId))];
      const tasks = await tasksOf(parts, entries, request);
      const own = byPerson(entries);
      return personIds.flatMap((personId) => {
        const ground = { personId, posts: postsOf(personId), tasks };
        const facts = personFacts(ground, new PersonEntries(own.get(personId) ?? []), scored);
        return facts === null ? [] : [facts];
      });
    },
  };
}
