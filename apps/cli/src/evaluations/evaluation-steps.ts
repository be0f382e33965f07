import { Option } from 'commander';
import { countValue, dayValue } from '../program/option-values';
import { documentValue, listValue, voteValue } from './step-values';

export interface StepOfLine {
  /** The word on the command line. */
  readonly name: string;
  /** The last part of the API's address. */
  readonly segment: string;
  readonly says: string;
  readonly example: string;
  readonly options: readonly Option[];
  /** What the API wants and the line leaves out. */
  readonly defaults?: Readonly<Record<string, unknown>>;
}

const required = (flags: string, says: string): Option =>
  new Option(flags, says).makeOptionMandatory();
const subject = () => required('--subject-id <mã>', 'đơn vị hoặc cán bộ được đánh giá');
const because = () => required('--reason <lý-do>', 'lý do');
const sheetHash = () => required('--sheet-hash <mã-băm>', 'mã băm của bảng điểm đã xem');
const paper = (name: string, says: string) =>
  new Option(`--${name} <số-văn-bản>`, says).argParser(documentValue);

const adjustmentCount = (): Option =>
  required('--adjustment-count <số>', 'số điều chỉnh đã xem').argParser((text: string) =>
    text === '0' ? 0 : countValue('--adjustment-count')(text),
  );

