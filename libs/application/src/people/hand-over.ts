import {
  compareNumbering,
  localDateOf,
  rejectFrom,
  startOfDay,
  type LocalDate,
  type PersonId,
  type RejectionCatalogue,
  type UnitId,
} from '@thidua/kernel';
import type { Directory } from '@thidua/organisation';
import type { TaskCommand } from '@thidua/task';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { partOf } from '../calls/derived-call';
import { inParallel } from '../calls/in-parallel';
import { parseInput } from '../calls/parse-input';
import { requireHappened } from '../calls/require-happened';
import { requireTaskDecision, runTaskCommand } from '../tasks/task-commands';
import { requireBoardAt } from '../tasks/open-tasks';
import { handOverRequest, type HandOverRequest, type Successor } from './hand-over-request';
import { openParts, type OpenPart } from './open-parts';

/** Refusals of handing over the work of a person as a whole. */
export const handOverRejections = {
  NOTHING_TO_HAND_OVER: {
    kind: 'conflict',
    vi: '{personId} không còn việc đang mở để bàn giao.',
    en: '{personId} has no open work to hand over.',
  },
  HAND_OVER_TO_ONESELF: {
    kind: 'invalid',
    vi: 'Không thể bàn giao cho chính {personId}.',
    en: 'Work cannot be handed over to {personId} who has it.',
  },
  HAND_OVER_SUCCESSOR_AMBIGUOUS: {
    kind: 'invalid',
    vi: 'Nhiều người nhận: mỗi người phải được nêu nhiệm vụ, trừ một người nhận phần còn lại.',
    en: 'Several successors: name the tasks of each but one, who takes the rest.',
  },
  HAND_OVER_TASK_NOT_HELD: {
    kind: 'invalid',
    vi: 'Nhiệm vụ {tasks} không nằm trong việc đang mở của {personId}.',
    en: 'Tasks {tasks} are not among the open work of {personId}.',
  },
  HAND_OVER_TASK_NAMED_TWICE: {
    kind: 'invalid',
    vi: 'Nhiệm vụ {task} được giao cho hai người.',
    en: 'Task {task} is given to two people.',
  },
  SUCCESSOR_NOT_IN_UNIT: {
    kind: 'invalid',
    vi: 'Người nhận {personId} không giữ vị trí tại đơn vị {unitId} vào ngày {on}.',
    en: 'Successor {personId} holds no post in unit {unitId} on {on}.',
  },
} as const satisfies RejectionCatalogue;

const reject = rejectFrom(handOverRejections);

export interface HandOverInput {
  /** Who gives the work away. */
  readonly personId: PersonId;
  readonly data: unknown;
}

/** A task that changed hands. */
export interface HandedOver {
  readonly taskId: string;
  readonly no: string;
  readonly toPersonId: PersonId;
  readonly toUnitId: UnitId;
  readonly events: CommandOutcome['events'];
}

export interface HandOverOutcome {
  readonly personId: PersonId;
  readonly on: LocalDate;
  readonly handedOver: readonly HandedOver[];
  /** What the person still has in hand: no successor was named for it. */
  readonly remaining: readonly OpenPart[];
  /** Position of the last event written, a decimal string. */
  readonly position: string | null;
}

const PARALLEL_COUNT = 16;

/** One task in one unit, whatever number of parts the person has in it. */
interface Piece {
  readonly part: OpenPart;
  readonly to: Successor;
  readonly toUnitId: UnitId;
}

/**
 * Hands all open work of a person over with one act: one event a task, with its state on the day. Everything is looked
 * at before anything is written; parts that are done stay with who did them.
 */
