import { figure, type Figure } from '../nd335/numbers/figure';
import { uniqueSorted } from '../nd335/event-ids';
import { amountOf } from '../validate-rule-set';
import type { Condition } from './conditions';
import type { Title, TitleResult, TitleStatus } from './title-result';
import type { TitleRules } from './title-rules';

type Earlier = Pick<TitleResult, 'title' | 'status' | 'eventIds'>;

/** One failure settles it; then what nobody said, then what the law leaves open. */
function statusOf(conditions: readonly Condition[], earlier: Earlier | null): TitleStatus {
  const has = (verdict: Condition['verdict']) =>
    conditions.some((each) => each.verdict === verdict);
  const before = earlier?.status ?? 'ELIGIBLE';
  if (before === 'NOT_ELIGIBLE' || has('FAILS')) return 'NOT_ELIGIBLE';
  if (before === 'INSUFFICIENT_DATA' || has('MISSING')) return 'INSUFFICIENT_DATA';
  return before === 'NEEDS_AUTHORITY' || has('OPEN') ? 'NEEDS_AUTHORITY' : 'ELIGIBLE';
}

/** The flag of the Government has its amount in the decree; a province sets that of its own. */
function moneyFor(title: Title, { parameters }: TitleRules, on: string): Figure | null {
  const { value, validFrom, validUntil, enabled } = parameters.awardMoney;
  const isInForce = enabled && validFrom <= on && (validUntil === null || on <= validUntil);
  return isInForce && title !== 'CO' ? figure(amountOf(value[title])) : null;
}

interface Asked {
  readonly id: string;
  readonly title: Title;
  readonly conditions: readonly Condition[];
  readonly earlier: Earlier | null;
}

/** A title from its conditions and from the title it rests on. */
export function titleOf(
  { id, title, conditions, earlier }: Asked,
  rules: TitleRules,
  on: string,
): TitleResult {
  const status = statusOf(conditions, earlier);
  return {
    id,
    title,
    status,
    conditions: conditions.filter(({ verdict }) => verdict !== 'HOLDS'),
    restsOn:
      earlier === null || earlier.status === 'ELIGIBLE'
        ? null
        : { title: earlier.title, status: earlier.status },
    awardMoney: status === 'ELIGIBLE' ? moneyFor(title, rules, on) : null,
    eventIds: uniqueSorted([
      ...conditions.flatMap(({ eventIds }) => eventIds),
      ...(earlier?.eventIds ?? []),
    ]),
  };
}
