import {
  auditTrail,
  loadTaskOutcomes,
  readEntries,
  taskOutcome,
  taskOutcomes,
  type TaskOutcomeRow,
} from '@thidua/projections';
import type { PoolClient } from 'pg';
import type { AnswerHeader, ApplicationParts } from '../../application-parts';
import { answerFromAll } from '../../calls/answer';
import { DirectorySource } from '../../organisation/directory-source';
import { inPlanOrder } from '../../tasks/plan-order';
import { refuseBeyond } from '../../scores/compute-sheet';
import type { Facts, QuestionOfFacts, Request, TaskFile } from './question';
import { pick, toldOf, type Told } from './told';

export type FactsWanted = Pick<QuestionOfFacts, 'reads' | 'readsElsewhere'>;

/**
 * The facts of the tasks asked about, from the task outcomes and the audit trail in one snapshot: true at the lower of
 * their positions, so that both know the same.
 */
export async function readFacts(
  parts: ApplicationParts,
  request: Request,
  wanted: FactsWanted,
): Promise<AnswerHeader & { readonly facts: Facts }> {
  const asked = request.knownAtPosition;
  if (asked !== null) refuseBeyond(asked, await parts.store.head());
  const { read, ...header } = await answerFromAll(
    parts,
    [taskOutcomes, auditTrail],
    asked?.toString() ?? request.after,
    async (reader, reached) => {
      if (asked !== null) refuseBeyond(asked, reached);
      const position = asked ?? reached;
      return { read: { position, ...(await readAll(reader, request, wanted, position)) } };
    },
  );
  const directory =
    asked === null
      ? await parts.directory.current()
      : await DirectorySource.upTo(parts.store, asked);
  const { position, rows, told, others } = read;
  return {
    ...header,
    position: position.toString(),
    facts: { request, position, files: filesOf(rows, told, request, position), others, directory },
  };
}

async function readAll(
  reader: PoolClient,
  { planId, year }: Request,
  { reads, readsElsewhere = [] }: FactsWanted,
  upTo: bigint,
) {
  const rows = await loadTaskOutcomes(reader, planId === null ? { year } : { planId });
  const taskIds = rows.map(({ taskId }) => taskId);
  const types = ['TaskAssigned', ...reads];
  const entries = await readEntries(reader, { types, taskIds, upTo });
  const elsewhere =
    readsElsewhere.length === 0 ? [] : await readEntries(reader, { types: readsElsewhere, upTo });
  return { rows, told: entries.map(toldOf), others: elsewhere.map(toldOf) };
}

/**
 * Tasks assigned by the day asked about, as far as known, each with what had happened to it by then: plan by plan in the
 * order of their numbers. Pure.
 */
export function filesOf(
  rows: readonly TaskOutcomeRow[],
  told: readonly Told[],
  { asOf }: Pick<Request, 'asOf'>,
  knownAtPosition: bigint,
): readonly TaskFile[] {
  const byTask = new Map<string, Told[]>();
  for (const event of told) {
    const { taskId } = event.data as { readonly taskId: string };
    const own = byTask.get(taskId);
    if (own === undefined) byTask.set(taskId, [event]);
    else own.push(event);
  }
  return inPlanOrder(rows).flatMap((row) => {
    const outcome = taskOutcome(row, { asOf, knownAtPosition });
    // A correction says what was true all along, so it counts from when it is known.
    const own = (byTask.get(row.taskId) ?? []).filter(
      ({ type, on }) => on <= asOf || type === 'TaskCorrected',
    );
    const assigned = pick(own, 'TaskAssigned')[0];
    if (outcome === null || assigned === undefined) return [];
    return [{ row, outcome, assigned: assigned.data, told: own }];
  });
}
