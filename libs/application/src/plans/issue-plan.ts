import { localDateOf, startOfDay, streamName, type LocalDate } from '@thidua/kernel';
import { resolvePlanTexts } from '@thidua/organisation';
import {
  assignmentsOf,
  planCommands,
  planDecider,
  planEvents,
  remainingTasks,
  type Plan,
  type PlanCommand,
  type PlanContext,
} from '@thidua/plan';
import {
  defaultFlow,
  parseWorkflowName,
  rejectWorkflow,
  type WorkflowName,
} from '@thidua/workflow';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { rejectCall } from '../calls/call-errors';
import { foldStream } from '../calls/fold-stream';
import { parseInput } from '../calls/parse-input';
import { readDay } from '../calls/read-day';
import { requireHappened } from '../calls/require-happened';
import { actorFactsOf } from '../organisation/directory-source';
import { resolveWorkflow } from '../workflows/resolve-workflow';
import { PLAN_ASSIGNMENT } from './plan-assignment';

export interface IssuePlanInput {
  readonly plan: string;
  /** Null: as imported. */
  readonly number: string | null;
  /** Day of signing, from which the tasks bind; null: as imported. */
  readonly date: string | null;
  readonly signerId: string | null;
  /** The flow of its tasks, `two-level` or `two-level@1`; the newest version of the default flow when left out. */
  readonly workflow?: string | null | undefined;
}

export interface IssuePlanOutcome extends CommandOutcome {
  readonly planId: string;
  /** Tasks assigned by this issue, in the order of the paper. */
  readonly assigned: readonly {
    readonly taskId: string;
    readonly no: string;
    readonly events: CommandOutcome['events'];
  }[];
  /** False when the assignment was still going on as this was answered; it goes on by itself. */
  readonly allAssigned: boolean;
}

const ASSIGNMENT_TIMEOUT_MS = 60_000;

/** Issues the plan, then waits for the process manager that assigns its tasks. */
export async function issuePlan(
  parts: ApplicationParts,
  input: IssuePlanInput,
  call: Call,
): Promise<IssuePlanOutcome> {
  requireHappened(call, parts.now());
  const plan = await loadPlan(parts, input.plan);
  const date = input.date === null ? plan.date : readDay('date', input.date);
  const data = parseInput(planCommands.IssuePlan.data, {
    number: input.number ?? plan.number,
    date,
    signerId: input.signerId,
    workflow: await workflowOf(parts, plan, input.workflow ?? null),
  });
  const command: PlanCommand = { type: 'IssuePlan', data };
  // The plan takes effect on the day of signing; its hour is not on the paper.
  const occurredAt = date === null ? call.occurredAt : startOfDay(date);
  const signed: Call = { ...call, occurredAt };
  requireHappened(signed, parts.now());
  const context = await contextOf(parts, plan, signed);
  const outcome = await parts.runner.run(
    { decider: planDecider, events: planEvents },
    { id: plan.planId, command, call: signed, contextOf: () => context },
  );
  const position = outcome.position ?? (await parts.store.head()).toString();
  const { reached } = await parts.projections.waitFor(BigInt(position), {
    timeoutMs: ASSIGNMENT_TIMEOUT_MS,
    names: [PLAN_ASSIGNMENT],
  });
  return {
    ...outcome,
    planId: plan.planId,
    ...(await assignedTasks(parts, plan.planId)),
    allAssigned: reached,
  };
}

/** An issue said again names the flow it was made under, whatever has been published since. */
async function workflowOf(
  parts: ApplicationParts,
  { issue }: Plan,
  written: string | null,
): Promise<{ readonly id: string; readonly version: number }> {
  const name = parseWorkflowName(written ?? defaultFlow.id);
  if (issue !== null && (written === null || means(name, issue.workflow))) return issue.workflow;
  const book = await parts.definitions.current();
  const { definition, isRetired } = resolveWorkflow(book, written ?? defaultFlow.id);
  const { id, version } = definition;
  if (isRetired) rejectWorkflow('WORKFLOW_RETIRED', { workflow: `${id}@${version}` });
  return { id, version };
}

const means = (
  name: WorkflowName | null,
  { id, version }: { readonly id: string; readonly version: number },
): boolean => name?.id === id && (name.version === null || name.version === version);

/** @throws CommandRejected PLAN_NOT_FOUND */
export async function loadPlan(parts: ApplicationParts, planId: string): Promise<Plan> {
  const history = await parts.store.readStream(streamName(planDecider.category, planId));
  const state = foldStream(planDecider, history);
  return state.status === 'absent' ? rejectCall('PLAN_NOT_FOUND', { plan: planId }) : state;
}

async function contextOf(parts: ApplicationParts, plan: Plan, call: Call): Promise<PlanContext> {
  const directory = await parts.directory.current();
  const on: LocalDate = localDateOf(call.occurredAt);
  return {
    actor: actorFactsOf(directory, call.actor, on),
    on,
    resolutions: resolvePlanTexts(directory, remainingTasks(plan), on),
  };
}

async function assignedTasks(
  parts: ApplicationParts,
  planId: string,
): Promise<Pick<IssuePlanOutcome, 'assigned'>> {
  const issued = await loadPlan(parts, planId);
  const assigned = [];
  for (const { taskId, no } of assignmentsOf(issued)) {
    const events = await parts.store.readStream(streamName('task', taskId), { maxCount: 1 });
    assigned.push({ taskId, no, events: events.map(({ id, type }) => ({ id, type })) });
  }
  return { assigned };
}
