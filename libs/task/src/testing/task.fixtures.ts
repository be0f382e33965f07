import { workingCalendar } from '@thidua/calendar';
import { specify } from '@thidua/kernel/testing';
import { defaultFlow } from '@thidua/workflow';
import { taskCommands, type TaskCommand, type TaskCommandType } from '../task.commands';
import type { NamedThings, TaskContext } from '../task.context';
import { taskDecider } from '../task.decider';
import type { TaskEvent, TaskEventType, TaskFacts } from '../task.events';
import { leadHead, UNITS } from './people';
import { sampleAsked, type AskedInput } from './sample-asked';
import { sampleFacts } from './sample-course';
import { TODAY } from './sample-work';

/** The facts around a decision: the head of the lead unit acts on 10 March 2026 under the default flow. */
export const taskContext = (given: Partial<TaskContext> = {}): TaskContext => ({
  actor: leadHead,
  on: TODAY,
  workflow: defaultFlow,
  officeUnitIds: [UNITS.office],
  knownUnitIds: null,
  knownPersonIds: null,
  calendar: workingCalendar(),
  named: null,
  ...given,
});

/** What was looked up about the things a command names: nothing beyond what is given. */
export const named = (things: Partial<NamedThings> = {}): NamedThings => ({
  people: new Map(),
  events: new Map(),
  otherTask: null,
  ...things,
});

/** An event that happened, with the sample's facts where none are given. */
export const happened = <K extends TaskEventType>(
  type: K,
  facts: Partial<TaskFacts<K>> = {},
): TaskEvent => ({ type, data: { ...sampleFacts[type], ...facts } }) as TaskEvent;

/** A command as its schema reads it, with the sample's data where none is given. */
export function ask<K extends TaskCommandType>(
  type: K,
  input: Partial<AskedInput<K>> = {},
): TaskCommand {
  const data: unknown = taskCommands[type].data.parse({ ...sampleAsked[type], ...input });
  return { type, data } as TaskCommand;
}

/** given(...history).when(command, context).then(...events) for tasks. */
export const given = specify(taskDecider, taskContext());
