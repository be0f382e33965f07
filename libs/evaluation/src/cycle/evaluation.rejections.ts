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
  EVALUATION_DIRECTOR_ONLY: {
    kind: 'forbidden',
    vi: 'Chỉ Giám đốc Sở, hoặc người được ủy quyền thay, được quyết định kết quả xếp loại',
    en: 'Only the director, or whoever is appointed to act for them, may decide a classification',
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
  NOT_COLLECTED: {
    kind: 'conflict',
    vi: 'Chưa kết thúc thu thập số liệu',
    en: 'The collection of marks and facts has not been closed',
  },
  NOT_COMPUTED: {
    kind: 'conflict',
    vi: 'Chưa tính điểm',
    en: 'The score has not been computed',
  },
  NOT_REVIEWED: {
    kind: 'conflict',
    vi: 'Chưa có ý kiến nhận xét nào về kết quả; cần ít nhất một ý kiến trước khi họp',
    en: 'No view on the result has been recorded; the meeting needs at least one',
  },
  MEETING_NOT_HELD: {
    kind: 'conflict',
    vi: 'Chưa họp đánh giá; cần biên bản trước khi phê duyệt',
    en: 'The evaluation meeting has not been held; its minutes come before the approval',
  },
  NOT_APPROVED: {
    kind: 'conflict',
    vi: 'Kết quả chưa được phê duyệt',
    en: 'The result has not been approved',
  },
  NOT_PUBLISHED: {
    kind: 'conflict',
    vi: 'Kết quả chưa được công bố',
    en: 'The result has not been published',
  },
  STEP_PAST: {
    kind: 'conflict',
    vi: 'Kỳ đánh giá đã qua bước này (hiện: {status})',
    en: 'The evaluation is past this step (now: {status})',
  },
  SUBJECT_UNKNOWN: {
    kind: 'invalid',
    vi: '{subjectId} không có trong bảng điểm; trong bảng có: {known}',
    en: '{subjectId} is not on the sheet; on it are: {known}',
  },
  PERSON_UNKNOWN: {
    kind: 'invalid',
    vi: 'Trường {field}: không có cán bộ {personId}',
    en: 'Field {field}: there is no official {personId}',
  },
  REVIEW_DIFFERS: {
    kind: 'conflict',
    vi: 'Ý kiến {reviewId} đã được ghi với nội dung khác; hãy dùng mã mới',
    en: 'View {reviewId} was recorded with other content; use a new id',
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
  APPROVER_ADJUSTED: {
    kind: 'forbidden',
    vi: 'Người đã điều chỉnh điểm ({personId}) không được tự phê duyệt kết quả',
    en: 'Whoever adjusted a line ({personId}) may not approve the result',
  },
  QUORUM_UNKNOWN: {
    kind: 'conflict',
    vi: 'Chưa quy định tỷ lệ dự họp tối thiểu; hãy ghi quy định (kèm văn bản) trước khi ghi biên bản',
    en: 'No quorum has been laid down; record it with its document before the minutes',
  },
  QUORUM_NOT_REACHED: {
    kind: 'invalid',
    vi: 'Có mặt {present}/{entitled}, quy định phải có ít nhất {needed}',
    en: '{present} of {entitled} were present, at least {needed} are needed',
  },
  ATTENDANCE_WRONG: {
    kind: 'invalid',
    vi: 'Danh sách dự họp sai: {present} người có mặt, {distinct} người khác nhau, {entitled} người được triệu tập',
    en: 'The attendance is wrong: {present} present, {distinct} of them distinct, {entitled} entitled',
  },
  VOTES_DO_NOT_ADD_UP: {
    kind: 'invalid',
    vi: 'Phiếu cho {subjectId}: tán thành, không tán thành và không có ý kiến cộng lại là {cast}, phải bằng số người có mặt {present}',
    en: 'The votes on {subjectId} add up to {cast}, not to the {present} present',
  },
  VOTED_TWICE: {
    kind: 'invalid',
    vi: '{subjectId} có hai dòng phiếu',
    en: '{subjectId} has two lines of votes',
  },
  MEETING_DAY_OUTSIDE: {
    kind: 'invalid',
    vi: 'Ngày họp {heldOn} phải từ ngày chốt {from} đến {to}',
    en: 'The day of the meeting {heldOn} must lie between the freeze {from} and {to}',
  },
  MEETING_ALREADY_HELD: {
    kind: 'conflict',
    vi: 'Cuộc họp ngày {heldOn} đã được ghi',
    en: 'The meeting of {heldOn} has been recorded',
  },
  ADJUSTMENTS_DIFFER: {
    kind: 'conflict',
    vi: 'Phê duyệt {stated} điều chỉnh, nhưng hiện có {recorded}; hãy xem lại trước khi phê duyệt',
    en: 'The approval names {stated} adjustments, recorded are {recorded}; look again first',
  },
  ALREADY_APPROVED: {
    kind: 'conflict',
    vi: 'Kết quả đã được phê duyệt theo {number}',
    en: 'The result was approved by {number}',
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
  NOT_SUBJECT_OF_IT: {
    kind: 'forbidden',
    vi: '{appellantId} không phải là người được đánh giá, cũng không phải trưởng hoặc phó của {subjectId}',
    en: '{appellantId} neither is {subjectId} nor leads it',
  },
  APPEAL_TOO_LATE: {
    kind: 'invalid',
    vi: 'Kiến nghị nhận ngày {on}, sau hạn {closesOn}',
    en: 'The appeal came on {on}, after the last day {closesOn}',
  },
  APPEAL_ID_TAKEN: {
    kind: 'conflict',
    vi: 'Mã kiến nghị {appealId} đã dùng',
    en: 'The appeal id {appealId} is taken',
  },
  APPEAL_STILL_OPEN: {
    kind: 'conflict',
    vi: '{subjectId} còn kiến nghị {appealId} chưa trả lời',
    en: '{subjectId} has an appeal {appealId} that is not answered',
  },
  APPEAL_NOT_FOUND: {
    kind: 'notFound',
    vi: 'Không có kiến nghị {appealId}; có: {known}',
    en: 'There is no appeal {appealId}; there are: {known}',
  },
  APPEAL_ALREADY_ANSWERED: {
    kind: 'conflict',
    vi: 'Kiến nghị {appealId} đã được trả lời ngày {answeredOn}: {outcome}',
    en: 'Appeal {appealId} was answered on {answeredOn}: {outcome}',
  },
  ANSWERED_BY_APPELLANT: {
    kind: 'forbidden',
    vi: 'Người kiến nghị {appellantId} không được tự trả lời',
    en: 'The appellant {appellantId} may not answer the appeal',
  },
  ANSWER_WITHOUT_DECISION: {
    kind: 'invalid',
    vi: 'Chấp nhận kiến nghị phải nêu văn bản quyết định (decision)',
    en: 'Upholding an appeal names the decision (decision)',
  },
  ANSWER_BEFORE_RECEIPT: {
    kind: 'invalid',
    vi: 'Ngày trả lời {on} trước ngày nhận kiến nghị {receivedOn}',
    en: 'The answer of {on} comes before the receipt of {receivedOn}',
  },
  APPEAL_NOT_UPHELD: {
    kind: 'conflict',
    vi: 'Kiến nghị {appealId} của {subjectId} chưa được chấp nhận',
    en: 'Appeal {appealId} of {subjectId} was not upheld',
  },
  CLASS_UNCHANGED: {
    kind: 'invalid',
    vi: '{subjectId} đã được xếp loại “{becomes}”',
    en: '{subjectId} has the class "{becomes}" already',
  },
  AMENDMENT_NOT_LATER: {
    kind: 'invalid',
    vi: 'Vị trí {position} phải sau {after}: chỉ ghi thay đổi đến sau',
    en: 'Position {position} must come after {after}: an amendment is about later facts',
  },
  ALREADY_SUPERSEDED: {
    kind: 'conflict',
    vi: 'Kỳ đánh giá đã được thay thế bởi {byEvaluationId}',
    en: 'The evaluation was superseded by {byEvaluationId}',
  },
} as const satisfies RejectionCatalogue;

export const rejectEvaluation = rejectFrom(evaluationRejections);
