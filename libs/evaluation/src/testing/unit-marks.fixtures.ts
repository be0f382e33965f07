import { localDate } from '@thidua/kernel';
import type { UnitMarksEvent } from '../unit-marks/unit-marks.events';

const own = { unitId: 'qlcn', year: 2026, recordedOn: localDate('2026-12-01') };
const document = { number: '12/BB-SCT', date: null, issuer: null, title: null };

export const unitMarksConfirmed = (): UnitMarksEvent => ({
  type: 'UnitMarksConfirmed',
  data: {
    ...{ ...own, entryId: 'diem', reason: 'Biên bản chấm điểm', document },
    ...{ general: '28', result: '65' },
  },
});

/** An entry of every type, in a likely order. */
export const everyUnitEntry = (): readonly UnitMarksEvent[] => [
  unitMarksConfirmed(),
  {
    type: 'TaskExceedRecognised',
    data: { ...own, entryId: 'vuot-1', taskId: 'kh.1', reason: 'Vượt 20 %', document },
  },
  {
    type: 'UnitFindingRecorded',
    data: {
      ...{ ...own, entryId: 'kl-1', finding: 'SHORTCOMINGS_FIXED', subUnitId: null },
      ...{ reason: 'Đã khắc phục', document: null },
    },
  },
  {
    type: 'UnitEntryWithdrawn',
    data: { ...own, entryId: 'rut-1', withdraws: 'vuot-1', reason: 'Ghi nhầm' },
  },
];
