import { addDays, type LocalDate, type PersonId } from '@thidua/kernel';
import { HABITS } from '../chance/habits';
import { seededRandom } from '../chance/seeded-random';
import { workdayAfter } from '../script/workdays';
import type { Office, PostHeld } from './office';

const firstOf = (year: number, month: string): LocalDate => `${year}-${month}-01` as LocalDate;

const ROOM = ['division', 'sub-department', 'office'];

/** Staff whose unit keeps at least one other official without a leading post, so that work can be handed over. */
function candidates({ units, posts }: Omit<Office, 'leavers'>): readonly PostHeld[] {
  const rooms = new Set(units.filter(({ kind }) => ROOM.includes(kind)).map((u) => u.unitId));
  const open = [...posts.values()].flat().filter(({ untilOn }) => untilOn === null);
  const leads = new Set(open.filter(({ post }) => post !== 'staff').map((held) => held.personId));
  const staff = open.filter(
    ({ post, unitId, personId }) => post === 'staff' && rooms.has(unitId) && !leads.has(personId),
  );
  return staff
    .filter(({ unitId }) => staff.filter((other) => other.unitId === unitId).length > 1)
    .toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
}

/** Who leaves in the year and on which last day: between April and October, so that there is a before and an after. */
export function drawLeavers(
  seed: string,
  year: number,
  office: Omit<Office, 'leavers'>,
): ReadonlyMap<PersonId, LocalDate> {
  const people = candidates(office);
  const random = seededRandom(`${seed}|leavers`);
  const count =
    people.length === 0 ? 0 : Math.max(1, Math.floor((people.length * HABITS.leaves) / 1000));
  const leavers = new Map<PersonId, LocalDate>();
  const emptied = new Set<string>();
  while (leavers.size < count) {
    const left = people.filter(
      ({ personId, unitId }) => !leavers.has(personId) && !emptied.has(unitId),
    );
    if (left.length === 0) break;
    const { personId, unitId } = random.pick(left);
    // One leaver a unit: whoever takes over must still be there at the end of the year.
    emptied.add(unitId);
    leavers.set(personId, workdayAfter(addDays(firstOf(year, '04'), random.between(0, 200))));
  }
  return leavers;
}
