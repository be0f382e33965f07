import { DAY_KIND_VI } from '@thidua/calendar';
import { readAnswer } from '../connection';
import { dayText, renderTable } from '../output';
import { deadlineAnswer, noticesAnswer, yearAnswer, type ShownDay } from './calendar-answers';

/** A kind that is new here is shown by its own name. */
const KINDS: Readonly<Record<string, string>> = DAY_KIND_VI;
const kindText = (kind: string): string => KINDS[kind] ?? kind;

const CONFIDENCE: Readonly<Record<string, string>> = {
  announced: 'đã công bố',
  reported: 'theo báo chí, cần xác nhận',
  expected: 'dự kiến, chờ thông báo',
};

const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** A calendar day is the same weekday everywhere, so it may be read as one of UTC. */
const weekdayText = (on: string): string =>
  WEEKDAYS[new Date(`${on}T00:00:00.000Z`).getUTCDay()] ?? '';

export function yearInWords(answer: unknown): string {
  const read = readAnswer(yearAnswer, answer);
  const table = renderTable(
    [
      { title: 'Ngày' },
      { title: 'Thứ' },
      { title: 'Loại' },
      { title: 'Lý do', widthMax: 36 },
      { title: 'Căn cứ', widthMax: 36 },
      { title: 'Mức tin cậy', widthMax: 18 },
    ],
    read.days.map((day) => [
      dayText(day.on),
      weekdayText(day.on),
      kindText(day.kind),
      day.name,
      day.legalBasis,
      CONFIDENCE[day.confidence] ?? day.confidence,
    ]),
  );
  const months = read.workingDaysByMonth.map((count, month) => `tháng ${month + 1}: ${count}`);
  return [
    `Lịch làm việc năm ${read.year}: ${read.workingDayCount} ngày làm việc`,
    table,
    `Ngày làm việc theo tháng: ${months.join(', ')}.`,
    `Phiên bản lịch: ${read.calendarVersion}.`,
  ].join('\n');
}

const UNITS: Readonly<Record<string, string>> = { working: 'ngày làm việc', calendar: 'ngày' };

export function deadlineInWords(answer: unknown): string {
  const { from, days, unit, dueOn, steps, calendarVersion } = readAnswer(deadlineAnswer, answer);
  const table = renderTable(
    [{ title: 'Ngày' }, { title: 'Thứ' }, { title: 'Tính' }, { title: 'Vì', widthMax: 48 }],
    steps.map(({ step, nth, day }) => [
      dayText(day.on),
      weekdayText(day.on),
      step === 'counted' ? `ngày thứ ${nth ?? ''}` : step === 'rolled' ? 'chuyển tiếp' : 'bỏ qua',
      whyText(day),
    ]),
  );
  return [
    `${days} ${UNITS[unit] ?? unit} kể từ ${dayText(from)} (không tính ngày đầu): hạn ${dayText(dueOn)}`,
    table,
    `Phiên bản lịch: ${calendarVersion}.`,
  ].join('\n');
}

const whyText = ({ kind, name }: ShownDay): string =>
  name === null ? kindText(kind) : `${kindText(kind)}: ${name}`;

export function noticesInWords(answer: unknown): string {
  const { notices } = readAnswer(noticesAnswer, answer);
  if (notices.length === 0) return 'Chưa ghi nhận thông báo nào; lịch theo dữ liệu kèm phần mềm.';
  return renderTable(
    [
      { title: 'Mã' },
      { title: 'Nội dung', widthMax: 36 },
      { title: 'Ngày', widthMax: 32 },
      { title: 'Văn bản', widthMax: 24 },
      { title: 'Áp dụng từ' },
      { title: 'Tình trạng', widthMax: 30 },
    ],
    notices.map(({ added, withdrawn }) => [
      added.noticeId,
      added.title,
      added.days.map(({ on, becomes }) => `${dayText(on)} ${kindText(becomes)}`).join('; '),
      added.document?.number,
      dayText(added.validFrom),
      withdrawn === null
        ? 'đang áp dụng'
        : `đã rút ${dayText(withdrawn.withdrawnOn)}: ${withdrawn.reason}`,
    ]),
  );
}
