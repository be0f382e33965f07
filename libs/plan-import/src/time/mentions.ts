import { addDays, lastDayOfMonth, type LocalDate, yearOf } from '@thidua/kernel';
import { SPAN_FORMS, type Span, type SpanForm, type SpanGroups } from './span-forms';

type Preposition = 'before' | 'until' | 'from' | 'after' | 'in';

/** A span of days as the text names it, with the word in front of it. */
export interface Mention {
  readonly form: string;
  readonly index: number;
  readonly end: number;
  readonly preposition: Preposition;
  /** Null for a day no calendar has, and where no year is known. */
  readonly span: Span | null;
  readonly isConvention: boolean;
  /** True where the year was not written beside the span. */
  readonly lacksYear: boolean;
  /** True where neither the text nor the plan gives the year. */
  readonly yearUnknown: boolean;
}

interface RawMention {
  readonly form: SpanForm;
  readonly groups: SpanGroups;
  readonly index: number;
  readonly end: number;
}

const PREPOSITIONS: readonly (readonly [RegExp, Preposition])[] = [
  [/(?<!\p{L})trước(?: khi)?(?: ngày| dịp)?$/u, 'before'],
  [
    /(?<!\p{L})(?:đến hết|chậm nhất|muộn nhất|không quá|đến|tới|hết|xong)(?: là| trong| vào)?(?: ngày)?$/u,
    'until',
  ],
  [/(?<!\p{L})sau(?: ngày)?$/u, 'after'],
  [/(?<!\p{L})(?:từ|kể từ)(?: ngày)?$/u, 'from'],
];

/** Every span the folded text names, from left to right; a year left out is taken from a later span, else the plan. */
export function readMentions(folded: string, planYear: number | null): Mention[] {
  const raw = withoutOverlaps(SPAN_FORMS.flatMap((form) => matchesOf(form, folded)));
  const meaningful = raw.length > 1 ? raw.filter((mention) => !isBareYear(mention)) : raw;
  const kept = meaningful.length > 0 ? meaningful : raw;
  const years = raw.map(({ form, groups }) => form.yearOf(groups));
  return kept.map((mention) => {
    const written = mention.form.yearOf(mention.groups);
    const later = years.slice(raw.indexOf(mention) + 1).find((year) => year !== null) ?? null;
    const isNextYear = /^ (?:của )?năm sau/.test(folded.slice(mention.end));
    const implied = later ?? years.findLast((year) => year !== null) ?? planYear;
    const year = written ?? (isNextYear && planYear !== null ? planYear + 1 : implied);
    return {
      form: mention.form.name,
      index: mention.index,
      end: mention.end,
      preposition: prepositionBefore(folded.slice(Math.max(0, mention.index - 20), mention.index)),
      span: year === null ? null : mention.form.span(mention.groups, year),
      isConvention: mention.form.isConvention === true,
      lacksYear: written === null && later === null && !isNextYear,
      yearUnknown: year === null,
    };
  });
}

/** "Quý I, quý II của năm 2026": beside other spans a year only says which year they are in. */
const isBareYear = ({ form }: RawMention): boolean => form.name === 'year';

function matchesOf(form: SpanForm, folded: string): RawMention[] {
  return [...folded.matchAll(form.pattern)].map((match) => ({
    form,
    groups: match.groups ?? {},
    index: match.index,
    end: match.index + match[0].length,
  }));
}

function withoutOverlaps(mentions: readonly RawMention[]): RawMention[] {
  const ordered = mentions.toSorted((a, b) => a.index - b.index);
  return ordered.filter((mention, index) => {
    const earlier = ordered.slice(0, index);
    return !earlier.some((other) => other.end > mention.index && other !== mention);
  });
}

const prepositionBefore = (words: string): Preposition =>
  PREPOSITIONS.find(([pattern]) => pattern.test(words.trimEnd()))?.[1] ?? 'in';

/** Last day in time: "trước" leaves out the named day, everything else includes it. */
export function dueOf({ preposition, span }: Mention): LocalDate | null {
  if (span === null || preposition === 'after' || preposition === 'from') return null;
  if (preposition !== 'before') return span.end;
  return addDays(span.start ?? span.end, -1);
}

/** "Trước 30/6" may be meant as by the end of June: the strict reading is worth a question. */
export function isStrictLastDay({ preposition, span }: Mention): boolean {
  if (preposition !== 'before' || span === null) return false;
  const month = Number(span.end.slice(5, 7));
  return span.start === span.end && span.end === lastDayOfMonth(yearOf(span.end), month);
}
