import type { ActorFacts, LocalDate, PersonId, UnitId } from '@thidua/kernel';
import { directoryOf } from '../directory/directory';
import type { OfficialEvent } from '../official.events';
import type { OfficialCommand } from '../official/official.commands';
import { officialDecider } from '../official/official.decider';
import type { OfficialState } from '../official/official.state';
import type { UnitEvent } from '../unit.events';
import type { UnitCommand } from '../unit/unit.commands';
import { unitDecider } from '../unit/unit.decider';
import type { UnitState } from '../unit/unit.state';
import type { OfficeList, OfficeRows, RowFault, UnitRow } from './office-rows';
import { faultOfRejection } from './row-faults';
import { stepsOfPeople, type PersonStep } from './steps-of-people';
import { stepsOfUnit, unitRowsInOrder } from './steps-of-unit';

/** One change an import makes, with the row that asks for it. */
export interface PlannedChange<Command, Event> {
  readonly list: OfficeList;
  readonly line: number;
  /** The unit or the person whose stream it stands on. */
  readonly id: string;
  readonly command: Command;
  readonly events: readonly Event[];
}

export interface OfficeImportPlan {
  readonly units: readonly PlannedChange<UnitCommand, UnitEvent>[];
  readonly officials: readonly PlannedChange<OfficialCommand, OfficialEvent>[];
  readonly faults: readonly RowFault[];
}

/** The directory as it stands, and who imports on which day. */
export interface ImportContext {
  readonly units: ReadonlyMap<UnitId, UnitState>;
  readonly officials: ReadonlyMap<PersonId, OfficialState>;
  readonly actor: ActorFacts;
  readonly on: LocalDate;
}

type UnitPlan = Pick<OfficeImportPlan, 'units' | 'faults'> & {
  readonly states: ReadonlyMap<UnitId, UnitState>;
};

function planUnits({ units }: OfficeRows, context: ImportContext): UnitPlan {
  const { actor, on } = context;
  const states = new Map(context.units);
  const changes: PlannedChange<UnitCommand, UnitEvent>[] = [];
  const faults: RowFault[] = [];
  const directoryNow = () => directoryOf({ units: [...states.values()], officials: [] });
  let directory = directoryNow();
  const decide = (row: UnitRow, command: UnitCommand): void => {
    const { unitId: id, line } = row;
    const state = states.get(id) ?? unitDecider.initialState;
    const events = unitDecider.decide(command, state, { actor, on, directory });
    if (events.length === 0) return;
    states.set(
      id,
      events.reduce((held, event) => unitDecider.evolve(held, event), state),
    );
    directory = directoryNow();
    changes.push({ list: 'units', line, id, command, events });
  };
  for (const row of unitRowsInOrder(units)) {
    try {
      const state = states.get(row.unitId) ?? unitDecider.initialState;
      for (const command of stepsOfUnit(row, state)) decide(row, command);
    } catch (error) {
      faults.push(faultOfRejection({ list: 'units', line: row.line }, error));
    }
  }
  return { units: changes, faults, states };
}

/** People are planned on the units as the import leaves them. */
function planOfficials(
  rows: OfficeRows,
  context: ImportContext,
  units: ReadonlyMap<UnitId, UnitState>,
): Pick<OfficeImportPlan, 'officials' | 'faults'> {
  const { actor, on } = context;
  const directory = directoryOf({
    units: [...units.values()],
    officials: [...context.officials.values()],
  });
  const changes: PlannedChange<OfficialCommand, OfficialEvent>[] = [];
  const { people, faults: unreadable } = stepsOfPeople(rows, context.officials);
  const faults: RowFault[] = [...unreadable];
  const planPerson = (id: PersonId, steps: readonly PersonStep[]): void => {
    let state = context.officials.get(id) ?? officialDecider.initialState;
    for (const { list, line, command } of steps) {
      try {
        const events = officialDecider.decide(command, state, { actor, on, directory });
        state = events.reduce((held, event) => officialDecider.evolve(held, event), state);
        if (events.length > 0) changes.push({ list, line, id, command, events });
      } catch (error) {
        faults.push(faultOfRejection({ list, line }, error));
      }
    }
  };
  for (const [personId, steps] of people) planPerson(personId, steps);
  return { officials: changes, faults };
}

/**
 * What an import of the lists would change, decided by the same rules as any other command, and every row that cannot
 * be. A list that was imported before changes nothing. Pure: nothing is written here.
 * @throws CommandRejected when the actor may not change the directory at all.
 */
export function planOfficeImport(rows: OfficeRows, context: ImportContext): OfficeImportPlan {
  const { units, states, faults } = planUnits(rows, context);
  const people = planOfficials(rows, context, states);
  return { units, officials: people.officials, faults: [...faults, ...people.faults] };
}
