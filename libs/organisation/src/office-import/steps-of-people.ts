import { addDays, type LocalDate, type PersonId } from '@thidua/kernel';
import type { OfficialCommand } from '../official/official.commands';
import { covers, type OfficialState, type PostPeriod } from '../official/official.state';
import type { OfficeList, OfficeRows, OfficialRow, PostRow, RowFault } from './office-rows';

/** A command on one person with the row that asks for it. */
export interface PersonStep {
  readonly list: OfficeList;
  readonly line: number;
  readonly command: OfficialCommand;
}

/** On one day people join before they take posts, and leave posts before they leave. */
const RANK = { JoinOfficial: 0, TakePost: 1, LeavePost: 2, LeaveOffice: 3 } as const;

interface DatedStep extends PersonStep {
  readonly on: LocalDate;
  readonly rank: number;
}

function step(
  list: OfficeList,
  { line }: { readonly line: number },
  command: Extract<OfficialCommand, { type: keyof typeof RANK }>,
): DatedStep {
  const on = 'fromOn' in command.data ? command.data.fromOn : command.data.untilOn;
  return { list, line, command, on, rank: RANK[command.type] };
}

const LEAVING_REASON = 'Theo danh sách nhập';

function stepsOfStay(row: OfficialRow, official: OfficialState): readonly DatedStep[] {
  const { personId, validFrom, validUntil } = row;
  const stays = official.status === 'joined' ? official.stays : [];
  const held = stays.find((stay) => covers(stay, validFrom));
  const joins =
    held === undefined
      ? [step('officials', row, { type: 'JoinOfficial', data: { personId, fromOn: validFrom } })]
      : [];
  if (validUntil === null || held?.untilOn === validUntil) return joins;
  const data = { untilOn: validUntil, reason: LEAVING_REASON };
  return [...joins, step('officials', row, { type: 'LeaveOffice', data })];
}

const NO_BASIS = { legalBasis: null } as const;

const isNamed = (row: PostRow, { unitId, post }: PostPeriod): boolean =>
  row.unitId === unitId && row.post === post;

function stepsOfPost(row: PostRow, posts: readonly PostPeriod[]): readonly DatedStep[] | RowFault {
  const { unitId, post, validFrom, validUntil } = row;
  const held = posts.find((period) => isNamed(row, period) && covers(period, validFrom));
  const takes =
    held === undefined
      ? [
          step('posts', row, {
            type: 'TakePost',
            data: { unitId, post, fromOn: validFrom, ...NO_BASIS },
          }),
        ]
      : [];
  const ended = held?.untilOn ?? null;
  if (validUntil === null || ended === validUntil) return takes;
  if (ended !== null) {
    const message = `đã ghi nhận thôi giữ vị trí ngày ${ended} (the post is recorded as left on ${ended})`;
    return { list: 'posts', line: row.line, column: 'validUntil', message };
  }
  const data = { unitId, post, untilOn: validUntil, ...NO_BASIS };
  return [...takes, step('posts', row, { type: 'LeavePost', data })];
}

/** Posts that no row of the person names any more end the day before the earliest new one begins. */
function endsOfUnnamed(
  rows: readonly PostRow[],
  posts: readonly PostPeriod[],
  takes: readonly DatedStep[],
): readonly DatedStep[] {
  const [first] = takes
    .filter(({ command }) => command.type === 'TakePost')
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  if (first === undefined) return [];
  const untilOn = addDays(first.on, -1);
  return posts
    .filter((held) => held.untilOn === null && !rows.some((row) => isNamed(row, held)))
    .map(({ unitId, post }) =>
      step('posts', first, { type: 'LeavePost', data: { unitId, post, untilOn, ...NO_BASIS } }),
    );
}

const byDay = (a: DatedStep, b: DatedStep): number =>
  a.on === b.on ? a.rank - b.rank || a.line - b.line : a.on < b.on ? -1 : 1;

function byPerson<Row extends { readonly personId: PersonId }>(
  rows: readonly Row[],
): ReadonlyMap<PersonId, readonly Row[]> {
  const found = new Map<PersonId, Row[]>();
  for (const row of rows) {
    const own = found.get(row.personId);
    if (own === undefined) found.set(row.personId, [row]);
    else own.push(row);
  }
  return found;
}

/** The least that makes each person what the rows say, in the order of days; the order of the rows does not matter. */
export function stepsOfPeople(
  { officials, posts }: OfficeRows,
  known: ReadonlyMap<PersonId, OfficialState>,
): {
  readonly people: ReadonlyMap<PersonId, readonly PersonStep[]>;
  readonly faults: readonly RowFault[];
} {
  const [stays, postRows] = [byPerson(officials), byPerson(posts)];
  const faults: RowFault[] = [];
  const people = [...new Set([...stays.keys(), ...postRows.keys()])].sort();
  const stepsOf = (personId: PersonId): readonly DatedStep[] => {
    const state: OfficialState = known.get(personId) ?? { status: 'absent' };
    const held = state.status === 'joined' ? state.posts : [];
    const rows = postRows.get(personId) ?? [];
    const steps = rows.flatMap((row) => {
      const found = stepsOfPost(row, held);
      if (!('list' in found)) return found;
      faults.push(found);
      return [];
    });
    return [
      ...(stays.get(personId) ?? []).flatMap((row) => stepsOfStay(row, state)),
      ...steps,
      ...endsOfUnnamed(rows, held, steps),
    ].toSorted(byDay);
  };
  return { people: new Map(people.map((personId) => [personId, stepsOf(personId)])), faults };
}
