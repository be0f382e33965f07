import type { LocalDate, PersonId, UnitId } from '@thidua/kernel';
import type { SeededRandom } from '../chance/seeded-random';
import type { PlayedTask } from '../log/played-task';
import {
  clerks,
  deputyDirectors,
  directors,
  everIn,
  holders,
  isOfficeUnit,
  type Office,
  type Post,
} from '../office/office';
import type { Cast } from './scene';

const ANY_POST: readonly Post[] = ['head', 'deputy', 'staff'];

/** Office and days between which everybody but the leaver has to be there. */
interface Standing {
  readonly office: Office;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const there = (
  { office, from, to }: Standing,
  find: (office: Office, on: LocalDate) => readonly PersonId[],
): readonly PersonId[] => {
  const atEnd = find(office, to);
  return find(office, from).filter((personId) => atEnd.includes(personId));
};

const leadersOf = (standing: Standing, unitId: UnitId): readonly PersonId[] =>
  there(standing, (office, on) => holders(office, unitId, { on, as: ['head', 'deputy'] }));

/** Units that answer for the result, the focal one first; only those with somebody to lead them can be played. */
function answeringUnit(standing: Standing, { leads }: PlayedTask): UnitId | null {
  const byRole = [
    ...leads.filter(({ role }) => role === 'focal'),
    ...leads.filter(({ role }) => role === 'lead'),
  ];
  return byRole.find(({ unitId }) => leadersOf(standing, unitId).length > 0)?.unitId ?? null;
}

/** The doer at first, and who takes over if the doer leaves. Without staff the head does the work. */
function doers(standing: Standing, unitId: UnitId, random: SeededRandom) {
  const { office, from } = standing;
  const staying = there(standing, (people, on) =>
    holders(people, unitId, { on, as: ['staff', 'deputy'] }),
  );
  const leaving = [...office.leavers.keys()].filter((personId) =>
    holders(office, unitId, { on: from, as: ANY_POST }).includes(personId),
  );
  const [head] = leadersOf(standing, unitId);
  const first = [...staying, ...leaving];
  const stays = staying.length > 0 ? random.pick(staying) : head;
  return { first: first.length > 0 ? random.pick(first) : head, stays };
}

function verifier(standing: Standing, task: PlayedTask, unitId: UnitId): PersonId | null {
  const isOffices = task.leads.some((lead) => isOfficeUnit(standing.office, lead.unitId));
  const above = [...there(standing, deputyDirectors), ...there(standing, directors)];
  const candidates = isOffices ? above : [...there(standing, clerks), ...above];
  return candidates.find((personId) => !everIn(standing.office, personId, unitId)) ?? null;
}

/** Who plays the task; null when the directory has not the people it takes. */
export function castFor(
  task: PlayedTask,
  office: Office,
  { random, lastDay }: { readonly random: SeededRandom; readonly lastDay: LocalDate },
): Cast | null {
  const standing: Standing = { office, from: task.assignedOn, to: lastDay };
  const unitId = answeringUnit(standing, task);
  if (unitId === null) return null;
  const { first, stays } = doers(standing, unitId, random);
  const [headId] = leadersOf(standing, unitId);
  const [clerkId] = there(standing, clerks);
  const [directorId] = there(standing, directors);
  const [deputyDirectorId] = there(standing, deputyDirectors);
  const verifierId = verifier(standing, task, unitId);
  if (!first || !stays || !headId || !clerkId || !directorId || !verifierId) return null;
  const leavesOn = office.leavers.get(first);
  return {
    unitId,
    headId,
    doerOn: (day) => (leavesOn !== undefined && day > leavesOn ? stays : first),
    handOver: leavesOn === undefined ? null : { on: leavesOn, from: first, to: stays },
    clerkId,
    directorId,
    deputyDirectorId: deputyDirectorId ?? directorId,
    verifierId,
  };
}
