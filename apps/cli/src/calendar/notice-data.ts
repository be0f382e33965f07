import { isLocalDate } from '@thidua/kernel';
import { wrongUsage } from '../failures/command-failure';

/** Days of a notice as typed. */
export interface NoticeOptions {
  readonly title: string;
  /** `off:work`, a working day given off and the weekend day worked for it. */
  readonly swap?: readonly string[];
  readonly off?: readonly string[];
  readonly lieu?: readonly string[];
  readonly work?: readonly string[];
  readonly document?: string;
  readonly date?: string;
  readonly reason?: string;
}

interface NoticeDay {
  readonly on: string;
  readonly becomes: string;
}

/** The data of `AddCalendarNotice`. @throws CommandFailure with exit code 2 when a day cannot be read. */
export function noticeData(noticeId: string, options: NoticeOptions) {
  const { title, swap = [], off = [], lieu = [], work = [], document, date, reason } = options;
  const days = [
    ...swap.flatMap(swapDays),
    ...off.map(dayThatBecomes('--off', 'holiday')),
    ...lieu.map(dayThatBecomes('--lieu', 'lieu')),
    ...work.map(dayThatBecomes('--work', 'working')),
  ];
  if (days.length === 0) {
    throw wrongUsage('Cần ít nhất một ngày: --swap, --off, --lieu hoặc --work.');
  }
  return {
    noticeId,
    title,
    days,
    document:
      document === undefined
        ? null
        : { number: document, date: date ?? null, issuer: null, title: null },
    reason: reason ?? null,
  };
}

const dayThatBecomes =
  (option: string, becomes: string) =>
  (on: string): NoticeDay => {
    if (isLocalDate(on)) return { on, becomes };
    throw wrongUsage(`${option} cần ngày có thật, dạng YYYY-MM-DD, không phải "${on}".`);
  };

function swapDays(text: string): readonly NoticeDay[] {
  const [off = '', work = '', ...more] = text.split(':');
  if (isLocalDate(off) && isLocalDate(work) && more.length === 0) {
    return [
      { on: off, becomes: 'swapped-off' },
      { on: work, becomes: 'make-up' },
    ];
  }
  throw wrongUsage(
    `--swap cần dạng ngày-nghỉ:ngày-làm-bù, ví dụ 2026-11-23:2026-11-28, không phải "${text}".`,
  );
}
