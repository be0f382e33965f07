import { CommandRejected, invariant, type TaskId } from '@thidua/kernel';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { InvalidInput, refusedCall } from '../calls/call-errors';
import type { Settled } from '../calls/command-runner';
import { resolveTask } from '../tasks/resolve-task';
import { runTaskCommandsInOrder, type TaskCommandCall } from '../tasks/task-commands';
import { taskGround } from '../tasks/task-ground';
import { commandFor, type IncomingEvent } from './incoming-event';

/**
 * Takes one event. The same `source` and `id` with the same content is answered as the first time and writes nothing.
 * @throws CommandRejected EVENT_CONFLICT when the content differs, EVENT_TYPE_UNKNOWN, and whatever the task says.
 */
export async function ingestEvent(
  parts: ApplicationParts,
  event: IncomingEvent,
  call: Call,
): Promise<CommandOutcome> {
  const [settled] = await ingestEvents(parts, [event], call);
  invariant(settled, 'every event is answered');
  if ('refusal' in settled) throw settled.refusal;
  return settled.outcome;
}

/**
 * Takes several events and answers each for itself, in order. Events about one task are taken one after the other, those
 * about different tasks side by side, so that they are read, judged and committed together.
 * @throws what is no answer about an event, such as a log that does not answer; all may then be sent again.
 */
export async function ingestEvents(
  parts: ApplicationParts,
  events: readonly IncomingEvent[],
  call: Call,
): Promise<readonly Settled[]> {
  const now = parts.now();
  const read = events.map((event) => attempted(() => commandFor(event, call, now)));
  const taskIds = await resolveAll(parts, events);
  const settled: Settled[] = [];
  const lanes = new Map<TaskId, [Waiting, ...Waiting[]]>();
  for (const [index, event] of events.entries()) {
    const [run, taskId] = [read[index], taskIds.get(event.subject)];
    invariant(run !== undefined && taskId !== undefined, 'every event was read');
    if ('refusal' in run) settled[index] = run;
    else if ('refusal' in taskId) settled[index] = taskId;
    else {
      const waiting = { ...run.made, index, event, taskId: taskId.made };
      const lane = lanes.get(taskId.made);
      if (lane === undefined) lanes.set(taskId.made, [waiting]);
      else lane.push(waiting);
    }
  }
  await takeLanes(parts, [...lanes.values()], settled);
  return settled;
}

/** An event that was read, and its place among all that came with it. */
interface Waiting extends TaskCommandCall {
  readonly index: number;
  readonly event: IncomingEvent;
}

async function takeLanes(
  parts: ApplicationParts,
  lanes: readonly [Waiting, ...Waiting[]][],
  settled: Settled[],
): Promise<void> {
  if (lanes.length === 0) return;
  const commands = lanes.flatMap((lane) => lane.map(({ command }) => command));
  const ground = await taskGround(parts, commands);
  const take = async (lane: readonly [Waiting, ...Waiting[]]): Promise<void> => {
    const answers = await runTaskCommandsInOrder(parts, ground, lane);
    for (const [place, { index, event }] of lane.entries()) {
      const answer = answers[place];
      invariant(answer, 'every command is answered');
      settled[index] = inWordsOfEvents(answer, event);
    }
  };
  await Promise.all(lanes.map(take));
}

type Attempted<Made> = { readonly made: Made } | { readonly refusal: Error };

function refusalOf(error: unknown): { readonly refusal: Error } {
  if (error instanceof CommandRejected || error instanceof InvalidInput) return { refusal: error };
  throw error;
}

function attempted<Made>(make: () => Made): Attempted<Made> {
  try {
    return { made: make() };
  } catch (error) {
    return refusalOf(error);
  }
}

/** A batch names the same tasks again and again; each name is looked up once. */
async function resolveAll(
  parts: ApplicationParts,
  events: readonly IncomingEvent[],
): Promise<ReadonlyMap<string, Attempted<TaskId>>> {
  const subjects = [...new Set(events.map(({ subject }) => subject))];
  const found = await Promise.all(
    subjects.map(async (subject): Promise<[string, Attempted<TaskId>]> => {
      try {
        return [subject, { made: await resolveTask(parts, subject) }];
      } catch (error) {
        return [subject, refusalOf(error)];
      }
    }),
  );
  return new Map(found);
}

/** An event has no Idempotency-Key; what makes it one is its source and id. */
function inWordsOfEvents(settled: Settled, { source, id }: IncomingEvent): Settled {
  if (!('refusal' in settled) || !(settled.refusal instanceof CommandRejected)) return settled;
  if (settled.refusal.code !== 'COMMAND_ID_REUSED') return settled;
  return { refusal: refusedCall('EVENT_CONFLICT', { source, id }) };
}
