import { addDays, localDate, type LocalDate } from '@thidua/kernel';
import type { Directory } from '@thidua/organisation';
import type { PersonFacts } from '@thidua/scoring';

type PostSpan = PersonFacts['posts'][number];

const WRITTEN_POST = { head: 'HEAD', deputy: 'DEPUTY', staff: 'STAFF' } as const;

interface Span {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}

/** Days on which a new state begins. */
const turnsOf = ({ fromOn, untilOn }: Span): readonly LocalDate[] =>
  untilOn === null ? [fromOn] : [fromOn, addDays(untilOn, 1)];

/** Days on which units change in a way that can move somebody's post. */
const turnsOfUnits = (directory: Directory): readonly LocalDate[] =>
  directory.units.flatMap(({ fromOn, end, kinds, taskForce }) => [
    ...turnsOf({ fromOn, untilOn: end?.endedOn ?? null }),
    ...kinds.map((since) => since.fromOn),
    ...(taskForce === null
      ? []
      : [{ fromOn, untilOn: taskForce.untilOn }, ...taskForce.members].flatMap(turnsOf)),
  ]);

/** Reads the weightiest post of each day of a year as spans; what all people share is looked up once. */
export function postsReader(
  directory: Directory,
  year: number,
): (personId: string) => readonly PostSpan[] {
  const [first, end] = [localDate(`${year}-01-01`), localDate(`${year}-12-31`)];
  const shared = new Set(turnsOfUnits(directory));
  return (personId) => {
    const official = directory.official(personId);
    if (official === null) return [];
    const own = [...official.stays, ...official.posts].flatMap(turnsOf);
    const turns = [...new Set([first, ...own, ...shared])]
      .filter((day) => first <= day && day <= end)
      .sort();
    return turns.reduce<PostSpan[]>((spans, from, index) => {
      const [held] = directory.postsOf(personId, from);
      if (held === undefined) return spans;
      const next = turns[index + 1];
      const to = next === undefined ? end : addDays(next, -1);
      const post = WRITTEN_POST[held.post];
      const last = spans.at(-1);
      const goesOn =
        last?.post === post && last.unitId === held.unitId && last.to === addDays(from, -1);
      return goesOn
        ? spans.with(-1, { ...last, to })
        : [...spans, { post, unitId: held.unitId, agencyId: null, from, to, eventIds: [] }];
    }, []);
  };
}
