import type { CommandsOf } from '@thidua/kernel';
import type { StatePhase } from '@thidua/workflow';
import type { z } from 'zod';
import { assignmentCommands } from './commands/assignment.commands';
import { lifecycleCommands } from './commands/lifecycle.commands';
import { reportingCommands } from './commands/reporting.commands';
import { migrationCommands } from './commands/migration.commands';
import { seriesCommands } from './commands/series.commands';
import { settlingCommands } from './commands/settling.commands';
import { steeringCommands } from './commands/steering.commands';
import { stepPhases } from './step-phases';
import { urgingCommands } from './commands/urging.commands';

/**
 * Everything that can be asked of a task. Data carries only what the context cannot know: the task is named by its
 * stream, the day by when it happened, the person by who acts. Only `AssignTask` names the task it begins.
 */
export const taskCommands = {
  ...assignmentCommands,
  ...lifecycleCommands,
  ...reportingCommands,
  ...steeringCommands,
  ...migrationCommands,
  ...urgingCommands,
  ...settlingCommands,
  ...seriesCommands,
} as const;

export type TaskCommand = CommandsOf<typeof taskCommands>;
export type TaskCommandType = TaskCommand['type'];

type AskedByType = { readonly [K in TaskCommandType]: z.infer<(typeof taskCommands)[K]['data']> };
/** The data of one command type, after its schema has read it. */
export type Asked<K extends TaskCommandType> = AskedByType[K];

/** Commands that move a task along a transition; only these can stand in a definition's transitions. */
export type StepCommandType = keyof typeof lifecycleCommands;
/** Commands only the system gives, when a timer of the flow is due. */
export type TimerCommandType = keyof typeof urgingCommands;
/** What follows from other streams and is said by process managers: no flow places it, nobody outside may send it. */
type DerivedCommandType = 'AssignTask' | 'SucceedUnit';
/** Commands that record a fact beside the state; moving a task to another flow is neither step nor fact. */
export type FactCommandType = Exclude<
  TaskCommandType,
  StepCommandType | TimerCommandType | DerivedCommandType | keyof typeof migrationCommands
>;

const {
  AssignTask: _begins,
  SucceedUnit: _follows,
  ...laterAssignmentCommands
} = assignmentCommands;

/** What people and services may send: a task begins by the issue of its plan, and timers are the system's. */
export const openTaskCommands = {
  ...laterAssignmentCommands,
  ...lifecycleCommands,
  ...reportingCommands,
  ...steeringCommands,
  ...migrationCommands,
  ...settlingCommands,
  ...seriesCommands,
} as const;

/** The commands a flow definition for tasks may name, for validating it. */
export const flowCommands = {
  transitions: new Set<string>(Object.keys(lifecycleCommands)),
  facts: new Set<string>(
    Object.keys(openTaskCommands).filter(
      (type) => !Object.hasOwn(lifecycleCommands, type) && !Object.hasOwn(migrationCommands, type),
    ),
  ),
  phasesAfter: new Map<string, readonly StatePhase[]>(Object.entries(stepPhases)),
} as const;
