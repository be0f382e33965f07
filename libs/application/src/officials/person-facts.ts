import { LEADER_VARIABLES } from '@thidua/evaluation';
import { invariant, type LocalDate } from '@thidua/kernel';
import type { TaskWork } from '@thidua/projections';
import type { PersonFacts } from '@thidua/scoring';
import type { PersonEntries } from './person-entries';
import { productOf } from './product-facts';

type PeriodFacts = PersonFacts['periods'][number];
type WorkPeriod = Extract<PeriodFacts, { kind: 'WORK' }>;
type Post = PersonFacts['posts'][number];
type Violation = PersonFacts['violations'][number];

/** What of a person's year is known beside the entries. */
export interface PersonGround {
  readonly personId: string;
  readonly posts: readonly Post[];
  /** What became of the tasks that the entries name, by task id. */
  readonly tasks: ReadonlyMap<string, TaskWork>;
}

/** The department and the year that are scored, as of a day. */
export interface ScoredYear {
  readonly agencyId: string;
  readonly year: number;
  readonly asOf: LocalDate;
}

function leaderOf(entries: PersonEntries, period: string, post: Post): WorkPeriod['leader'] {
  if (post.post === 'STAFF') return null;
  const levels = entries.of('LeaderLevelSet').filter((each) => each.period === period);
  const [unitResult, organising, cohesion] = LEADER_VARIABLES.map((variable) => {
    const found = levels.find((each) => each.variable === variable);
    return found === undefined ? undefined : { level: found.level, eventIds: found.eventIds };
  });
  // Two of three levels are not a leader's month yet: without all of them it is short of data.
  if (unitResult === undefined || organising === undefined || cohesion === undefined) return null;
  return { post: post.post, unitId: post.unitId, unitResult, organising, cohesion };
}

const itemsOf = ({ items }: { readonly items: readonly { id: string; mark: string }[] }) =>
  items.map(({ id, mark }) => ({ id, mark: mark.replace(',', '.') }));

/** Only confirmed marks count; those proposed are handed on as such. */
function generalOf(entries: PersonEntries, period: string): WorkPeriod['general'] {
  const isOfPeriod = (each: { readonly period: string }) => each.period === period;
  const confirmed = entries.of('GeneralMarksConfirmed').find(isOfPeriod);
  const proposed = entries.of('GeneralMarksProposed').find(isOfPeriod);
  const marks = confirmed ?? proposed;
  if (marks === undefined) return null;
  return {
    items: itemsOf(marks),
    ...(confirmed === undefined || proposed === undefined ? {} : { selfItems: itemsOf(proposed) }),
    confirmedBy: confirmed?.confirmedBy ?? null,
    eventIds: marks.eventIds,
  };
}

/** Months for which another agency sent a score. */
const reportedPeriods = (entries: PersonEntries): PeriodFacts[] =>
  entries.of('OutsideScoreReceived').map(({ period, agencyId, total, document, eventIds }) => ({
    kind: 'REPORTED',
    period,
    agencyId,
    total: total.replace(',', '.'),
    document: document.number,
    provisional: false,
    eventIds,
  }));

function periodsOf(entries: PersonEntries, { posts, tasks }: PersonGround): PeriodFacts[] {
  const reported = reportedPeriods(entries);
  const elsewhere = new Set(reported.map(({ period }) => period));
  const works = entries.of('CoefficientFixed');
  const marked = [...entries.of('GeneralMarksProposed'), ...entries.of('GeneralMarksConfirmed')];
  const here = new Set([...works, ...marked].map(({ period }) => period as string));
  const worked = [...here].filter((period) => !elsewhere.has(period)).sort();
  const months = worked.map((period): WorkPeriod => {
    const post = posts.findLast(({ from }) => from.slice(0, 7) <= period) ?? posts[0];
    invariant(post, 'whoever is scored holds a post');
    return {
      kind: 'WORK',
      period,
      general: generalOf(entries, period),
      products: works
        .filter((work) => work.period === period)
        .map((work) => productOf(work, entries, tasks)),
      leader: leaderOf(entries, period, post),
      provisional: false,
    };
  });
  return [...reported, ...months];
}

const violationsOf = (entries: PersonEntries, year: number, agencyId: string): Violation[] =>
  entries.of('ViolationRecorded').flatMap<Violation>((each) => {
    const { kind, actId, discipline, dutyRelated, unitId, eventIds } = each;
    const header = { actId, countedInYear: year, agencyId, eventIds };
    if (kind === 'DISCIPLINED') {
      return discipline === null ? [] : [{ kind, ...header, level: discipline, dutyRelated }];
    }
    if (kind === 'UNIT_CORRUPTION') return unitId === null ? [] : [{ kind, ...header, unitId }];
    return [{ kind, ...header }];
  });

/** Left out where nothing was recognised, as for everybody who heads nothing. */
function unitClassesOf(entries: PersonEntries): Pick<PersonFacts, 'unitClasses'> {
  const unitClasses = entries
    .of('HeadedUnitClassed')
    .map(({ unitId, class: recognised, eventIds }) => ({ unitId, class: recognised, eventIds }));
  return unitClasses.length === 0 ? {} : { unitClasses };
}

/**
 * The facts of one person's year. Null for whoever holds no post in it, and for the director, because the class of the
 * head of a department is decided above it (article 10).
 */
export function personFacts(
  ground: PersonGround,
  entries: PersonEntries,
  { agencyId, year, asOf }: ScoredYear,
): PersonFacts | null {
  const { personId, posts } = ground;
  const last = posts.findLast(({ from }) => from <= asOf) ?? posts[0];
  if (last === undefined || (last.post === 'HEAD' && last.unitId === agencyId)) return null;
  return {
    id: personId,
    unitId: last.unitId,
    groupId: last.post === 'STAFF' ? 'chuyen-mon' : 'lanh-dao',
    posts: [...posts],
    leave: entries.of('LeaveRecorded').map(({ kind, fromOn, untilOn, eventIds }) => ({
      ...{ kind, from: fromOn, to: untilOn, eventIds },
    })),
    violations: violationsOf(entries, year, agencyId),
    ...unitClassesOf(entries),
    periods: periodsOf(entries, ground),
    historical: null,
  };
}
