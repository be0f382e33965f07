import type { Instant, LocalDate } from '@thidua/kernel';
import { seededRandom } from '../chance/seeded-random';
import { temperamentOf } from '../chance/temperament';
import type { PlayedTask } from '../log/played-task';
import type { Office } from '../office/office';
import { inOrderOfTime, type Act } from './act';
import { castFor } from './cast';
import { courseOf } from './course';
import { afterwards, ending } from './parts/endings';
import { monthlyReports } from './parts/monthly-reports';
import { attempts, milestone, occurrences, products } from './parts/results';
import {
  authorityWait,
  coordination,
  extension,
  obstacle,
  overdueReminder,
} from './parts/side-facts';
import { takingOn } from './parts/taking-on';
import { wrongActs } from './parts/wrong-acts';
import type { Scene } from './scene';

/** What makes one play of a year: the same values give the same acts. */
export interface Play {
  readonly year: number;
  readonly seed: number;
  readonly office: Office;
  /** Acts after this instant are not played. */
  readonly until: Instant;
}

/** The mark that everything sent by a play bears as its correlation id. */
export const markOf = ({ year, seed }: Pick<Play, 'year' | 'seed'>): string =>
  `simulate-${year}-${seed}`;

/** The parts in the order in which acts of one day follow each other: the main line first, then what rests on it. */
const PARTS = [
  takingOn,
  extension,
  coordination,
  obstacle,
  authorityWait,
  products,
  milestone,
  occurrences,
  attempts,
  ending,
  afterwards,
  monthlyReports,
  overdueReminder,
  wrongActs,
];

/** Everything that is done about a task in the year, in the order of time; nothing when nobody is there to do it. */
export function scriptOfTask(task: PlayedTask, play: Play): readonly Act[] {
  const mark = markOf(play);
  const chance = (part: string) => seededRandom(`${mark}|${task.taskId}|${part}`);
  const lastDay = `${play.year}-12-31` as LocalDate;
  const cast = castFor(task, play.office, { random: chance('cast'), lastDay });
  if (cast === null || task.year !== play.year || task.assignedOn >= lastDay) return [];
  const moodOf = (unitId: string) => temperamentOf(mark, unitId);
  const mood = moodOf(cast.unitId);
  const scene: Scene = { task, office: play.office, cast, moodOf, chance };
  const course = courseOf({ task, random: chance('course'), mood });
  const acts = PARTS.flatMap((part) => part(scene, course));
  return inOrderOfTime(acts, { random: chance('hours'), until: play.until }).map((each) => ({
    ...each,
    idempotencyKey: `${mark}:${task.taskId}:${each.step}`,
  }));
}
