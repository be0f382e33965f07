import { rejectFrom, type RejectionCatalogue } from '@thidua/kernel';

/** Every no that a rule about evaluations can say. */
export const evaluationRejections = {
  EVALUATION_KEEPER_ONLY: {
    kind: 'forbidden',
    vi: 'Chỉ Văn phòng hoặc lãnh đạo Sở được thực hiện bước này của kỳ đánh giá',
    en: 'Only the Office or the leaders of the department may take this step of an evaluation',
  },
  EVALUATION_LEADER_ONLY: {
    kind: 'forbidden',
    vi: 'Chỉ Giám đốc hoặc Phó Giám đốc Sở được công bố hoặc thay thế kết quả đã công bố',
    en: 'Only the director or a deputy director may publish a result or supersede a published one',
  },
  EVALUATION_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Không có kỳ đánh giá này',
    en: 'There is no such evaluation',
  },
  EVALUATION_ALREADY_OPENED: {
    kind: 'conflict',
    vi: 'Kỳ đánh giá {evaluationId} đã được mở',
    en: 'Evaluation {evaluationId} is already open',
  },
  NOT_FROZEN: {
    kind: 'conflict',
    vi: 'Chưa chốt số liệu',
    en: 'The evaluation has not been frozen',
  },
  ALREADY_FROZEN: {
    kind: 'conflict',
    vi: 'Số liệu đã chốt tại vị trí {position}, tính đến {asOf}',
    en: 'The evaluation is frozen at position {position} as of {asOf}',
  },
  AS_OF_OUTSIDE: {
    kind: 'invalid',
    vi: 'Ngày chốt {asOf} phải từ {from} đến {to}',
    en: 'The day {asOf} must lie between {from} and {to}',
  },
  POSITION_DIFFERS: {
    kind: 'conflict',
    vi: 'Điểm phải tính tại vị trí {position}, tính đến {asOf}',
    en: 'The score must be computed at position {position} as of {asOf}',
  },
  HASH_DIFFERS: {
    kind: 'conflict',
    vi: 'Mã băm {field} không khớp: đã ghi nhận {expected}',
    en: 'The hash {field} differs: recorded is {expected}',
  },
  NOT_COMPUTED: {
    kind: 'conflict',
    vi: 'Chưa tính điểm',
    en: 'The score has not been computed',
  },
  SECOND_PERSON_NEEDED: {
    kind: 'invalid',
    vi: 'Điều chỉnh điểm cần một người thứ hai đồng ý',
    en: 'An adjustment needs a second person who agrees',
  },
  POINTS_NOT_A_FRACTION: {
    kind: 'invalid',
    vi: 'Điểm “{points}” không phải là phân số',
    en: 'The points "{points}" are no fraction',
  },
  ALREADY_PUBLISHED: {
    kind: 'conflict',
    vi: 'Kết quả đã công bố theo {number}; chỉ có thể thay thế, không sửa',
    en: 'The result was published by {number}; it can be superseded, never edited',
  },
  SUPERSEDED_BY_ITSELF: {
    kind: 'invalid',
    vi: 'Kỳ đánh giá không thể thay thế chính nó',
    en: 'An evaluation cannot supersede itself',
  },
  ALREADY_SUPERSEDED: {
    kind: 'conflict',
    vi: 'Kỳ đánh giá đã được thay thế bởi {byEvaluationId}',
    en: 'The evaluation was superseded by {byEvaluationId}',
  },
} as const satisfies RejectionCatalogue;

export const rejectEvaluation = rejectFrom(evaluationRejections);
