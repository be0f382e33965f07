import type { CommandsOf } from '@thidua/kernel';
import type { z } from 'zod';
import { assignmentCommands } from './commands/assignment.commands';
import { lifecycleCommands } from './commands/lifecycle.commands';
import { reportingCommands } from './commands/reporting.commands';
import { steeringCommands } from './commands/steering.commands';

/**
 * Everything that can be asked of a task. Data carries only what the context cannot know: the task is named by its
 * stream, the day by when it happened, the person by who acts. Only `AssignTask` names the task it begins.
 */
export const taskCommands = {
  ...assignmentCommands,
  ...lifecycleCommands,
  ...reportingCommands,
  ...steeringCommands,
} as const;

export type TaskCommand = CommandsOf<typeof taskCommands>;
export type TaskCommandType = TaskCommand['type'];

type AskedByType = { readonly [K in TaskCommandType]: z.infer<(typeof taskCommands)[K]['data']> };
/** The data of one command type, after its schema has read it. */
export type Asked<K extends TaskCommandType> = AskedByType[K];

/** Commands that move a task along a transition; only these can stand in a definition's transitions. */
export type StepCommandType = keyof typeof lifecycleCommands;
/** What follows from other streams and is said by process managers: no flow places it, nobody outside may send it. */
type DerivedCommandType = 'AssignTask' | 'SucceedUnit';
/** Commands that record a fact beside the state. */
export type FactCommandType = Exclude<TaskCommandType, StepCommandType | DerivedCommandType>;

const { AssignTask: _begins, SucceedUnit: _follows, ...open } = taskCommands;

/** The commands that people and services may send. */
export const openTaskCommands = open;

/** The commands a flow definition for tasks may name, for validating it. */
export const flowCommands = {
  transitions: new Set<string>(Object.keys(lifecycleCommands)),
  facts: new Set<string>(
    Object.keys(openTaskCommands).filter((type) => !Object.hasOwn(lifecycleCommands, type)),
  ),
} as const;
