import type { CommandOutcome, OpenedApplication } from '@thidua/application';
import { instantOf } from '@thidua/kernel';
import { v5 } from 'uuid';
import { OFFICE_HEAD, PLAN } from '../processes/office-over-http';

const NAMESPACE = 'f0c2a7de-53c0-4c38-9d2b-6f6c1f6c7b10';

/** Reminders of one task that are sent at the same time and so race for its stream. */
export const REMINDERS_AT_ONCE = 2;

/** How a client of the application behaves. */
export interface Client {
  /** Gives the outcome of a command and puts it on record; may send it more than once under its id. */
  readonly send: <Outcome extends CommandOutcome>(
    commandId: string,
    command: () => Promise<Outcome>,
  ) => Promise<Outcome>;
  readonly ask: <Answer>(question: () => Promise<Answer>) => Promise<Answer>;
}

/** The sample plan with another content, so that each case has a plan of its own. */
const planNumber = (caseNumber: number): Buffer =>
  Buffer.concat([PLAN, Buffer.from('\n'.repeat(caseNumber + 1))]);

/**
 * One plan from paper to its first reminders: import, issue, the assignment of its tasks by the process manager, and
 * reminders for each. Every command id comes from the number of the case, so a case that is played again repeats the
 * same commands and may leave nothing twice.
 */
export async function playCase(
  { commands, queries }: Pick<OpenedApplication, 'commands' | 'queries'>,
  caseNumber: number,
  { send, ask }: Client,
): Promise<void> {
  const call = (step: string) => {
    const commandId = v5(`${caseNumber} ${step}`, NAMESPACE);
    return {
      commandId,
      correlationId: commandId,
      causationId: commandId,
      actor: { kind: 'person', personId: OFFICE_HEAD, onBehalfOf: null },
      occurredAt: instantOf(new Date()),
      expectedRevision: null,
    } as const;
  };
  const importing = call('import');
  const { planId } = await send(importing.commandId, () =>
    commands.importPlan(
      {
        bytes: planNumber(caseNumber),
        fileName: `ke-hoach-${caseNumber}.txt`,
        number: `${caseNumber}/KH-SCT`,
        date: '2025-01-10',
        year: null,
      },
      importing,
    ),
  );
  const issuing = call('issue');
  const issue = () =>
    commands.issuePlan({ plan: planId, number: null, date: null, signerId: null }, issuing);
  const { assigned, allAssigned } = await send(issuing.commandId, issue);
  if (!allAssigned) throw new Error(`Plan ${planId} was issued, but its tasks were not assigned`);
  // A caller that did not hear the answer asks again.
  await send(issuing.commandId, issue);

  const leadOf = await ask(() => leads(queries, planId, assigned.length));
  const remind = async (taskId: string, place: number): Promise<void> => {
    const reminding = call(`remind ${taskId} ${place}`);
    const data = {
      unitId: leadOf.get(taskId) ?? '',
      text: `Đôn đốc lần ${place}, hồ sơ ${caseNumber}`,
    };
    await send(reminding.commandId, () =>
      commands.taskCommand({ task: taskId, command: 'RemindLeadUnit', data }, reminding),
    );
  };
  const places = Array.from({ length: REMINDERS_AT_ONCE }, (_each, index) => index + 1);
  await Promise.all(assigned.flatMap(({ taskId }) => places.map((place) => remind(taskId, place))));
}

/** Read from the board, which is asked until it holds every task of the plan. */
async function leads(
  queries: OpenedApplication['queries'],
  planId: string,
  taskCount: number,
): Promise<ReadonlyMap<string, string>> {
  for (;;) {
    const { head } = await queries.health({});
    const { tasks } = await queries.taskBoard({ plan: planId, after: head, limit: 1_000 });
    if (tasks.length === taskCount)
      return new Map(tasks.map(({ key, leadUnitIds }) => [key, leadUnitIds[0] ?? '']));
  }
}
