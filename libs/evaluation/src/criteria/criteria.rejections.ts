import { rejectFrom, type RejectionCatalogue } from '@thidua/kernel';

/** Every no that a rule about a criteria sheet can say. */
export const criteriaRejections = {
  CRITERIA_OFFICE_ONLY: {
    kind: 'forbidden',
    vi: 'Chỉ Văn phòng hoặc lãnh đạo Sở được làm việc này với bảng tiêu chí',
    en: 'Only the Office or a leader of the department may do this with a criteria sheet',
  },
  CRITERIA_UNIT_ONLY: {
    kind: 'forbidden',
    vi: 'Tiêu chí {criterionId}: chỉ đơn vị phụ trách {unitId}, Văn phòng hoặc lãnh đạo Sở được ghi',
    en: 'Criterion {criterionId}: only the unit in charge {unitId}, the Office or a leader may record',
  },
  CRITERIA_SHEET_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Chưa có bảng tiêu chí {sheetId}',
    en: 'There is no criteria sheet {sheetId}',
  },
  CRITERIA_SHEET_EXISTS: {
    kind: 'conflict',
    vi: 'Bảng tiêu chí {sheetId} đã mở với nội dung khác',
    en: 'Criteria sheet {sheetId} is open with other content',
  },
  CRITERIA_SHEET_CLOSED: {
    kind: 'conflict',
    vi: 'Bảng tiêu chí {sheetId} đã khóa ngày {closedOn}',
    en: 'Criteria sheet {sheetId} was closed on {closedOn}',
  },
  CRITERION_TWICE: {
    kind: 'invalid',
    vi: 'Mã tiêu chí bị trùng: {ids}',
    en: 'Criterion ids used twice: {ids}',
  },
  CRITERION_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Bảng không có tiêu chí {criterionId}; có: {known}',
    en: 'The sheet has no criterion {criterionId}; it has: {known}',
  },
  CRITERION_DID_NOT_ARISE: {
    kind: 'conflict',
    vi: 'Tiêu chí {criterionId} đã được xác nhận không phát sinh, không chấm điểm',
    en: 'Criterion {criterionId} did not arise, so it is not scored',
  },
  CRITERION_ALREADY_SCORED: {
    kind: 'conflict',
    vi: 'Tiêu chí {criterionId} đã được chấm, không thể ghi là không phát sinh',
    en: 'Criterion {criterionId} was scored, so it cannot be said not to have arisen',
  },
  CRITERION_POINTS_TOO_HIGH: {
    kind: 'invalid',
    vi: 'Tiêu chí {criterionId}: {points} điểm, nhiều nhất {max}',
    en: 'Criterion {criterionId}: {points} points, at most {max}',
  },
  CRITERION_STAGE_TOO_EARLY: {
    kind: 'conflict',
    vi: 'Tiêu chí {criterionId}: chưa có điểm {missing}, chưa thể ghi điểm {stage}',
    en: 'Criterion {criterionId}: {missing} comes before {stage}',
  },
  CRITERION_APPRAISED_BY_ITSELF: {
    kind: 'forbidden',
    vi: 'Tiêu chí {criterionId}: người tự chấm không được ghi điểm thẩm định',
    en: 'Criterion {criterionId}: whoever scored it themselves may not record the appraisal',
  },
  CRITERIA_INCOMPLETE: {
    kind: 'conflict',
    vi: 'Chưa thể khóa bảng; còn thiếu: {missing}',
    en: 'The sheet cannot be closed yet; missing: {missing}',
  },
} as const satisfies RejectionCatalogue;

export const rejectCriteria = rejectFrom(criteriaRejections);
