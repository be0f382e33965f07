import { foldForComparison, type LocalDate } from '@thidua/kernel';
import type { StatePhase } from '@thidua/workflow';
import { Conditions, likeContains } from '../query/conditions';
import { pageLimit, toPage, type Page, type PageRequest } from '../query/page';
import { readRows, type ReadRow } from '../query/read-rows';
import type { Reader } from '../query/reader';
import { taskBoard } from './task-board.projection';
import type { TaskBoardRow } from './task-board.row';

/** A task on the board; `key` is the task id. */
export type BoardTask = ReadRow<TaskBoardRow>;

export interface TaskBoardFilter {
  /** Lead or coordinating unit. */
  readonly unitId?: string | undefined;
  readonly leadUnitId?: string | undefined;
  readonly assigneeId?: string | undefined;
  readonly planId?: string | undefined;
  readonly year?: number | undefined;
  readonly state?: string | undefined;
  /** Tasks pinned to this version of a flow now. */
  readonly workflow?: { readonly id: string; readonly version: number } | undefined;
  readonly phases?: readonly StatePhase[] | undefined;
  /** Words of the title, in any letter case and either spelling of the tone marks. */
  readonly titleContains?: string | undefined;
  /**
   * Only tasks past their due date in force on this calendar day (Asia/Ho_Chi_Minh): work is still owed, or the result
   * that awaits verification was reported after the due date.
   */
  readonly overdueOn?: LocalDate | undefined;
}

const OVERDUE = (on: string): string =>
  `(t.phase = 'open' and t.due_on < ${on})
   or (t.phase = 'reported' and t.due_on < ${on} and t.due_on < coalesce(t.result_reported_on, ${on}))`;

function conditionsOf(filter: TaskBoardFilter): Conditions {
  const { titleContains } = filter;
  return new Conditions()
    .add(
      filter.unitId,
      (p) => `t.lead_unit_ids @> array[${p}::text] or t.coordinating_unit_ids @> array[${p}::text]`,
    )
    .add(filter.leadUnitId, (p) => `t.lead_unit_ids @> array[${p}::text]`)
    .add(filter.assigneeId, (p) => `t.assignee_ids @> array[${p}::text]`)
    .add(filter.planId, (p) => `t.plan_id = ${p}`)
    .add(filter.year, (p) => `t.year = ${p}`)
    .add(filter.state, (p) => `t.state = ${p}`)
    .add(filter.workflow?.id, (p) => `t.workflow_id = ${p}`)
    .add(filter.workflow?.version, (p) => `t.workflow_version = ${p}`)
    .add(filter.phases, (p) => `t.phase = any(${p}::text[])`)
    .add(
      titleContains === undefined ? null : likeContains(foldForComparison(titleContains)),
      (p) => `t.title_folded like ${p}`,
    )
    .add(filter.overdueOn, (p) => OVERDUE(`${p}::date`));
}

/** What people look a list of tasks up by: the plan, the number as they count, and the id, which makes it one place. */
const AS_COUNTED = ['plan_id', 'no_order', 'key'] as const;
const placeIn = (table: string) => AS_COUNTED.map((column) => `${table}.${column}`).join(', ');

/**
 * Tasks plan by plan in the order of their numbers, 3.2 before 3.10. The cursor is the id of a task, whose plan and number
 * never change; a page after a task that is not there is empty.
 * @throws RangeError when the limit is outside 1 to 1000.
 */
export async function listTasksByNumber(
  reader: Reader,
  filter: TaskBoardFilter = {},
  page: PageRequest = {},
): Promise<Page<BoardTask>> {
  const limit = pageLimit(page);
  const conditions = (table: string) =>
    conditionsOf(filter).add(
      page.after,
      (p) =>
        `(${placeIn('t')}) > (select ${placeIn('last')} from ${table} last where last.key = ${p})`,
    );
  const order = { by: placeIn('t'), limit: limit + 1 };
  const found = await readRows(reader, taskBoard, conditions, order);
  return toPage(found, limit, ({ key }) => key);
}

/** Tasks in the order of their ids, for whoever goes through all of them. @throws RangeError when the limit is outside 1 to 1000. */
export async function listTasks(
  reader: Reader,
  filter: TaskBoardFilter = {},
  page: PageRequest = {},
): Promise<Page<BoardTask>> {
  const limit = pageLimit(page);
  const conditions = conditionsOf(filter).add(page.after, (p) => `t.key > ${p}`);
  const found = await readRows(reader, taskBoard, conditions, { by: 't.key', limit: limit + 1 });
  return toPage(found, limit, ({ key }) => key);
}

/** Null when there is no such task. */
export async function getTask(reader: Reader, taskId: string): Promise<BoardTask | null> {
  const conditions = new Conditions().add(taskId, (p) => `t.key = ${p}`);
  return (await readRows(reader, taskBoard, conditions))[0] ?? null;
}

/**
 * Tasks that bear the number, e.g. `2.3.a`: in one plan, or in every plan when none is named, so that a caller can say
 * between which plans the number is ambiguous.
 */
export function findTasksByNumber(
  reader: Reader,
  no: string,
  planId: string | null = null,
): Promise<readonly BoardTask[]> {
  const conditions = new Conditions()
    .add(foldForComparison(no), (p) => `t.no_folded = ${p}`)
    .add(planId, (p) => `t.plan_id = ${p}`);
  return readRows(reader, taskBoard, conditions, { by: 't.year, t.plan_id, t.key' });
}
