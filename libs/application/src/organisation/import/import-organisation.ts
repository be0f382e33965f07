import { localDateOf, type Decider, type DomainEvent } from '@thidua/kernel';
import {
  officialDecider,
  officialEvents,
  planOfficeImport,
  unitDecider,
  unitEvents,
  type OfficeImportPlan,
  type OfficeList,
  type OfficialRow,
  type PlannedChange,
  type RowFault,
} from '@thidua/organisation';
import type { ApplicationParts } from '../../application-parts';
import type { Call, CommandOutcome } from '../../calls/call';
import { InvalidInput } from '../../calls/call-errors';
import { partOf } from '../../calls/derived-call';
import { inParallel } from '../../calls/in-parallel';
import { requireHappened } from '../../calls/require-happened';
import { actorFactsOf } from '../directory-source';
import { readOfficeCsv, type OfficeCsv } from './office-csv';

export interface ImportOrganisationInput extends OfficeCsv {
  /** True: say what would change and write nothing. */
  readonly dryRun: boolean;
}

/** A change with the row that asks for it. */
export interface ImportedChange {
  readonly list: OfficeList;
  readonly line: number;
  /** Id of the unit or the person. */
  readonly id: string;
  readonly events: readonly string[];
}

export interface ImportOutcome {
  readonly dryRun: boolean;
  readonly changes: readonly ImportedChange[];
  readonly eventCount: number;
  /** Names in the directory that are new or put right; they are no events. */
  readonly nameCount: number;
  /** Position after which all of it is there, a decimal string; null when nothing was written. */
  readonly position: string | null;
}

/** Streams written at once; appends that wait together are committed together. */
const PARALLEL_COUNT = 64;

/**
 * Makes the directory what the lists say, by the fewest events. Everything is decided before anything is written, and
 * a list that was imported before changes nothing.
 * @throws InvalidInput naming every bad row by list, line and column, each with what would be right.
 */
export async function importOrganisation(
  parts: ApplicationParts,
  { dryRun, ...texts }: ImportOrganisationInput,
  call: Call,
): Promise<ImportOutcome> {
  requireHappened(call, parts.now());
  const { rows, faults } = readOfficeCsv(texts);
  refuseFaults(faults);
  const directory = await parts.directory.current();
  // An empty directory knows nobody who could be allowed; its first filling is the system's, recorded as such.
  const acting: Call =
    directory.personIds.size === 0 ? { ...call, actor: { kind: 'system' } } : call;
  const on = localDateOf(call.occurredAt);
  const actor = actorFactsOf(directory, acting.actor, on);
  const plan = planOfficeImport(rows, { ...(await parts.directory.states()), actor, on });
  const erased = rows.officials.filter(({ personId }) => directory.isErased(personId));
  refuseFaults([...plan.faults, ...erased.map(erasedFault)]);
  const names = await newNames(parts, rows.officials);
  const position = dryRun ? null : await carryOut(parts, plan, acting);
  if (!dryRun) await parts.people.setNames(names);
  const changes = [...plan.units, ...plan.officials].map(({ list, line, id, events }) => ({
    ...{ list, line, id },
    events: events.map(({ type }) => type),
  }));
  const eventCount = changes.reduce((sum, { events }) => sum + events.length, 0);
  return { dryRun, changes, eventCount, nameCount: names.length, position };
}

function refuseFaults(faults: readonly RowFault[]): void {
  if (faults.length === 0) return;
  throw new InvalidInput(
    faults.map(({ list, line, column, message }) => ({
      path: `${list}:${line}:${column}`,
      message,
    })),
  );
}

const erasedFault = ({ line, personId }: OfficialRow): RowFault => ({
  list: 'officials',
  line,
  column: 'person',
  message: `họ tên của ${personId} đã được xóa và không nhập lại (the name was erased)`,
});

async function newNames(
  { people }: ApplicationParts,
  rows: readonly OfficialRow[],
): Promise<readonly { readonly personId: string; readonly name: string }[]> {
  const known = await people.names();
  const latest = new Map(
    rows
      .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
      .map(({ personId, name }) => [personId, name]),
  );
  return [...latest]
    .filter(([personId, name]) => known.get(personId) !== name)
    .map(([personId, name]) => ({ personId, name }));
}

/** All changes of one stream as one command, so that a person with a post costs one append. */
const inOneGo = <Command, Event extends DomainEvent, State, Context>(
  decider: Decider<Command, Event, State, Context>,
): Decider<ImportCommand<Command>, Event, State, Context> => ({
  category: decider.category,
  initialState: decider.initialState,
  evolve: (state, event) => decider.evolve(state, event),
  decide: ({ data }, first, context) => {
    const events: Event[] = [];
    let state = first;
    for (const command of data) {
      const decided = decider.decide(command, state, context);
      state = decided.reduce((held, event) => decider.evolve(held, event), state);
      events.push(...decided);
    }
    return events;
  },
});

interface ImportCommand<Command> {
  readonly type: 'ImportRows';
  readonly data: readonly Command[];
}

const importUnit = { decider: inOneGo(unitDecider), events: unitEvents };
const importOfficial = { decider: inOneGo(officialDecider), events: officialEvents };

function commandsById<Command, Event>(
  changes: readonly PlannedChange<Command, Event>[],
): ReadonlyMap<string, readonly Command[]> {
  const found = new Map<string, Command[]>();
  for (const { id, command } of changes) {
    const own = found.get(id);
    if (own === undefined) found.set(id, [command]);
    else own.push(command);
  }
  return found;
}

/** Units one by one in the order of the plan, since one may depend on another; people side by side. */
async function carryOut(
  parts: ApplicationParts,
  { units, officials }: OfficeImportPlan,
  call: Call,
): Promise<string | null> {
  const on = localDateOf(call.occurredAt);
  const outcomes: CommandOutcome[] = [];
  const contextNow = async () => {
    const directory = await parts.directory.current();
    return { actor: actorFactsOf(directory, call.actor, on), on, directory };
  };
  for (const { id, command } of units) {
    const context = await contextNow();
    const data = [command];
    outcomes.push(
      await parts.runner.run(importUnit, {
        id,
        command: { type: 'ImportRows', data },
        call: partOf(call, `import unit ${id} ${JSON.stringify(command)}`),
        contextOf: () => context,
      }),
    );
  }
  const context = await contextNow();
  await inParallel(PARALLEL_COUNT, [...commandsById(officials)], async ([id, data]) => {
    outcomes.push(
      await parts.runner.run(importOfficial, {
        id,
        command: { type: 'ImportRows', data },
        call: partOf(call, `import official ${id}`),
        contextOf: () => context,
      }),
    );
  });
  const positions = outcomes.flatMap(({ position }) =>
    position === null ? [] : [BigInt(position)],
  );
  const [first, ...rest] = positions;
  return first === undefined ? null : rest.reduce((a, b) => (a > b ? a : b), first).toString();
}
