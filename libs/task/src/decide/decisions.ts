import type { TaskCommandType, Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent } from '../task.events';

/** How one command is decided once the task exists. */
export type Decision<K extends TaskCommandType> = (
  data: Asked<K>,
  acting: Acting,
) => readonly TaskEvent[];

export type Decisions<K extends TaskCommandType> = { readonly [P in K]: Decision<P> };
