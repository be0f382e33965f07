import type { LocalDate } from '@thidua/kernel';
import type { Notice } from '@thidua/urging';
import { Conditions } from '../query/conditions';
import { liveTable } from '../query/live-table';
import { pageLimit, toPage, type Page, type PageRequest } from '../query/page';
import type { Reader } from '../query/reader';
import { taskBoard } from '../task-board';
import { notices } from './notices.projection';
import { noticesRead } from './notices-read.projection';

/** A notice with the task it is about, as a person finds it in the inbox. */
export interface InboxEntry extends Pick<Notice, 'kind' | 'taskId' | 'onDay' | 'facts'> {
  /** Id of the event it tells of. */
  readonly noticeId: string;
  /** Position of that event, a decimal string. */
  readonly position: string;
  readonly taskNo: string | null;
  readonly taskTitle: string | null;
  readonly workflowId: string | null;
  readonly workflowVersion: number | null;
  /** Null while it is unread. */
  readonly readOn: LocalDate | null;
}

export interface InboxFilter {
  readonly personId: string;
  /** Units the person leads: what is told to a unit is told to whoever leads it. */
  readonly unitIds: readonly string[];
  readonly unreadOnly: boolean;
}

const COLUMNS = `n.key as "noticeId", n.position::text as position, n.kind, n.task_id as "taskId",
  n.on_day::text as "onDay", n.facts, b.no as "taskNo", b.title as "taskTitle",
  b.workflow_id as "workflowId", b.workflow_version as "workflowVersion"`;

interface Tables {
  readonly notices: string;
  readonly board: string;
  readonly read: string;
}

async function liveTables(reader: Reader): Promise<Tables> {
  return {
    notices: (await liveTable(reader, notices)).table,
    board: (await liveTable(reader, taskBoard)).table,
    read: (await liveTable(reader, noticesRead)).table,
  };
}

/** The newest first. @throws RangeError when the limit is outside 1 to 1000. */
export async function listInbox(
  reader: Reader,
  { personId, unitIds, unreadOnly }: InboxFilter,
  page: PageRequest = {},
): Promise<Page<InboxEntry>> {
  const limit = pageLimit(page);
  const tables = await liveTables(reader);
  const where = new Conditions();
  const [person, units] = [where.bind(personId), where.bind(unitIds)];
  where.add(
    personId,
    (p) => `n.to_person_ids @> array[${p}::text] or n.to_unit_ids && ${units}::text[]
      or (n.to_leads and b.lead_unit_ids && ${units}::text[])`,
  );
  where.add(page.after, (p) => `n.position < ${p}::bigint`);
  where.add(unreadOnly || null, (p) => `${p}::boolean and r.read_on is null`);
  const { rows } = await reader.query<InboxEntry>(
    `select ${COLUMNS}, r.read_on::text as "readOn" from ${tables.notices} n
       left join ${tables.board} b on b.key = n.task_id
       left join ${tables.read} r on r.key = ${person}::text || '/' || n.key
      ${where.where} order by n.position desc limit ${where.bind(limit + 1)}`,
    where.params,
  );
  return toPage(rows, limit, ({ position }) => position);
}

/** Notices by id, in no order; those the read model does not hold are left out. */
export async function findNotices(
  reader: Reader,
  noticeIds: readonly string[],
): Promise<readonly InboxEntry[]> {
  const tables = await liveTables(reader);
  const { rows } = await reader.query<InboxEntry>(
    `select ${COLUMNS}, null::text as "readOn" from ${tables.notices} n
       left join ${tables.board} b on b.key = n.task_id where n.key = any($1::text[])`,
    [noticeIds],
  );
  return rows;
}
