import { fields, type CommandCatalogue, type CommandsOf } from '@thidua/kernel';
import { z } from 'zod';
import { marksEvents } from './marks.events';

const { text } = fields;
const own = { personId: true, year: true } as const;
const event = marksEvents;

/** Commands on one person’s year. Whose and which year the address says; who acts and when surrounds the command. */
export const marksCommands = {
  FixCoefficient: {
    says: 'Give work with the coefficient of the catalogue in force.',
    vi: 'Giao sản phẩm, cố định hệ số',
    records: ['CoefficientFixed'],
    data: event.CoefficientFixed.data.omit({
      ...own,
      coefficient: true,
      catalogueVersion: true,
      fixedOn: true,
    }),
  },
  AcceptUnits: {
    says: 'Accept units of a work that no task event tells of, with a reason.',
    vi: 'Nghiệm thu sản phẩm',
    records: ['UnitsAccepted'],
    data: event.UnitsAccepted.data.omit({ ...own, acceptedBy: true, acceptedOn: true }),
  },
  ConfirmObjectiveCause: {
    says: 'Confirm the objective cause of a delay or a major error.',
    vi: 'Xác nhận nguyên nhân khách quan',
    records: ['ObjectiveCauseConfirmed'],
    data: event.ObjectiveCauseConfirmed.data.omit({
      ...own,
      confirmedBy: true,
      confirmedOn: true,
    }),
  },
  HandOffWork: {
    says: 'Give units of a work to somebody else.',
    vi: 'Chuyển giao sản phẩm',
    records: ['WorkHandedOff'],
    data: event.WorkHandedOff.data.omit(own),
  },
  ProposeGeneralMarks: {
    says: 'Mark oneself on the general criteria of a month.',
    vi: 'Tự chấm tiêu chí chung',
    records: ['GeneralMarksProposed'],
    data: event.GeneralMarksProposed.data.omit(own),
  },
  ConfirmGeneralMarks: {
    says: 'Confirm or change the general marks of a month.',
    vi: 'Xác nhận tiêu chí chung',
    records: ['GeneralMarksConfirmed'],
    data: event.GeneralMarksConfirmed.data.omit({ ...own, confirmedBy: true }),
  },
  SetLeaderLevel: {
    says: 'Set d, đ or e of a leader’s month: 100 or 50.',
    vi: 'Chấm d, đ, e của lãnh đạo',
    records: ['LeaderLevelSet'],
    // The level is read as text, so that any other number is refused with the rule instead of a list of values.
    data: event.LeaderLevelSet.data.omit({ ...own, setBy: true }).extend({ level: text(20) }),
  },
  RecordLeave: {
    says: 'Record leave with its document.',
    vi: 'Ghi nhận thời gian nghỉ',
    records: ['LeaveRecorded'],
    data: event.LeaveRecorded.data.omit(own),
  },
  RecordViolation: {
    says: 'Record a concluded violation or a disciplinary decision.',
    vi: 'Ghi nhận vi phạm, kỷ luật',
    records: ['ViolationRecorded'],
    data: event.ViolationRecorded.data.omit(own),
  },
  RecordUnitClass: {
    says: 'Record the class recognised for a unit the person heads, with the decision.',
    vi: 'Ghi mức xếp loại của đơn vị',
    records: ['HeadedUnitClassed'],
    data: event.HeadedUnitClassed.data.omit(own),
  },
  ReceiveOutsideScore: {
    says: 'Take in the score of a month served at another agency.',
    vi: 'Nhận điểm từ cơ quan khác',
    records: ['OutsideScoreReceived'],
    data: event.OutsideScoreReceived.data.omit(own),
  },
  WithdrawEntry: {
    says: 'Withdraw an entry that was wrong.',
    vi: 'Rút nội dung đã ghi',
    records: ['EntryWithdrawn'],
    data: z.strictObject(event.EntryWithdrawn.data.omit(own).shape),
  },
} as const satisfies CommandCatalogue;

export type MarksCommand = CommandsOf<typeof marksCommands>;
