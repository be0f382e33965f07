import type { CommandCatalogue, CommandsOf } from '@thidua/kernel';
import { z } from 'zod';
import { criteriaEvents as event } from './criteria.events';

const own = { sheetId: true } as const;

/** Commands on one criteria sheet. Which one the address says; who acts and when surrounds the command. */
export const criteriaCommands = {
  OpenCriteriaSheet: {
    says: 'Open a criteria sheet with the criteria of a rule set.',
    vi: 'Mở bảng tự chấm tiêu chí',
    records: ['CriteriaSheetOpened'],
    data: event.CriteriaSheetOpened.data.omit({ ...own, openedOn: true }),
  },
  ScoreCriterion: {
    says: 'Give one of the four numbers of a criterion, with its reason.',
    vi: 'Chấm điểm tiêu chí',
    records: ['CriterionScored'],
    data: event.CriterionScored.data.omit({ ...own, scoredOn: true }),
  },
  LinkEvidence: {
    says: 'Link what proves a criterion to it.',
    vi: 'Gắn tài liệu kiểm chứng',
    records: ['EvidenceLinked'],
    data: event.EvidenceLinked.data.omit({ ...own, linkedOn: true }),
  },
  MarkCriterionNotArisen: {
    says: 'Say that a criterion had no occasion to arise.',
    vi: 'Xác nhận tiêu chí không phát sinh',
    records: ['CriterionNotArisen'],
    data: event.CriterionNotArisen.data.omit({ ...own, recordedOn: true }),
  },
  CloseCriteriaSheet: {
    says: 'Close the sheet once every criterion has its numbers.',
    vi: 'Khóa bảng tự chấm tiêu chí',
    records: ['CriteriaSheetClosed'],
    data: z.strictObject({}),
  },
} as const satisfies CommandCatalogue;

export type CriteriaCommand = CommandsOf<typeof criteriaCommands>;
