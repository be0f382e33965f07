import { invariant, type RecordedEvent } from '@thidua/kernel';
import type { TaskEvent } from '@thidua/task';
import type { Projection } from '../runtime/projection';
import { taskTally } from './tally/task-tally';
import { FACT_TYPES, readFact, type Fact } from './task-facts';
import type { TaskOutcomeRow } from './task-outcome-row';

type TaskAssigned = Extract<TaskEvent, { readonly type: 'TaskAssigned' }>['data'];

const withUnits = (known: readonly string[], added: readonly string[]): readonly string[] =>
  [...new Set([...known, ...added])].sort();

function assigned(event: RecordedEvent, fact: Fact): TaskOutcomeRow {
  const { taskId, planId, year, no, title, kind, leads } = event.data as TaskAssigned;
  const leadUnitIds = withUnits(
    [],
    leads.map(({ unitId }) => unitId),
  );
  return { taskId, planId, year, no, title, kind, leadUnitIds, askedUnitIds: [], facts: [fact] };
}

/** Units that lead from this fact on. */
function newLeads(fact: Fact): readonly string[] {
  if (fact.type === 'TaskAssigned') return fact.data.leads.map(({ unitId }) => unitId);
  if (fact.type === 'TaskAmended') return fact.data.leads?.to.map(({ unitId }) => unitId) ?? [];
  if (fact.type === 'TaskUnitSucceeded') return [fact.data.toUnitId];
  return fact.type === 'TaskHandedOver' ? [fact.data.to.unitId] : [];
}

function amendedTitle(event: RecordedEvent): string | null {
  return event.type === 'TaskAmended' ? (event.data as { title: string | null }).title : null;
}

const taskIdOf = (event: RecordedEvent): string => (event.data as { taskId: string }).taskId;

/**
 * One row per task, made of facts instead of conclusions: whether a task is late depends on the day one asks about and
 * on what was known then, so both clocks are applied when reading (`taskOutcome`) and never while folding.
 */
export const taskOutcomes: Projection<TaskOutcomeRow> = {
  name: 'task_outcomes',
  version: 3,
  types: FACT_TYPES,
  table: {
    columns: {
      taskId: 'text',
      planId: 'text',
      year: 'integer',
      no: 'text',
      title: 'text',
      kind: 'text',
      leadUnitIds: 'text[]',
      askedUnitIds: 'text[]',
      facts: 'jsonb',
    },
    indexes: [['year'], ['planId'], ['leadUnitIds'], ['askedUnitIds']],
  },
  // The year-end score rests on this table, so a fact that cannot be folded must stop it loudly.
  poison: 'stop',
  tally: taskTally,
  keysOf: (event) => [taskIdOf(event)],
  evolve: (row, event) => {
    const fact = readFact(event);
    if (fact === null) return row;
    if (row === null) {
      invariant(event.type === 'TaskAssigned', `${event.type} before the assignment of its task`);
      return assigned(event, fact);
    }
    return {
      ...row,
      title: amendedTitle(event) ?? row.title,
      leadUnitIds: withUnits(row.leadUnitIds, newLeads(fact)),
      askedUnitIds: withUnits(
        row.askedUnitIds,
        fact.type === 'CoordinationAsked' ? [fact.data.unitId] : [],
      ),
      facts: [...row.facts, fact],
    };
  },
};
