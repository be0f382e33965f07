import { addDays, type LocalDate, vietnameseDate } from '@thidua/kernel';
import type { CalendarDay } from '../calendar-day';
import { isWeekend } from '../weekdays';
import { ANNOUNCED_YEARS, type AnnouncedYear, type Swap } from './announced-years';
import { publicHolidaysOf } from './public-holidays';

const LIEU = 'Bộ luật Lao động 2019, Điều 111 khoản 3';

/** Every day of the year that is not what its day of the week says, from the shipped data alone. */
export function specialDaysOf(year: number): readonly CalendarDay[] {
  const announced = ANNOUNCED_YEARS[year] ?? null;
  const confidence = announced === null ? 'expected' : 'announced';
  const special = { confidence, isWorking: false, noticeId: null } as const;
  const holidays = publicHolidaysOf(year, announced).map(
    ({ on, name, legalBasis }): CalendarDay => ({
      ...special,
      on,
      kind: 'holiday',
      name,
      legalBasis,
    }),
  );
  const swapped = (announced?.swaps ?? []).flatMap((swap) => swappedDays(swap, announced));
  const taken = new Set([...holidays, ...swapped].map(({ on }) => on));
  const lieu = holidays
    .filter(({ on }) => isWeekend(on))
    .map((holiday): CalendarDay => {
      const on = nextFreeWeekday(holiday.on, taken);
      taken.add(on);
      const name = `Nghỉ bù ${holiday.name ?? ''}`;
      return { ...special, on, kind: 'lieu', name, legalBasis: LIEU };
    });
  return [...holidays, ...swapped, ...lieu];
}

/** A holiday on a day of weekly rest is made good on the next day of work. */
function nextFreeWeekday(after: LocalDate, taken: ReadonlySet<LocalDate>): LocalDate {
  let day = addDays(after, 1);
  while (isWeekend(day) || taken.has(day)) day = addDays(day, 1);
  return day;
}

function swappedDays(
  { offOn, workOn, workConfidence }: Swap,
  announced: AnnouncedYear | null,
): readonly CalendarDay[] {
  const legalBasis = announced?.legalBasis ?? '';
  return [
    {
      on: offOn,
      kind: 'swapped-off',
      isWorking: false,
      name: `Nghỉ hoán đổi, làm bù ngày ${vietnameseDate(workOn)}`,
      legalBasis,
      confidence: 'announced',
      noticeId: null,
    },
    {
      on: workOn,
      kind: 'make-up',
      isWorking: true,
      name: `Làm bù cho ngày ${vietnameseDate(offOn)}`,
      legalBasis,
      confidence: workConfidence,
      noticeId: null,
    },
  ];
}