/** The steps of a cycle as they are typed; an option's name is the field it fills. */
export const STEPS_OF_LINE: readonly StepOfLine[] = [
  {
    name: 'procedure',
    segment: 'set-procedure',
    says: 'Quy định tỷ lệ dự họp và thời gian nhận kiến nghị',
    example: '2025.UNIT_TASK_RESULTS --quorum 2/3 --basis 03/QC-SCT',
    options: [
      required('--quorum <phân-số>', 'tỷ lệ dự họp tối thiểu, ví dụ 2/3'),
      new Option('--appeal-working-days <số>', 'số ngày làm việc nhận kiến nghị').argParser(
        countValue('--appeal-working-days'),
      ),
      paper('basis', 'văn bản quy định').makeOptionMandatory(),
    ],
    defaults: { appealWorkingDays: null },
  },
  {
    name: 'close',
    segment: 'close-collection',
    says: 'Kết thúc thu thập số liệu',
    example: '2025.UNIT_TASK_RESULTS',
    options: [],
  },
  {
    name: 'freeze',
    segment: 'freeze',
    says: 'Chốt số liệu tại một vị trí của nhật ký',
    example: '2025.UNIT_TASK_RESULTS --as-of 2025-12-31',
    options: [
      new Option('--as-of <ngày>', 'xem năm tính đến ngày này').argParser(dayValue('--as-of')),
      new Option('--position <vị-trí>', 'vị trí của nhật ký (mặc định: hiện tại)'),
    ],
  },
  {
    name: 'compute',
    segment: 'compute',
    says: 'Tính bảng điểm tại vị trí đã chốt và ghi mã băm',
    example: '2025.UNIT_TASK_RESULTS',
    options: [],
  },
  {
    name: 'review',
    segment: 'record-review',
    says: 'Ghi ý kiến nhận xét về kết quả',
    example: '2025.UNIT_TASK_RESULTS --review-id yk-1 --by party-committee --view "Nhất trí"',
    options: [
      required('--review-id <mã>', 'mã ý kiến, do người ghi đặt'),
      required('--by <ai>', 'ai có ý kiến').choices([
        'superior',
        'party-committee',
        'personnel-unit',
        'council',
      ]),
      new Option('--subject-id <mã>', 'về đơn vị hoặc cán bộ này (mặc định: cả kết quả)'),
      required('--view <ý-kiến>', 'nội dung ý kiến'),
      paper('document', 'số văn bản'),
    ],
    defaults: { subjectId: null, document: null },
  },
  {
    name: 'adjust',
    segment: 'adjust-score',
    says: 'Điều chỉnh một dòng điểm, có lý do và người thứ hai đồng ý',
    example:
      '2025.UNIT_TASK_RESULTS --subject-id qltm --line progress --points=-5/2 --reason "Kết luận họp" --agreed-by cb-002',
    options: [
      subject(),
      required('--line <dòng>', 'mã dòng điểm'),
      required('--points <phân-số>', 'số điểm cộng hoặc trừ, ví dụ -5/2'),
      because(),
      required('--agreed-by <cán-bộ>', 'người thứ hai đồng ý'),
    ],
  },
  {
    name: 'meeting',
    segment: 'record-meeting',
    says: 'Ghi cuộc họp đánh giá: người dự, biên bản, phiếu',
    example:
      '2025.UNIT_TASK_RESULTS --held-on 2025-12-12 --entitled-count 3 --attendee-ids cb-001,cb-002 --minutes 08/BB-SCT --votes qltm=2/0/0',
    options: [
      required('--held-on <ngày>', 'ngày họp').argParser(dayValue('--held-on')),
      required('--entitled-count <số>', 'số người được triệu tập').argParser(
        countValue('--entitled-count'),
      ),
      required('--attendee-ids <danh-sách>', 'người có mặt, cách nhau bằng dấu phẩy').argParser(
        listValue,
      ),
      paper('minutes', 'số biên bản').makeOptionMandatory(),
      new Option('--votes <phiếu>', 'đơn-vị=tán-thành/không/không-ý-kiến; nêu nhiều lần được')
        .argParser(voteValue)
        .default([], 'không bỏ phiếu'),
    ],
  },
  {
    name: 'approve',
    segment: 'approve-evaluation',
    says: 'Phê duyệt kết quả (Giám đốc)',
    example: '2025.UNIT_TASK_RESULTS --sheet-hash 3f… --adjustment-count 0 --document 20/QĐ-SCT',
    options: [
      sheetHash(),
      adjustmentCount(),
      paper('document', 'số quyết định').makeOptionMandatory(),
    ],
  },
  {
    name: 'publish',
    segment: 'publish-score',
    says: 'Công bố kết quả đã phê duyệt',
    example: '2025.UNIT_TASK_RESULTS --sheet-hash 3f… --document 21/TB-SCT',
    options: [sheetHash(), paper('document', 'số thông báo').makeOptionMandatory()],
  },
  {
    name: 'appeal',
    segment: 'receive-appeal',
    says: 'Tiếp nhận kiến nghị; hạn trả lời là 7 ngày làm việc',
    example:
      '2025.UNIT_TASK_RESULTS --appeal-id kn-1 --subject-id qltm --appellant-id cb-011 --text "Đề nghị xem lại"',
    options: [
      required('--appeal-id <mã>', 'mã kiến nghị, do người ghi đặt'),
      subject(),
      required('--appellant-id <cán-bộ>', 'người kiến nghị'),
      required('--text <nội-dung>', 'nội dung kiến nghị'),
      paper('document', 'số đơn'),
    ],
    defaults: { document: null },
  },
  {
    name: 'answer',
    segment: 'answer-appeal',
    says: 'Trả lời kiến nghị',
    example:
      '2025.UNIT_TASK_RESULTS --appeal-id kn-1 --outcome upheld --reason "Có căn cứ" --decision 30/QĐ-SCT',
    options: [
      required('--appeal-id <mã>', 'mã kiến nghị'),
      required('--outcome <kết-quả>', 'chấp nhận hay không').choices(['upheld', 'rejected']),
      because(),
      paper('decision', 'số quyết định; bắt buộc khi chấp nhận'),
    ],
    defaults: { decision: null },
  },
  {
    name: 'reclassify',
    segment: 'supersede-classification',
    says: 'Thay thế kết quả xếp loại đã công bố bằng quyết định mới',
    example:
      '2025.UNIT_TASK_RESULTS --subject-id qltm --becomes "Hoàn thành tốt" --appeal-id kn-1 --reason "Kiến nghị đúng" --decision 30/QĐ-SCT',
    options: [
      subject(),
      required('--becomes <xếp-loại>', 'xếp loại mới'),
      new Option('--appeal-id <mã>', 'kiến nghị được chấp nhận'),
      because(),
      paper('decision', 'số quyết định').makeOptionMandatory(),
    ],
    defaults: { appealId: null },
  },
  {
    name: 'amend',
    segment: 'amend',
    says: 'Ghi những gì số liệu đến sau khi chốt lẽ ra đã làm thay đổi; bảng đã chốt giữ nguyên',
    example: '2025.UNIT_TASK_RESULTS --reason "Đính chính ngày hoàn thành"',
    options: [because()],
  },
  {
    name: 'supersede',
    segment: 'supersede-evaluation',
    says: 'Thay thế cả kỳ đánh giá bằng một kỳ khác',
    example:
      '2025.UNIT_TASK_RESULTS --by-evaluation-id 2025.UNIT_TASK_RESULTS.2 --reason "Sai số liệu"',
    options: [required('--by-evaluation-id <mã-kỳ>', 'kỳ thay thế'), because()],
  },
];
