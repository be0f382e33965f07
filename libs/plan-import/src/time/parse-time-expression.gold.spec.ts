import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { localDate } from '@thidua/kernel';
import { parseTimeExpression } from './parse-time-expression';
import type { TimeRole } from './time-expression';

interface Label {
  readonly text: string;
  readonly file?: string;
  readonly role?: TimeRole;
  readonly context_year?: number;
  readonly context?: { readonly issued: string; readonly plan_year: number };
  readonly kind: string | null;
  readonly due: string | null;
  readonly not_before: string | null;
  readonly recurrence: string | null;
  readonly conditional: string | null;
  readonly window_start: string | null;
  readonly window_end: string | null;
  readonly rule: unknown;
}

const path = resolve(process.cwd(), '../shared/gold/time-expressions.json');
const isPresent = existsSync(path);
const labels = isPresent
  ? (JSON.parse(readFileSync(path, 'utf8')) as { seeds: Label[]; further: Label[] })
  : { seeds: [], further: [] };

const read = ({ text, role, context_year: year, context }: Label) =>
  parseTimeExpression(text, {
    planYear: context?.plan_year ?? year ?? null,
    issuedOn: context === undefined ? null : localDate(context.issued),
    role: role ?? 'task-time',
  });

const limit = (label: Label) => {
  const { kind, due, notBefore, recurrence, conditional } = read(label);
  return { kind, due, not_before: notBefore, recurrence, conditional };
};

const expected = ({ kind, due, not_before, recurrence, conditional }: Label) => ({
  kind,
  due,
  not_before,
  recurrence,
  conditional,
});
const windowOf = ({ window_start: start, window_end: end }: Label) => ({ start, end });
const ruleOf = ({ rule }: Label): unknown => {
  if (rule === null || typeof rule !== 'object') return rule;
  const { count_first_day: countFirstDay, ...rest } = rule as Record<string, unknown>;
  return { ...rest, countFirstDay };
};

/**
 * Labels not met, by list and place in it. `seeds 19` speaks of the past, which only the sentence around it shows;
 * `seeds 64` is called ongoing although other titles with the same word are labelled as setting no limit.
 */
const KNOWN_GAPS = ['seeds 19', 'seeds 64'];
/** The same for the span of days: `seeds 10` beside a like label with a span, `seeds 58` needs the date of the paper. */
const KNOWN_WINDOW_GAPS = ['seeds 10', 'seeds 58'];

const all = [
  ...labels.seeds.map((label, index) => ({ name: `seeds ${index}`, label })),
  ...labels.further.map((label, index) => ({ name: `further ${index}`, label })),
];
const cases = isPresent ? all : [{ name: 'none', label: null }];
const check = isPresent ? it : it.skip;
const why = isPresent ? '' : ' (skipped: the reference papers are not on this machine)';

describe(`time expressions labelled by hand${why}`, () => {
  check.each(cases.filter(({ name }) => !KNOWN_GAPS.includes(name)))(
    'are read as labelled: $name $label.text',
    ({ label }) => {
      if (label === null) throw new Error('No label to compare with');
      expect(limit(label)).toEqual(expected(label));
      expect(read(label).rule).toEqual(ruleOf(label));
    },
  );

  check.each(cases.filter(({ name }) => KNOWN_GAPS.includes(name)))(
    'still differ from the label in a known gap: $name',
    ({ label }) => {
      if (label === null) throw new Error('No label to compare with');
      expect(limit(label)).not.toEqual(expected(label));
    },
  );

  check('give the labelled span of days, but for the known gaps', () => {
    const differing = all.filter(
      ({ label }) => JSON.stringify(read(label).window) !== JSON.stringify(windowOf(label)),
    );
    expect(differing.map(({ name }) => name)).toEqual(KNOWN_WINDOW_GAPS);
  });
});
