import { taskEvents } from '@thidua/task';
import { defaultFlow, defaultFlowV2 } from '@thidua/workflow';
import type { LogEntry } from './log-entry';
import type { PlayedTask } from './played-task';

/** Tasks of one year, and those among them that the play may touch. */
export interface YearOfTasks {
  readonly taskCount: number;
  readonly played: readonly PlayedTask[];
  /** Tasks somebody else has already worked on, or that run under a flow the play does not know. */
  readonly leftAlone: readonly PlayedTask[];
}

interface Seen {
  readonly task: PlayedTask;
  readonly isTouched: boolean;
}

/** Both versions have the same steps; they differ in their timers. */
const PLAYED_FLOWS: readonly string[] = [defaultFlow, defaultFlowV2].map(
  ({ id, version }) => `${id} ${version}`,
);

/** What follows the assignment in the same breath is part of it; anything else was done by somebody. */
function seenAfter(seen: Seen, entry: LogEntry, correlationId: string): Seen {
  if (entry.revision === 1 && entry.type === 'TriggerAwaited') {
    return { ...seen, task: { ...seen.task, awaitsTrigger: true } };
  }
  return entry.correlationId === correlationId ? seen : { ...seen, isTouched: true };
}

function assigned(entry: LogEntry): Seen {
  const facts = taskEvents.TaskAssigned.data.parse(entry.data);
  const { id, version } = facts.workflow;
  return {
    task: { ...facts, awaitsTrigger: false },
    isTouched: !PLAYED_FLOWS.includes(`${id} ${version}`),
  };
}

/** `correlationId` is the play's own mark: what bears it does not count as somebody else's work. */
export function yearOfTasks(
  entries: readonly LogEntry[],
  year: number,
  correlationId: string,
): YearOfTasks {
  const byStream = new Map<string, Seen>();
  for (const entry of entries) {
    if (entry.type === 'TaskAssigned') {
      byStream.set(entry.stream, assigned(entry));
      continue;
    }
    const seen = byStream.get(entry.stream);
    if (seen !== undefined) byStream.set(entry.stream, seenAfter(seen, entry, correlationId));
  }
  const ofYear = [...byStream.values()].filter(({ task }) => task.year === year);
  return {
    taskCount: ofYear.length,
    played: ofYear.filter(({ isTouched }) => !isTouched).map(({ task }) => task),
    leftAlone: ofYear.filter(({ isTouched }) => isTouched).map(({ task }) => task),
  };
}
