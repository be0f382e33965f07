import { localDate } from '@thidua/kernel';
import { specify } from '@thidua/kernel/testing';
import { decisionPaper, divisionHead, officeClerk } from '../testing/evaluation.fixtures';
import { everyUnitEntry, unitMarksConfirmed } from '../testing/unit-marks.fixtures';
import type { UnitMarksCommand } from './unit-marks.commands';
import { unitMarksDecider, type UnitMarksContext } from './unit-marks.decider';

const context: UnitMarksContext = {
  actor: officeClerk,
  on: localDate('2026-12-01'),
  unitId: 'qlcn',
  year: 2026,
  max: { general: '30', result: '70' },
};
const given = specify(unitMarksDecider, context);
const marks = {
  ...{ entryId: 'diem', reason: 'Biên bản chấm điểm', general: '28', result: '65' },
  document: { number: '12/BB-SCT', date: null, issuer: null, title: null },
};
const confirm = (data: object = {}): UnitMarksCommand => ({
  type: 'ConfirmUnitMarks',
  data: { ...marks, ...data },
});
const finding = (data: object): UnitMarksCommand =>
  ({
    type: 'RecordUnitFinding',
    data: { entryId: 'k', subUnitId: null, reason: 'Kết luận', document: null, ...data },
  }) as UnitMarksCommand;
const withdraw = (withdraws: string): UnitMarksCommand => ({
  type: 'WithdrawUnitEntry',
  data: { entryId: 'rut', withdraws, reason: 'Ghi nhầm' },
});

describe('the year of a unit', () => {
  it('takes its marks once, from the Office, within what the rules give', () => {
    given().when(confirm()).then(unitMarksConfirmed());
    given(unitMarksConfirmed()).when(confirm()).thenNothing();
    given(unitMarksConfirmed())
      .when(confirm({ general: '20' }))
      .thenRejected('UNIT_ENTRY_ID_TAKEN');
    given(unitMarksConfirmed())
      .when(confirm({ entryId: 'khac' }))
      .thenRejected('UNIT_ENTRY_STANDS');
    given()
      .when(confirm({ result: '141/2' }))
      .thenRejected('UNIT_MARKS_TOO_HIGH');
    given().when(confirm(), { actor: divisionHead }).thenRejected('UNIT_MARKS_OFFICE_ONLY');
  });

  it('takes them anew once the wrong ones are withdrawn, under another id', () => {
    const withdrawn = given(unitMarksConfirmed(), {
      type: 'UnitEntryWithdrawn',
      data: {
        ...{ unitId: 'qlcn', year: 2026, recordedOn: context.on },
        ...{ entryId: 'rut', withdraws: 'diem', reason: 'Ghi nhầm' },
      },
    });
    withdrawn.when(confirm({ general: '20' })).thenRejected('UNIT_ENTRY_ID_TAKEN');
    withdrawn.when(confirm({ entryId: 'diem-2', general: '20' })).then({
      type: 'UnitMarksConfirmed',
      data: { ...unitMarksConfirmed().data, entryId: 'diem-2', general: '20' },
    } as never);
    withdrawn.when(withdraw('diem')).thenNothing();
  });

  it('names a sub-unit where a finding is about one, and only there', () => {
    given()
      .when(finding({ finding: 'SUB_UNIT_NOT_COMPLETED' }))
      .thenRejected('SUB_UNIT_MISSING');
    given()
      .when(finding({ finding: 'WRONGDOING', subUnitId: 'doi' }))
      .thenRejected('SUB_UNIT_MISSING');
  });

  it('is not said to have put its shortcomings right and not to have', () => {
    given(...everyUnitEntry())
      .when(finding({ finding: 'SHORTCOMINGS_NOT_FIXED' }))
      .thenRejected('UNIT_ENTRY_STANDS');
    given().when(withdraw('khong-co')).thenRejected('UNIT_ENTRY_NOT_FOUND');
  });

  it('keeps the document it was given', () => {
    const document = decisionPaper('13/KL');
    given()
      .when(finding({ finding: 'WRONGDOING', document }))
      .then({
        type: 'UnitFindingRecorded',
        data: {
          ...{ unitId: 'qlcn', year: 2026, recordedOn: context.on, entryId: 'k' },
          ...{ finding: 'WRONGDOING', subUnitId: null, reason: 'Kết luận', document },
        },
      });
  });
});
