import { CommandRejected, localDateOf, type Instant } from '@thidua/kernel';
import {
  directoryOf,
  officialDecider,
  unitDecider,
  type Directory,
  type OfficialEvent,
  type OfficialState,
  type UnitEvent,
  type UnitState,
} from '@thidua/organisation';
import {
  taskCommands,
  taskDecider,
  type TaskCommand,
  type TaskContext,
  type TaskEvent,
  type TaskState,
} from '@thidua/task';
import { defaultFlow } from '@thidua/workflow';
import type { LogEntry } from '../log/log-entry';
import type { Office } from '../office/office';
import type { Act } from '../script/act';

/** The directory a server would keep from the same log, with the leavers of the play gone. */
export function directoryAfter(entries: readonly LogEntry[], { leavers }: Office): Directory {
  const units = new Map<string, UnitState>();
  const officials = new Map<string, OfficialState>();
  const takeOfficial = (stream: string, event: OfficialEvent): void => {
    officials.set(
      stream,
      officialDecider.evolve(officials.get(stream) ?? officialDecider.initialState, event),
    );
  };
  for (const { stream, type, data } of entries) {
    if (stream.startsWith('unit-')) {
      const event = { type, data } as UnitEvent;
      units.set(stream, unitDecider.evolve(units.get(stream) ?? unitDecider.initialState, event));
    } else if (stream.startsWith('official-'))
      takeOfficial(stream, { type, data } as OfficialEvent);
  }
  for (const [personId, untilOn] of leavers) {
    const data = { personId, untilOn, reason: 'nghỉ hưu' };
    takeOfficial(`official-${personId}`, { type: 'OfficialLeft', data });
  }
  return directoryOf({ units: [...units.values()], officials: [...officials.values()] });
}

export interface Verdict {
  readonly act: Act;
  /** Code of the refusal; null when the act was accepted. */
  readonly code: string | null;
  readonly events: readonly TaskEvent[];
}

const PLACEHOLDER_ID = '00000000-0000-4000-8000-000000000000';

/** The act as a command; its schema has the last word, as it has at the API's door. */
export function commandOf({ command, data, names }: Act): TaskCommand {
  const filled = names === null ? data : { ...data, [names.field]: PLACEHOLDER_ID };
  return { type: command, data: taskCommands[command].data.parse(filled) } as TaskCommand;
}

/** Contexts by day and actor: a year has few days and an office few people. */
function contextsOf(directory: Directory) {
  const known = new Map<string, TaskContext>();
  return (personId: string, occurredAt: Instant): TaskContext => {
    const on = localDateOf(occurredAt);
    const key = `${on} ${personId}`;
    const context = known.get(key) ?? {
      actor: directory.actorFacts({ personId }, on),
      on,
      workflow: defaultFlow,
      officeUnitIds: directory.officeUnitIds(on),
      knownUnitIds: new Set(directory.unitsOn(on).map(({ unitId }) => unitId)),
      knownPersonIds: { has: (id: string) => directory.knowsPerson(id) } as ReadonlySet<string>,
      calendar: null,
      named: null,
    };
    known.set(key, context);
    return context;
  };
}

export interface Judged {
  readonly verdicts: readonly Verdict[];
  readonly state: TaskState;
}

const evolve = (state: TaskState, event: TaskEvent): TaskState => taskDecider.evolve(state, event);

/** Plays scripts against the real rules, without a server. */
export function rulesOf(directory: Directory) {
  const contextOf = contextsOf(directory);
  return (history: readonly TaskEvent[], script: readonly Act[]): Judged => {
    let state = history.reduce(evolve, taskDecider.initialState);
    const verdicts = script.map((act): Verdict => {
      try {
        const context = contextOf(act.actorId, act.occurredAt);
        const events = taskDecider.decide(commandOf(act), state, context);
        state = events.reduce(evolve, state);
        return { act, code: null, events };
      } catch (error) {
        if (error instanceof CommandRejected) return { act, code: error.code, events: [] };
        throw error;
      }
    });
    return { verdicts, state };
  };
}
