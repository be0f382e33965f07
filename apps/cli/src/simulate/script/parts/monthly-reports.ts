import {
  addDays,
  daysBetween,
  lastDayOfMonth,
  monthsBetween,
  yearOf,
  type LocalDate,
  type LocalMonth,
  type PersonId,
  type UnitId,
} from '@thidua/kernel';
import { HABITS } from '../../chance/habits';
import type { SeededRandom } from '../../chance/seeded-random';
import { tilted } from '../../chance/temperament';
import { holders } from '../../office/office';
import { act, type PlannedAct } from '../act';
import { firstReportOn, type Course } from '../course';
import type { Scene } from '../scene';
import { isWithin, unfinishedWindow } from '../window';
import { WORDS } from '../wording';
import { laterBy, workdayBefore } from '../workdays';

const lastDay = (month: LocalMonth): LocalDate =>
  lastDayOfMonth(yearOf(month), Number(month.slice(5, 7)));

const dayIn = (month: LocalMonth, day: number): LocalDate => `${month}-${day}` as LocalDate;

/** Who reports for the unit: the doer for the unit that answers, its leaders for the others. */
function reporter({ office, cast }: Scene, unitId: UnitId, on: LocalDate): PersonId | null {
  if (unitId === cast.unitId) return cast.doerOn(on);
  const [leader] = holders(office, unitId, { on, as: ['head', 'deputy'] });
  return leader ?? null;
}

/** Share of the way from the start to the expected end, 5 to 95. */
function percentOn({ task }: Scene, course: Course, on: LocalDate): number {
  const start = course.startOn ?? task.assignedOn;
  const end = firstReportOn(course) ?? task.dueOn ?? (`${task.year}-12-31` as LocalDate);
  const whole = Math.max(1, daysBetween(start, end));
  return Math.min(95, Math.max(5, Math.floor((daysBetween(start, on) * 100) / whole)));
}

type Manner = keyof typeof HABITS.monthReport;

interface MonthOfUnit {
  readonly unitId: UnitId;
  readonly month: LocalMonth;
  readonly manner: Manner;
  readonly random: SeededRandom;
}

function told(scene: Scene, course: Course, { unitId, month, manner, random }: MonthOfUnit) {
  const inTime = workdayBefore(dayIn(month, random.between(22, 28)));
  const on = manner === 'late' ? laterBy(lastDay(month), random.between(2, 9)) : inTime;
  const actorId = reporter(scene, unitId, on);
  if (actorId === null || !isWithin(unfinishedWindow(course), on)) return [];
  const who = { step: `report-${unitId}-${month}`, on, actorId };
  const isAtWork = course.startOn !== null && course.startOn < on;
  if (manner === 'nil' || !isAtWork) return [act(who, 'ReportNil', { unitId, period: month })];
  return [
    act(who, 'ReportProgress', {
      unitId,
      period: month,
      text: random.pick(WORDS.progress),
      percent: percentOn(scene, course, on),
      wentWell: random.happens(300) ? random.pick(WORDS.wentWell) : null,
    }),
  ];
}

/** The Office asks for a report that has not come. */
function reminded({ cast }: Scene, course: Course, { unitId, month, random }: MonthOfUnit) {
  const on = laterBy(lastDay(month), random.between(3, 8));
  if (!random.happens(HABITS.reminded) || !isWithin(unfinishedWindow(course), on)) return [];
  return [
    act({ step: `remind-${unitId}-${month}`, on, actorId: cast.clerkId }, 'RemindLeadUnit', {
      unitId,
      text: WORDS.remindReport[0],
      answerDueOn: addDays(on, 5),
    }),
  ];
}

/** One report a month and lead unit: in time, late, nil, or missing and perhaps asked for. */
export function monthlyReports(scene: Scene, course: Course): readonly PlannedAct[] {
  const { task, moodOf, chance } = scene;
  const months = monthsBetween(course.acceptedOn, `${task.year}-12-31` as LocalDate);
  return task.leads.flatMap(({ unitId }) => {
    const random = chance(`reports ${unitId}`);
    const { silencePercent } = moodOf(unitId);
    const usual = tilted(HABITS.monthReport, ['late', 'missing'], silencePercent);
    return months.flatMap((month) => {
      const isIdle = course.startOn === null || lastDay(month) < course.startOn;
      const manner: Manner = random.weighted(isIdle ? HABITS.idleMonthReport : usual);
      const ofUnit = { unitId, month, manner, random };
      return manner === 'missing' ? reminded(scene, course, ofUnit) : told(scene, course, ofUnit);
    });
  });
}
