import { dividedBy, plus, rational, times, ZERO, type Rational } from '@thidua/kernel';
import type { Label } from '../../label';
import type { Change } from '../period/points-step';
import { monthCount, type YearPeriods } from './year-periods';

const TITLES: Readonly<Record<string, Label>> = {
  start: { vi: 'Điểm tối đa', en: 'Full marks' },
  reported: { vi: 'Điểm do cơ quan khác gửi', en: 'Scores reported by another agency' },
  general: { vi: 'Tiêu chí chung (G)', en: 'General criteria (G)' },
  quantity: { vi: 'Số lượng (a)', en: 'Quantity (a)' },
  quality: { vi: 'Chất lượng (b)', en: 'Quality (b)' },
  progress: { vi: 'Tiến độ (c)', en: 'Progress (c)' },
  unitResult: { vi: 'Kết quả của đơn vị (d)', en: 'Result of the unit (d)' },
  organising: { vi: 'Tổ chức thực hiện (đ)', en: 'Organising (đ)' },
  cohesion: { vi: 'Đoàn kết (e)', en: 'Cohesion (e)' },
  cap: { vi: 'Giới hạn điểm nhiệm vụ', en: 'Cap on task points' },
};

interface Part {
  total: Rational;
  readonly article: string;
  readonly eventIds: Set<string>;
}

function gather(periods: YearPeriods): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  for (const { scored, months } of periods.counted) {
    if (months.length === 0) continue;
    for (const { id, change, article, eventIds } of scored.changes) {
      const part = parts.get(id) ?? { total: ZERO, article, eventIds: new Set<string>() };
      part.total = plus(part.total, times(change, rational(months.length)));
      for (const eventId of eventIds) part.eventIds.add(eventId);
      parts.set(id, part);
    }
  }
  return parts;
}

/** The year's steps from full marks to its mean: each is the mean of the same step of the months that count. */
export function yearChanges(periods: YearPeriods): readonly Change[] {
  const parts = gather(periods);
  const count = rational(monthCount(periods));
  return Object.entries(TITLES).flatMap(([id, title]) => {
    const part = parts.get(id);
    if (part === undefined) return [];
    return [
      {
        id,
        title,
        formula: 'Σ (bước của từng kỳ × số tháng) / số tháng',
        values: { sum: part.total, months: count },
        change: dividedBy(part.total, count),
        article: part.article,
        eventIds: [...part.eventIds],
      },
    ];
  });
}
