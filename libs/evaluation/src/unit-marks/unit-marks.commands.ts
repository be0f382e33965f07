import type { CommandCatalogue, CommandsOf } from '@thidua/kernel';
import { unitMarksEvents as event } from './unit-marks.events';

const own = { unitId: true, year: true, recordedOn: true } as const;

/** Commands on one unit’s year. Whose and which year the address says; who acts and when surrounds the command. */
export const unitMarksCommands = {
  ConfirmUnitMarks: {
    says: 'Confirm the marks of a unit by the criteria of the province.',
    vi: 'Ghi điểm tiêu chí của đơn vị',
    records: ['UnitMarksConfirmed'],
    data: event.UnitMarksConfirmed.data.omit(own),
  },
  RecogniseTaskExceed: {
    says: 'Recognise that a task of the unit did more than was asked.',
    vi: 'Công nhận nhiệm vụ vượt mức',
    records: ['TaskExceedRecognised'],
    data: event.TaskExceedRecognised.data.omit(own),
  },
  RecordUnitFinding: {
    says: 'Record what was concluded about the unit.',
    vi: 'Ghi kết luận về đơn vị',
    records: ['UnitFindingRecorded'],
    data: event.UnitFindingRecorded.data.omit(own),
  },
  WithdrawUnitEntry: {
    says: 'Withdraw an entry about the unit that was wrong.',
    vi: 'Rút nội dung đã ghi về đơn vị',
    records: ['UnitEntryWithdrawn'],
    data: event.UnitEntryWithdrawn.data.omit(own),
  },
} as const satisfies CommandCatalogue;

export type UnitMarksCommand = CommandsOf<typeof unitMarksCommands>;
