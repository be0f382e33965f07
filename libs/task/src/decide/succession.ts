import { stateOf } from '@thidua/workflow';
import type { Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent } from '../task.events';
import { reject } from '../task.rejections';
import type { Decisions } from './decisions';

/** A task that ended stays with the unit that did it; so does one in which the unit has no part any more. */
function succeedUnit(data: Asked<'SucceedUnit'>, { task, context }: Acting): readonly TaskEvent[] {
  if (context.actor.actor.kind !== 'system') return reject('SUCCESSION_SYSTEM_ONLY');
  const { taskId, state, leads, coordinatingUnitIds } = task;
  const { phase } = stateOf(context.workflow, state);
  const takesPart =
    leads.some(({ unitId }) => unitId === data.fromUnitId) ||
    coordinatingUnitIds.includes(data.fromUnitId);
  if (!takesPart || phase === 'done' || phase === 'outside') return [];
  return [
    {
      type: 'TaskUnitSucceeded',
      data: { taskId, ...data, stateAtSuccession: state, succeededOn: context.on },
    },
  ];
}

export const successionDecisions: Decisions<'SucceedUnit'> = { SucceedUnit: succeedUnit };
