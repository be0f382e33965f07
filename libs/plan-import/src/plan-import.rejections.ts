import { rejectFrom, type RejectionCatalogue } from '@thidua/kernel';

/** Every "no" the importer can give. A file that is refused leaves nothing behind. */
export const planImportRejections = {
  PLAN_FILE_EMPTY: {
    kind: 'invalid',
    vi: 'Tệp kế hoạch trống, không có chữ nào để đọc.',
    en: 'The plan file is empty: there is no text to read.',
  },
  PLAN_FILE_BINARY: {
    kind: 'invalid',
    vi: 'Tệp là {format}, không phải văn bản thuần. {adviceVi}',
    en: 'The file is {format}, not plain text. {adviceEn}',
  },
  PLAN_FILE_NOT_TEXT: {
    kind: 'invalid',
    vi: 'Tệp không phải văn bản {encoding}: sai từ byte thứ {byteOffset}. Hãy lưu lại tệp ở dạng UTF-8.',
    en: 'The file is not {encoding} text: it breaks at byte {byteOffset}. Save the file again as UTF-8.',
  },
  PLAN_FILE_STRAY_CHARACTER: {
    kind: 'invalid',
    vi: 'Dòng {line} của tệp có ký tự điều khiển hoặc ký tự ẩn {character} ở vị trí {place}; hãy xóa ký tự này.',
    en: 'Line {line} of the file holds the control or hidden character {character} at place {place}; remove it.',
  },
  PLAN_FILE_TOO_LARGE: {
    kind: 'invalid',
    vi: 'Tệp dài {byteCount} byte, vượt giới hạn {byteCountMax} byte của một kế hoạch.',
    en: 'The file has {byteCount} bytes; a plan has at most {byteCountMax}.',
  },
  NOT_A_PLAN: {
    kind: 'invalid',
    vi:
      'Không tìm thấy nhiệm vụ nào theo bố cục kế hoạch. Hệ thống đọc được kế hoạch có các mục đánh số (1., 1.1., a), -) ' +
      'và dưới mỗi mục có dòng "Chủ trì:", "Phối hợp:", "Sản phẩm:", "Thời gian thực hiện:" hoặc tương đương. ' +
      'Báo cáo, thông báo kết luận viết thành đoạn văn chưa đọc được.',
    en:
      'No task in a plan layout was found. Plans are read whose numbered items (1., 1.1., a), -) each carry lines such as ' +
      '"Chủ trì:", "Phối hợp:", "Sản phẩm:", "Thời gian thực hiện:". Reports and conclusions written as prose are not read.',
  },
} as const satisfies RejectionCatalogue;

export type PlanImportRejection = keyof typeof planImportRejections;

export const rejectPlanFile = rejectFrom(planImportRejections);