export async function handOverWork(
  parts: ApplicationParts,
  { personId, data }: HandOverInput,
  call: Call,
): Promise<HandOverOutcome> {
  const request = parseInput(handOverRequest, data);
  const acting: Call = request.on === null ? call : { ...call, occurredAt: startOfDay(request.on) };
  requireHappened(acting, parts.now());
  const on = localDateOf(acting.occurredAt);
  const held = await heldBy(parts, personId, request.unitId);
  const { pieces, remaining } = piecesOf(request, personId, held);
  const directory = await parts.directory.current();
  for (const piece of pieces) requireSuccessor(directory, piece, on);
  const commands = pieces.map((piece) => ({
    piece,
    run: { taskId: piece.part.taskId, command: commandFor(request, personId, piece) },
  }));
  for (const { run } of commands) await requireTaskDecision(parts, run, acting);

  const handedOver: HandedOver[] = [];
  const positions: bigint[] = [];
  await inParallel(PARALLEL_COUNT, commands, async ({ piece, run }) => {
    const part = partOf(acting, `hand over ${run.taskId} ${piece.part.unitId}`);
    const { events, position } = await runTaskCommand(parts, run, part);
    if (position !== null) positions.push(BigInt(position));
    const {
      part: { taskId, no },
      to,
      toUnitId,
    } = piece;
    handedOver.push({ taskId, no, toPersonId: to.personId, toUnitId, events });
  });
  return {
    personId,
    on,
    handedOver: handedOver.toSorted((a, b) => compareNumbering(a.no, b.no)),
    remaining,
    position:
      positions.reduce<bigint | null>((a, b) => (a !== null && a > b ? a : b), null)?.toString() ??
      null,
  };
}

/** What the person holds as of everything recorded, one entry a task and unit. */
async function heldBy(
  parts: ApplicationParts,
  personId: PersonId,
  unitId: UnitId | null,
): Promise<readonly OpenPart[]> {
  await requireBoardAt(parts, await parts.store.head());
  const found = await openParts(parts.database.pool, personId, unitId);
  if (found.length === 0) reject('NOTHING_TO_HAND_OVER', { personId });
  return [...new Map(found.map((part) => [`${part.taskId} ${part.unitId}`, part])).values()];
}

const isNamedBy = ({ tasks }: Successor, { taskId, no }: OpenPart): boolean =>
  tasks !== null && (tasks.includes(taskId) || tasks.includes(no));

function piecesOf(
  { to }: HandOverRequest,
  personId: PersonId,
  held: readonly OpenPart[],
): { readonly pieces: readonly Piece[]; readonly remaining: readonly OpenPart[] } {
  const takers = to.filter(({ tasks }) => tasks === null);
  if (takers.length > 1) reject('HAND_OVER_SUCCESSOR_AMBIGUOUS');
  if (to.some((successor) => successor.personId === personId)) {
    reject('HAND_OVER_TO_ONESELF', { personId });
  }
  const unknown = to
    .flatMap(({ tasks }) => tasks ?? [])
    .filter((task) => !held.some(({ taskId, no }) => taskId === task || no === task));
  if (unknown.length > 0) reject('HAND_OVER_TASK_NOT_HELD', { personId, tasks: unknown });
  const chosen = held.map((part) => ({ part, to: successorFor(to, part) ?? takers[0] ?? null }));
  return {
    pieces: chosen.flatMap(({ part, to: successor }) =>
      successor === null
        ? []
        : [{ part, to: successor, toUnitId: successor.unitId ?? part.unitId }],
    ),
    remaining: chosen.flatMap(({ part, to: successor }) => (successor === null ? [part] : [])),
  };
}

function successorFor(to: readonly Successor[], part: OpenPart): Successor | null {
  const [first, second] = to.filter((successor) => isNamedBy(successor, part));
  if (second !== undefined) reject('HAND_OVER_TASK_NAMED_TWICE', { task: part.no });
  return first ?? null;
}

function requireSuccessor(directory: Directory, { to, toUnitId }: Piece, on: LocalDate): void {
  const posts = directory.postsOf(to.personId, on);
  if (posts.some(({ unitId }) => unitId === toUnitId)) return;
  reject('SUCCESSOR_NOT_IN_UNIT', { personId: to.personId, unitId: toUnitId, on });
}

const commandFor = (
  { reason, papers, agreedBy }: HandOverRequest,
  personId: PersonId,
  { part, to, toUnitId }: Piece,
): TaskCommand => ({
  type: 'HandOverTask',
  data: {
    from: { unitId: part.unitId, personId },
    to: { unitId: toUnitId, personId: to.personId },
    reason,
    papers,
    agreedBy: toUnitId === part.unitId ? null : agreedBy,
  },
});
