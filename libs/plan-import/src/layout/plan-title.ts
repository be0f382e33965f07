import { inLowerCase, type SourceLine } from './source-lines';
import { isCapitals } from './paragraphs';

export interface PlanTitle {
  readonly text: string;
  readonly line: number;
}

const OPENS_TITLE = /^(?:kế hoạch|chương trình công tác|chương trình hành động)(?: |$)/;
const ISSUED_BY_DECISION = /^(?:về việc )?ban hành (?=kế hoạch|chương trình)/;
const ENDS_TITLE =
  /^(?:\(|[-–_*]{2,}|căn cứ|để |nhằm |phần |chương |[ivx]{1,5}[.)/] |\d|(?:thực hiện|triển khai) (?:nghị quyết|quyết định|kế hoạch|công văn|chỉ thị|chương trình|thông báo) (?:số |\d)|giám đốc|điều |theo |kính gửi|số:|ngày )/;
const TITLE_LINES_MAX = 6;

/**
 * The title of the plan itself: the annex title where a decision issues the plan, else the first line that begins with
 * "Kế hoạch", else what the decision says it issues.
 */
export function readPlanTitle(lines: readonly SourceLine[]): PlanTitle | null {
  const written = lines.filter(({ text }) => text !== '');
  const inCapitals = written.findIndex(({ text }) => isCapitals(text) && opensTitle(text));
  const start = inCapitals >= 0 ? inCapitals : written.findIndex(({ text }) => opensTitle(text));
  if (start >= 0) return titleFrom(written, start);
  const issued = written.findIndex(({ text }) => ISSUED_BY_DECISION.test(inLowerCase(text)));
  return issued >= 0 ? titleFrom(written, issued) : null;
}

const opensTitle = (text: string): boolean =>
  text.length < 200 && OPENS_TITLE.test(inLowerCase(text.slice(0, 40)));

function titleFrom(lines: readonly SourceLine[], start: number): PlanTitle {
  const first = lines[start] as SourceLine;
  const texts = [first.text.replace(/^(?:Về việc )?[Bb]an hành /u, '')];
  for (const { text } of lines.slice(start + 1, start + TITLE_LINES_MAX)) {
    const previous = texts[texts.length - 1] ?? '';
    if (ENDS_TITLE.test(inLowerCase(text.slice(0, 60))) || /[.;]$/.test(previous)) break;
    // After a title in capitals, mixed case begins the subject only where the first line holds no more than "KẾ HOẠCH".
    if (isCapitals(first.text) && !isCapitals(text) && first.text.includes(' HOẠCH ')) break;
    texts.push(text);
  }
  return { text: texts.join(' '), line: first.number };
}

/** The first year a title names; a span such as 2026-2030 is the subject, not the plan year. */
export function yearOfTitle(title: string): number | null {
  const match =
    /(?:năm|NĂM|Năm) (20\d{2})(?! ?[-–] ?\d)/u.exec(title) ?? /(20\d{2})(?! ?[-–] ?\d)/.exec(title);
  return match === null ? null : Number(match[1]);
}
