import {
  compareRational,
  invariant,
  parseRational,
  type Decider,
  type DecisionContext,
} from '@thidua/kernel';
import { mayKeepEvaluations } from '../cycle/evaluation-roles';
import { sameFacts } from '../same-facts';
import type { UnitMarksCommand } from './unit-marks.commands';
import type { UnitMarksEvent } from './unit-marks.events';
import { rejectUnitMarks as reject } from './unit-marks.rejections';

/** What was looked up for a decision on a unit’s year. */
export interface UnitMarksContext extends DecisionContext {
  readonly unitId: string;
  readonly year: number;
  /** Most points of the two parts, as the rule set has them. */
  readonly max: { readonly general: string; readonly result: string };
}

/** Entries of one unit’s year in log order, those in force and those withdrawn. Plain JSON. */
export interface UnitMarksState {
  readonly entries: readonly UnitMarksEvent[];
  readonly withdrawn: readonly UnitMarksEvent[];
}

/** Refuses nothing: withdrawing what nobody recorded leaves the entries as they are. */
function evolve(
  { entries, withdrawn }: UnitMarksState,
  { type, data }: UnitMarksEvent,
): UnitMarksState {
  const plain = { type, data } as UnitMarksEvent;
  if (type !== 'UnitEntryWithdrawn') return { entries: [...entries, plain], withdrawn };
  const isMeant = (each: UnitMarksEvent): boolean => each.data.entryId === data.withdraws;
  return {
    entries: entries.filter((each) => !isMeant(each)),
    withdrawn: [...withdrawn, ...entries.filter(isMeant), plain],
  };
}

/** What of an entry may stand once only; null where it may stand any number of times. */
function placeOf({ type, data }: UnitMarksEvent): string | null {
  switch (type) {
    case 'UnitMarksConfirmed':
      return type;
    case 'TaskExceedRecognised':
      return `${type} ${data.taskId}`;
    case 'UnitFindingRecorded':
      if (data.finding === 'WRONGDOING') return null;
      return data.finding.startsWith('SHORTCOMINGS')
        ? 'SHORTCOMINGS'
        : `${data.finding} ${data.subUnitId ?? ''}`;
    case 'UnitEntryWithdrawn':
      return null;
  }
}

function requirePoints(
  data: { readonly general: string; readonly result: string },
  { max }: UnitMarksContext,
): void {
  for (const field of ['general', 'result'] as const) {
    const [points, most] = [parseRational(data[field]), parseRational(max[field])];
    invariant(points !== null && most !== null, 'points and their maximum are numbers');
    if (compareRational(points, most) > 0) {
      reject('UNIT_MARKS_TOO_HIGH', { field, points: data[field], max: max[field] });
    }
  }
}

function eventOf(
  command: UnitMarksCommand,
  { entries }: UnitMarksState,
  context: UnitMarksContext,
): UnitMarksEvent {
  const { unitId, year, on: recordedOn } = context;
  const own = { unitId, year, recordedOn };
  switch (command.type) {
    case 'ConfirmUnitMarks':
      requirePoints(command.data, context);
      return { type: 'UnitMarksConfirmed', data: { ...command.data, ...own } };
    case 'RecogniseTaskExceed':
      return { type: 'TaskExceedRecognised', data: { ...command.data, ...own } };
    case 'RecordUnitFinding': {
      const { finding, subUnitId } = command.data;
      if ((finding === 'SUB_UNIT_NOT_COMPLETED') !== (subUnitId !== null)) {
        return reject('SUB_UNIT_MISSING', { finding });
      }
      return { type: 'UnitFindingRecorded', data: { ...command.data, ...own } };
    }
    case 'WithdrawUnitEntry': {
      const { withdraws } = command.data;
      if (entries.some(({ data }) => data.entryId === withdraws)) {
        return { type: 'UnitEntryWithdrawn', data: { ...command.data, ...own } };
      }
      return reject('UNIT_ENTRY_NOT_FOUND', { entryId: withdraws });
    }
  }
}

/** What the command said is in an entry already. */
function repeats(command: UnitMarksCommand, { entries, withdrawn }: UnitMarksState): boolean {
  const { entryId } = command.data;
  const earlier = [...entries, ...withdrawn].find((each) => each.data.entryId === entryId);
  if (earlier === undefined) return false;
  const same = sameFacts({ ...earlier.data, ...command.data }, earlier.data);
  return same || reject('UNIT_ENTRY_ID_TAKEN', { entryId });
}

/** Marks and findings of one unit’s year (stream `unitmarks-<unitId>.<year>`). */
export const unitMarksDecider: Decider<
  UnitMarksCommand,
  UnitMarksEvent,
  UnitMarksState,
  UnitMarksContext
> = {
  category: 'unitmarks',
  initialState: { entries: [], withdrawn: [] },
  decide: (command, state, context) => {
    if (!mayKeepEvaluations(context.actor)) reject('UNIT_MARKS_OFFICE_ONLY');
    if (repeats(command, state)) return [];
    const event = eventOf(command, state, context);
    const place = placeOf(event);
    const standing = state.entries.find((each) => place !== null && placeOf(each) === place);
    if (standing !== undefined) reject('UNIT_ENTRY_STANDS', { entryId: standing.data.entryId });
    return [event];
  },
  evolve,
};
