import { localDate, type LocalDate } from '@thidua/kernel';
import type { Confidence } from '../calendar-day';

/** A working day given off and the weekend day worked instead. */
export interface Swap {
  readonly offOn: LocalDate;
  readonly workOn: LocalDate;
  /** How well the day of work is known; the day off is as announced as its year. */
  readonly workConfidence: Confidence;
}

/** What the government chose for a year where the law leaves a choice, and which working days it swapped. */
export interface AnnouncedYear {
  readonly legalBasis: string;
  /** First of the five days of Tết. */
  readonly tetFrom: LocalDate;
  /** The day before or after 2 September. */
  readonly secondNationalDay: LocalDate;
  readonly swaps: readonly Swap[];
}

const swap = (offOn: string, workOn: string, workConfidence: Confidence): Swap => ({
  offOn: localDate(offOn),
  workOn: localDate(workOn),
  workConfidence,
});

/** Years whose days off are decided. Other years follow the rule until a notice is recorded. */
export const ANNOUNCED_YEARS: Readonly<Record<number, AnnouncedYear>> = {
  2025: {
    legalBasis: 'Công văn 8726/VPCP-KGVX ngày 26/11/2024',
    tetFrom: localDate('2025-01-27'),
    secondNationalDay: localDate('2025-09-01'),
    swaps: [swap('2025-05-02', '2025-04-26', 'announced')],
  },
  2026: {
    legalBasis:
      'Lịch nghỉ Tết Âm lịch và Quốc khánh năm 2026 do Bộ Nội vụ thông báo (số văn bản chờ xác nhận)',
    tetFrom: localDate('2026-02-16'),
    secondNationalDay: localDate('2026-09-01'),
    // The swap of 23/11 with 28/11/2026 was only proposed: it waits for a notice.
    swaps: [
      swap('2026-01-02', '2026-01-10', 'reported'),
      swap('2026-08-31', '2026-08-22', 'reported'),
    ],
  },
};
