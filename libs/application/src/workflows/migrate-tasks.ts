import { CommandRejected } from '@thidua/kernel';
import { listTasks, taskBoard as board, type BoardTask } from '@thidua/projections';
import type { Asked } from '@thidua/task';
import { rejectWorkflow } from '@thidua/workflow';
import type { AnswerHeader, ApplicationParts } from '../application-parts';
import { answer } from '../calls/answer';
import type { Call, CommandOutcome } from '../calls/call';
import { rejectCall } from '../calls/call-errors';
import { partOf } from '../calls/derived-call';
import { requireHappened } from '../calls/require-happened';
import { inPlanOrder } from '../tasks/plan-order';
import { runTaskCommand } from '../tasks/task-commands';
import { migrationOf, type FlowPair, type TaskMigration } from './migration-plan';
import { resolveWorkflow } from './resolve-workflow';

export interface MigrationInput {
  /** `default@1`. */
  readonly from: string;
  /** `default@2`, or `default` for its newest version. */
  readonly to: string;
  readonly stateMap: Readonly<Record<string, string>>;
}

export interface MigrationPreview extends AnswerHeader {
  readonly from: string;
  readonly to: string;
  /** Plan by plan in the order of their numbers. */
  readonly tasks: readonly TaskMigration[];
}

const PAGE = 1000;

/** What a migration would do with every task of a flow; nothing is written. */
export async function previewMigration(
  parts: ApplicationParts,
  input: MigrationInput,
): Promise<MigrationPreview> {
  const flows = await flowsOf(parts, input);
  const head = (await parts.store.head()).toString();
  const found = await answer(parts, board, head, async (reader) => {
    const tasks: BoardTask[] = [];
    const { id, version } = flows.from;
    let after: string | null = null;
    do {
      const page = await listTasks(reader, { workflow: { id, version } }, { after, limit: PAGE });
      tasks.push(...page.items);
      after = page.next;
    } while (after !== null);
    return { tasks: inPlanOrder(tasks).map((task) => migrationOf(flows, task)) };
  });
  return { ...found, from: nameOf(flows.from), to: nameOf(flows.to) };
}

export interface MigrationOutcome extends MigrationPreview {
  /** One entry a task that moved, in the order of the list. */
  readonly moved: readonly { readonly taskId: string; readonly events: CommandOutcome['events'] }[];
}

/**
 * Moves every running task of one flow to another, one event a task. Whatever is moved already stays as it is, so that
 * a run that was broken off is simply started again.
 * @throws CommandRejected MIGRATION_HELD_BACK before anything is written when a task has no counterpart for its state.
 */
export async function migrateTasks(
  parts: ApplicationParts,
  input: MigrationInput & { readonly reason: string },
  call: Call,
): Promise<MigrationOutcome> {
  requireHappened(call, parts.now());
  const preview = await previewMigration(parts, input);
  const held = preview.tasks.filter(({ outcome }) => outcome === 'noCounterpart');
  if (held.length > 0) {
    rejectCall('MIGRATION_HELD_BACK', {
      states: [...new Set(held.map(({ before }) => before.state))],
      tasks: held.slice(0, 20).map(({ taskId }) => taskId),
      to: preview.to,
    });
  }
  const { to } = await flowsOf(parts, input);
  const data: Asked<'MigrateTask'> = {
    to: { id: to.id, version: to.version },
    stateMap: { ...input.stateMap },
    reason: input.reason,
  };
  const moved: MigrationOutcome['moved'][number][] = [];
  for (const { taskId, outcome } of preview.tasks) {
    if (outcome !== 'moves') continue;
    const events = await moveTask(parts, taskId, data, call);
    if (events.length > 0) moved.push({ taskId, events });
  }
  return { ...preview, moved };
}

/** One after another, in the order of the list. A task that ended since the list was made stays where it is. */
async function moveTask(
  parts: ApplicationParts,
  taskId: string,
  data: Asked<'MigrateTask'>,
  call: Call,
): Promise<CommandOutcome['events']> {
  try {
    const command = { type: 'MigrateTask', data } as const;
    return (await runTaskCommand(parts, { taskId, command }, partOf(call, taskId))).events;
  } catch (error) {
    if (error instanceof CommandRejected && error.code === 'TASK_HAS_ENDED') return [];
    throw error;
  }
}

async function flowsOf(
  parts: ApplicationParts,
  { from, to, stateMap }: MigrationInput,
): Promise<FlowPair> {
  const book = await parts.definitions.current();
  const source = resolveWorkflow(book, from);
  const target = resolveWorkflow(book, to);
  if (target.isRetired) rejectWorkflow('WORKFLOW_RETIRED', { workflow: nameOf(target.definition) });
  if (source === target)
    rejectCall('MIGRATION_GOES_NOWHERE', { workflow: nameOf(target.definition) });
  return { from: source.definition, to: target.definition, stateMap };
}

const nameOf = ({ id, version }: FlowPair['from']): string => `${id}@${version}`;
