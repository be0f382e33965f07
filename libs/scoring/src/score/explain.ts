import { vietnameseDate } from '@thidua/kernel';
import { MEASURES } from '../measures/measure-names';
import type { Points } from '../points';
import type { LegalBasis } from '../rule-set';
import type { ScoreEntry, ScoreLine, ScoreStatus } from './score-line';
import type { UnitScore } from './score-unit';

/** The same sentences in both languages, one per element. */
export interface Explanation {
  readonly vi: readonly string[];
  readonly en: readonly string[];
}

const comma = ({ decimal }: Points): string => trimmed(decimal).replace('.', ',');
const point = ({ decimal }: Points): string => trimmed(decimal);
const trimmed = (decimal: string): string => decimal.replace(/\.?0+$/, '');

const NATURE: Readonly<Record<LegalBasis['nature'], { readonly vi: string; readonly en: string }>> =
  {
    law: { vi: 'Căn cứ', en: 'Law' },
    proposal: { vi: 'Cần xác nhận', en: 'To be confirmed' },
  };

const STATUS: Readonly<Record<ScoreStatus, { readonly vi: string; readonly en: string }>> = {
  scored: { vi: 'đã tính đủ các dòng', en: 'every line is scored' },
  INSUFFICIENT_DATA: {
    vi: 'thiếu dữ liệu ở ít nhất một dòng; tổng chỉ gồm các dòng có dữ liệu, không quy đổi',
    en: 'data is missing in at least one line; the total adds the lines with data and is not rescaled',
  },
  NEEDS_AUTHORITY: {
    vi: 'quy tắc không quy định trường hợp này; cần cấp có thẩm quyền quyết định',
    en: 'the rules leave this case open; the authority has to decide',
  },
};

function entryWords(entry: ScoreEntry): { readonly vi: string; readonly en: string } {
  const events = entry.eventIds.join(', ');
  return {
    vi: `Nhiệm vụ ${entry.no}: ${entry.because.vi}; ${comma(entry.earned)}/${comma(entry.possible)}; sự kiện: ${events}`,
    en: `Task ${entry.no}: ${entry.because.en}; ${point(entry.earned)}/${point(entry.possible)}; events: ${events}`,
  };
}

function headline(line: ScoreLine): { readonly vi: string; readonly en: string } {
  const measure = MEASURES[line.measure];
  if (line.points === null) {
    const status = STATUS[line.status === 'scored' ? 'NEEDS_AUTHORITY' : line.status];
    const cause = line.status === 'INSUFFICIENT_DATA' ? line.formula : status;
    return {
      vi: `${line.title.vi}: chưa có điểm. ${cause.vi}.`,
      en: `${line.title.en}: no points. ${cause.en}.`,
    };
  }
  const sign = line.side === 'penalty' ? '−' : '';
  return {
    vi: `${line.title.vi}: ${sign}${comma(line.points)} trên ${comma(line.max)} điểm. ${measure.vi}.`,
    en: `${line.title.en}: ${sign}${point(line.points)} of ${point(line.max)} points. ${measure.en}.`,
  };
}

/** A line in words: the points, the calculation, where it comes from, and each task with the events behind it. */
export function explainLine(line: ScoreLine): Explanation {
  const entries = line.entries.map(entryWords);
  const basis = line.legalBasis.map(({ nature, text }) => ({
    vi: `${NATURE[nature].vi}: ${text.vi}`,
    en: `${NATURE[nature].en}: ${text.en}`,
  }));
  const calculation = { vi: `Cách tính: ${line.formula.vi}`, en: `Formula: ${line.formula.en}` };
  const all = [headline(line), calculation, ...basis, ...entries];
  return { vi: all.map(({ vi }) => vi), en: all.map(({ en }) => en) };
}

/** The whole score in words: the total with what it is out of, then every line. */
export function explainScore(score: UnitScore): Explanation {
  const lines = score.lines.map(explainLine);
  const { vi, en } = STATUS[score.status];
  const band = score.band === null ? { vi: '', en: '' } : score.band;
  return {
    vi: [
      `Đơn vị ${score.unit.unitId}, năm ${score.year}, tính đến ngày ${vietnameseDate(score.asOf)}: ${comma(score.total)} trên ${comma(score.outOf)} điểm; ${vi}.`,
      ...(band.vi === '' ? [] : [`Mức: ${band.vi}.`]),
      ...lines.flatMap((line) => line.vi),
    ],
    en: [
      `Unit ${score.unit.unitId}, year ${score.year}, as of ${score.asOf}: ${point(score.total)} of ${point(score.outOf)} points; ${en}.`,
      ...(band.en === '' ? [] : [`Class: ${band.en}.`]),
      ...lines.flatMap((line) => line.en),
    ],
  };
}
