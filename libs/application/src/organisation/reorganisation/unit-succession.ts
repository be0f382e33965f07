import {
  addDays,
  CommandRejected,
  startOfDay,
  type LocalDate,
  type RecordedEvent,
  type UnitId,
} from '@thidua/kernel';
import type { UnitEvent } from '@thidua/organisation';
import type { BoardTask, Reactor } from '@thidua/projections';
import type { TaskCommand } from '@thidua/task';
import type { ApplicationParts } from '../../application-parts';
import { inParallel } from '../../calls/in-parallel';
import { systemCall } from '../../calls/system-call';
import { listOpenTasks, requireBoardAt } from '../../tasks/open-tasks';
import { runTaskCommand } from '../../tasks/task-commands';
import { runUnitCommand } from '../organisation-commands';
import { UNIT_SUCCESSION } from './reorganisation-facts';

const PARALLEL_COUNT = 32;

type SucceedUnitData = Extract<TaskCommand, { type: 'SucceedUnit' }>['data'];

/** A unit that stops on one day, and who follows it in which task. */
interface Succession extends Pick<SucceedUnitData, 'cause' | 'document'> {
  readonly event: RecordedEvent;
  readonly unitId: UnitId;
  readonly effectiveOn: LocalDate;
  /** Null: nobody is named for it, and it is left for people to hand over. */
  successorOf(task: Pick<BoardTask, 'key'>): UnitId | null;
  /** Under which unit its sub-units stand from then on; null when they are left for people to move. */
  readonly parentOfChildren: UnitId | null;
}

/**
 * The process manager that gives the open work of a merged, split or ended unit to its successors, one event a task.
 * Its command ids are derived from the unit's event and it asks the board anew, so a restart goes on where it stopped.
 */
export const unitSuccession = (parts: () => ApplicationParts): Reactor => ({
  name: UNIT_SUCCESSION,
  types: ['UnitMerged', 'UnitSplit', 'UnitEnded'],
  handle: async (event) => {
    if (event.type === 'UnitMerged') return completeMergers(parts(), event);
    const succession = successionOf(event);
    if (succession === null) return;
    await moveTasks(parts(), succession);
    await moveChildren(parts(), succession);
  },
});

type DataOf<Type extends UnitEvent['type']> = Extract<UnitEvent, { type: Type }>['data'];

/** Each merged unit ends on its own stream; what follows for its tasks follows from that end. */
async function completeMergers(parts: ApplicationParts, event: RecordedEvent): Promise<void> {
  const { unitId, mergedUnitIds, effectiveOn, document } = event.data as DataOf<'UnitMerged'>;
  const data = { intoUnitId: unitId, endedOn: addDays(effectiveOn, -1), document };
  for (const mergedId of mergedUnitIds) {
    const call = systemCall(UNIT_SUCCESSION, event, `end ${mergedId}`);
    await runUnitCommand(
      parts,
      { unitId: mergedId, command: { type: 'CompleteMerger', data } },
      call,
    );
  }
}

function successionOf(event: RecordedEvent): Succession | null {
  return event.type === 'UnitSplit' ? splitOf(event) : endOf(event);
}

function splitOf(event: RecordedEvent): Succession {
  const { shares, restUnitId, ...split } = event.data as DataOf<'UnitSplit'>;
  const shareOf = new Map(shares.map(({ taskId, unitId }) => [taskId, unitId]));
  return {
    event,
    unitId: split.unitId,
    effectiveOn: split.effectiveOn,
    cause: 'split',
    document: split.document,
    successorOf: ({ key }) => shareOf.get(key) ?? restUnitId,
    parentOfChildren: split.intoUnitIds.includes(split.unitId) ? null : restUnitId,
  };
}

/** With several successors and no stated shares, or with none, nobody is presumed to follow. */
function endOf(event: RecordedEvent): Succession | null {
  const { unitId, endedOn, how, successorUnitIds, legalBasis } = event.data as DataOf<'UnitEnded'>;
  const [successor, another] = successorUnitIds;
  if (successor === undefined || another !== undefined) return null;
  return {
    event,
    unitId,
    effectiveOn: addDays(endedOn, 1),
    cause: how,
    document: legalBasis,
    successorOf: () => successor,
    parentOfChildren: successor,
  };
}

async function moveTasks(parts: ApplicationParts, succession: Succession): Promise<void> {
  const { event, unitId, cause, document } = succession;
  await requireBoardAt(parts, event.position);
  const tasks = await listOpenTasks(parts.database.pool, { unitId });
  await inParallel(PARALLEL_COUNT, tasks, async (task) => {
    const toUnitId = succession.successorOf(task);
    if (toUnitId === null || toUnitId === unitId) return;
    const command: TaskCommand = {
      type: 'SucceedUnit',
      data: { fromUnitId: unitId, toUnitId, cause, document },
    };
    const occurredAt = startOfDay(laterOf(succession.effectiveOn, task.assignedOn));
    const call = systemCall(UNIT_SUCCESSION, event, `task ${task.key}`, occurredAt);
    try {
      await runTaskCommand(parts, { taskId: task.key, command }, call);
    } catch (error) {
      // Carried over since the board was read: its work is owed by the later task, which is moved by its own turn.
      if (!(error instanceof CommandRejected && error.code === 'TASK_CARRIED_OVER')) throw error;
    }
  });
}

/** A task may have been assigned to the old unit after the change took effect but before anybody recorded it. */
const laterOf = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** Sub-units stand under the successor from the same day, unless somebody has placed them otherwise. */
async function moveChildren(
  parts: ApplicationParts,
  { event, unitId, effectiveOn, parentOfChildren }: Succession,
): Promise<void> {
  if (parentOfChildren === null || parentOfChildren === unitId) return;
  const directory = await parts.directory.current();
  const legalBasis = null;
  const children = directory.unitsOn(effectiveOn).filter((unit) => unit.parentUnitId === unitId);
  for (const child of children) {
    const data = { parentUnitId: parentOfChildren, fromOn: effectiveOn, legalBasis };
    const call = systemCall(UNIT_SUCCESSION, event, `child ${child.unitId}`);
    try {
      await runUnitCommand(
        parts,
        { unitId: child.unitId, command: { type: 'MoveUnit', data } },
        call,
      );
    } catch (error) {
      // A later decision about the sub-unit stands; it is not for this one to overrule.
      if (!(error instanceof CommandRejected)) throw error;
    }
  }
}
