import { DAY_KIND_VI } from '@thidua/calendar';
import { addDays, type DocumentReference, type LocalDate, vietnameseDate } from '@thidua/kernel';
import type { TaskFacts } from '../task.events';
import type { DeadlineChange } from './deadline-history';

const dated = (day: LocalDate | null): string =>
  day === null ? 'không có hạn' : vietnameseDate(day);

const byDocument = (document: DocumentReference | null): string =>
  document === null ? '' : `, theo ${document.number}`;

const because = (reason: string | null): string => (reason === null ? '' : `; lý do: ${reason}`);

function changeInWords({
  setBy,
  on,
  from,
  dueOn,
  timeText,
  reason,
  document,
}: DeadlineChange): string {
  const [day, to] = [vietnameseDate(on), dated(dueOn)];
  switch (setBy) {
    case 'plan':
      return `Theo kế hoạch giao ngày ${day}: ${to}${timeText === null ? '' : ` (“${timeText}”)`}`;
    case 'trigger':
      return `Đã có căn cứ triển khai ngày ${day}${byDocument(document)}: ${to}`;
    case 'extension':
      return `Gia hạn ngày ${day}${byDocument(document)}: từ ${dated(from)} đến ${to}${because(reason)}`;
    case 'amendment':
      return `Điều chỉnh ngày ${day}${byDocument(document)}: từ ${dated(from)} thành ${to}${because(reason)}`;
    case 'correction':
      return `Đính chính ngày ${day}: ghi nhầm ${dated(from)}, đúng là ${to}${because(reason)}`;
  }
}

function derivationInWords(derivation: TaskFacts<'DeadlineDerived'>): string {
  const { days, unit, from, daysOff, calendarVersion } = derivation;
  const unitText = unit === 'working' ? 'ngày làm việc' : 'ngày';
  const counted = `${days} ${unitText} kể từ ${vietnameseDate(from)}, không tính ngày đầu`;
  return `Cách tính: ${counted}${daysOffInWords(derivation)}; lịch ${calendarVersion}${
    unit === 'calendar' && daysOff.length > 0 ? ' (Bộ luật Dân sự 2015, Điều 148)' : ''
  }`;
}

function daysOffInWords({ daysOff, unit, from, days }: TaskFacts<'DeadlineDerived'>): string {
  if (daysOff.length === 0) return '';
  const told = daysOff
    .map(({ on, kind, name }) => `${vietnameseDate(on)} (${name ?? DAY_KIND_VI[kind]})`)
    .join(', ');
  if (unit === 'working') return `; bỏ qua ${told}`;
  const nominal = vietnameseDate(addDays(from, days));
  return `; ngày cuối ${nominal} là ngày nghỉ nên chuyển qua ${told} đến ngày làm việc tiếp theo`;
}

/** The change in Vietnamese, and how its date was counted where it was: one or two sentences for a clerk. */
export const deadlineInWords = (change: DeadlineChange): string =>
  [
    changeInWords(change),
    ...(change.derivation === null ? [] : [derivationInWords(change.derivation)]),
  ]
    .map((sentence) => `${sentence}.`)
    .join(' ');
