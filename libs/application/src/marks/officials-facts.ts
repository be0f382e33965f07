import { LEADER_VARIABLES } from '@thidua/evaluation';
import { addDays, invariant, localDate, type LocalDate } from '@thidua/kernel';
import type { Directory } from '@thidua/organisation';
import { outcomesOf, type TaskOutcome } from '@thidua/projections';
import type { WrittenFacts } from '@thidua/scoring';
import type { ApplicationParts } from '../application-parts';
import { DirectorySource } from '../organisation/directory-source';
import { readFacts } from '../scores/compute-sheet';
import { productOf } from './product-facts';
import { noEntries, readEntries, withEvents, type PersonEntries } from './read-entries';

type WrittenPerson = NonNullable<WrittenFacts['people']>[number];
type WrittenPeriod = NonNullable<WrittenPerson['periods']>[number];
type WrittenWork = Extract<WrittenPeriod, { kind: 'WORK' }>;
type Post = WrittenPerson['posts'][number];

const WRITTEN_POST = { head: 'HEAD', deputy: 'DEPUTY', staff: 'STAFF' } as const;

/** The weightiest post of each day of the year, as spans: a person's year in the units of the department. */
function postsInYear(directory: Directory, personId: string, year: number): readonly Post[] {
  const spans: Post[] = [];
  const end = localDate(`${year}-12-31`);
  for (let day = localDate(`${year}-01-01`); day <= end; day = addDays(day, 1)) {
    const [held] = directory.postsOf(personId, day);
    if (held === undefined) continue;
    const post = WRITTEN_POST[held.post];
    const last = spans.at(-1);
    const goesOn =
      last?.post === post && last.unitId === held.unitId && last.to === addDays(day, -1);
    if (goesOn) spans[spans.length - 1] = { ...last, to: day };
    else spans.push({ post, unitId: held.unitId, from: day, to: day });
  }
  return spans;
}

function leaderOf(entries: PersonEntries, period: string, post: Post): WrittenWork['leader'] {
  if (post.post === 'STAFF') return null;
  const levels = withEvents(entries, 'LeaderLevelSet').filter((each) => each.period === period);
  const [unitResult, organising, cohesion] = LEADER_VARIABLES.map((variable) => {
    const found = levels.find((each) => each.variable === variable);
    return found === undefined ? undefined : { level: found.level, eventIds: found.eventIds };
  });
  // Two of three levels are not a leader's month yet: without all of them it is short of data.
  if (unitResult === undefined || organising === undefined || cohesion === undefined) return null;
  return { post: post.post, unitId: post.unitId, unitResult, organising, cohesion };
}

/** Only confirmed marks count; those proposed are handed on as such. */
function generalOf(entries: PersonEntries, period: string): WrittenWork['general'] {
  const isOfPeriod = (each: { readonly period: string }) => each.period === period;
  const confirmed = withEvents(entries, 'GeneralMarksConfirmed').find(isOfPeriod);
  const marks = confirmed ?? withEvents(entries, 'GeneralMarksProposed').find(isOfPeriod);
  if (marks === undefined) return null;
  const items = marks.items.map(({ id, mark }) => ({ id, mark: mark.replace(',', '.') }));
  return { items, confirmedBy: confirmed?.confirmedBy ?? null, eventIds: marks.eventIds };
}

function periodsOf(
  entries: PersonEntries,
  posts: readonly Post[],
  outcomes: ReadonlyMap<string, TaskOutcome>,
): WrittenPeriod[] {
  const outside = withEvents(entries, 'OutsideScoreReceived');
  const works = withEvents(entries, 'CoefficientFixed');
  const here = [
    ...works,
    ...withEvents(entries, 'GeneralMarksProposed'),
    ...withEvents(entries, 'GeneralMarksConfirmed'),
  ].map(({ period }) => period);
  const reported = outside.map(({ period }) => period);
  const worked = [...new Set(here)].filter((period) => !reported.includes(period)).sort();
  return [
    ...outside.map(({ period, agencyId, total, document, eventIds }) => ({
      kind: 'REPORTED' as const,
      period,
      agencyId,
      total: total.replace(',', '.'),
      document: document.number,
      eventIds,
    })),
    ...worked.map((period) => {
      const post = posts.findLast(({ from }) => from.slice(0, 7) <= period) ?? posts[0];
      invariant(post, 'whoever is scored holds a post');
      return {
        kind: 'WORK' as const,
        period,
        general: generalOf(entries, period),
        products: works
          .filter((work) => work.period === period)
          .map((work) => productOf(work, entries, outcomes)),
        leader: leaderOf(entries, period, post),
      };
    }),
  ];
}

type Violation = NonNullable<WrittenPerson['violations']>[number];

const violationsOf = (entries: PersonEntries, year: number, agencyId: string): Violation[] =>
  withEvents(entries, 'ViolationRecorded').flatMap<Violation>((each) => {
    const { kind, actId, discipline, dutyRelated, unitId, eventIds } = each;
    const header = { actId, countedInYear: year, agencyId, eventIds };
    if (kind === 'DISCIPLINED') {
      return discipline === null ? [] : [{ kind, ...header, level: discipline, dutyRelated }];
    }
    if (kind === 'UNIT_CORRUPTION') return unitId === null ? [] : [{ kind, ...header, unitId }];
    return [{ kind, ...header }];
  });

const GROUPS = [
  { id: 'lanh-dao', title: 'Lãnh đạo, quản lý' },
  { id: 'chuyen-mon', title: 'Chuyên môn, nghiệp vụ' },
];

/**
 * The facts of a year for the officials of the department, from the log up to the position. The director is left out:
 * the class of the head of a department is decided above it (article 10).
 */
export async function officialsFacts(
  parts: ApplicationParts,
  { year, asOf, position }: { year: number; asOf: LocalDate; position: bigint },
): Promise<WrittenFacts> {
  const directory = await DirectorySource.upTo(parts.store, position);
  const agencyId = directory.departmentUnitId(asOf);
  invariant(agencyId, 'officials are scored in a department');
  const entries = await readEntries(parts, year, position);
  const { rows } = await readFacts(parts, { year, position, after: undefined });
  const outcomes = new Map(
    outcomesOf(rows, { asOf, knownAtPosition: position }).map((each) => [each.taskId, each]),
  );
  const people = directory.peopleOn(asOf).flatMap((id): WrittenPerson[] => {
    const posts = postsInYear(directory, id, year);
    const last = posts.findLast(({ from }) => from <= asOf) ?? posts[0];
    if (last === undefined || (last.post === 'HEAD' && last.unitId === agencyId)) return [];
    const own = entries.get(id) ?? noEntries;
    return [
      {
        id,
        unitId: last.unitId,
        groupId: last.post === 'STAFF' ? 'chuyen-mon' : 'lanh-dao',
        posts: [...posts],
        leave: withEvents(own, 'LeaveRecorded').map(({ kind, fromOn, untilOn, eventIds }) => ({
          kind,
          from: fromOn,
          to: untilOn,
          eventIds,
        })),
        violations: violationsOf(own, year, agencyId),
        periods: periodsOf(own, posts, outcomes),
      },
    ];
  });
  return { format: 'thidua-facts/1', year, agencyId, groups: GROUPS, people };
}
