import { addDays, type LocalDate } from '@thidua/kernel';
import { HABITS } from '../chance/habits';
import type { SeededRandom } from '../chance/seeded-random';
import { tilted, type Temperament } from '../chance/temperament';
import type { PlayedTask } from '../log/played-task';
import { later, laterBy, workdayAfter, workdayBefore } from './workdays';

/** An extension as it will be asked for and answered. */
export interface PlannedExtension {
  readonly askedOn: LocalDate;
  readonly decidedOn: LocalDate;
  readonly to: LocalDate;
  readonly isGranted: boolean;
}

/** One report of the result and the verdict on it. */
export interface PlannedAttempt {
  readonly reportedOn: LocalDate;
  /** Null: the verifier does not come to it. */
  readonly judgedOn: LocalDate | null;
  readonly verdict: 'verified' | 'returned';
}

/**
 * The main line of one task, decided before its acts are written, so that everything beside it knows between which days
 * it may happen. Days may lie beyond the year; such acts are simply not played.
 */
export interface Course {
  readonly acceptedOn: LocalDate;
  /** Set when the task waited and its trigger came. */
  readonly triggerOn: LocalDate | null;
  readonly triggerDueOn: LocalDate | null;
  /** First day of work; null when no work ever starts. */
  readonly startOn: LocalDate | null;
  readonly extension: PlannedExtension | null;
  /** Day on which a milestone is reached, for tasks that go on with reports after it. */
  readonly milestoneOn: LocalDate | null;
  readonly attempts: readonly PlannedAttempt[];
  /** How the task leaves the plan or is closed without a verified result. */
  readonly ending: {
    readonly how: 'notArisen' | 'cancelled' | 'closed';
    readonly on: LocalDate;
  } | null;
}

export const december = (year: number, random: SeededRandom, from = 8): LocalDate =>
  workdayBefore(`${year}-12-${String(random.between(from, 31)).padStart(2, '0')}` as LocalDate);

/** Day of the first report of a result; null when it never comes. */
export const firstReportOn = ({ attempts }: Course): LocalDate | null =>
  attempts[0]?.reportedOn ?? null;

/** The day from which nothing beside the main line may be recorded any more; null while the task stays open. */
export function closedOn({ attempts, ending }: Course): LocalDate | null {
  const verified = attempts.find(({ verdict, judgedOn }) => verdict === 'verified' && judgedOn);
  return ending?.on ?? verified?.judgedOn ?? null;
}

function finishOn(
  dueOn: LocalDate | null,
  startOn: LocalDate,
  { random, mood }: { readonly random: SeededRandom; readonly mood: Temperament },
): LocalDate | null {
  const earliest = laterBy(startOn, 3);
  if (dueOn === null) {
    const isFinished = random.happens(HABITS.undatedFinishes);
    return isFinished ? laterBy(earliest, random.between(20, 190)) : null;
  }
  const weights = tilted(HABITS.finish, ['late', 'never'], mood.delayPercent);
  switch (random.weighted(weights)) {
    case 'early':
      return later(earliest, workdayBefore(addDays(dueOn, -random.between(8, 40))));
    case 'inTime':
      return later(earliest, workdayBefore(addDays(dueOn, -random.between(0, 7))));
    case 'late':
      return later(earliest, laterBy(dueOn, random.between(1, 45)));
    case 'never':
      return null;
  }
}

/** The reports of a result: as many returns as there are, then one that is verified or left lying. */
export function attemptsFrom(
  reportedOn: LocalDate,
  random: SeededRandom,
  returns: number,
): readonly PlannedAttempt[] {
  const judgedOn = laterBy(reportedOn, random.between(1, 9));
  if (returns === 0) {
    const isJudged = !random.happens(HABITS.neverJudged);
    return [{ reportedOn, judgedOn: isJudged ? judgedOn : null, verdict: 'verified' }];
  }
  const again = laterBy(judgedOn, random.between(3, 15));
  return [
    { reportedOn, judgedOn, verdict: 'returned' },
    ...attemptsFrom(again, random, returns - 1),
  ];
}

function returnsOf(random: SeededRandom, { errorPercent }: Temperament): number {
  const permille = Math.round((HABITS.resultReturned * errorPercent) / 100);
  if (!random.happens(permille)) return 0;
  return random.happens(permille) ? 2 : 1;
}

function extensionOf(
  dueOn: LocalDate | null,
  startOn: LocalDate,
  random: SeededRandom,
): PlannedExtension | null {
  if (dueOn === null || !random.happens(HABITS.extensionAsked)) return null;
  const askedOn = workdayBefore(addDays(dueOn, -random.between(4, 15)));
  const decidedOn = laterBy(askedOn, random.between(1, 5));
  const to = workdayAfter(addDays(dueOn, random.between(10, 45)));
  const isGranted = random.happens(HABITS.extensionGranted);
  return askedOn > startOn ? { askedOn, decidedOn, to, isGranted } : null;
}

/** What the main line is drawn from. */
export interface CourseParts {
  readonly task: PlayedTask;
  readonly random: SeededRandom;
  readonly mood: Temperament;
}

const NOTHING = {
  triggerOn: null,
  triggerDueOn: null,
  startOn: null,
  extension: null,
  milestoneOn: null,
  attempts: [],
  ending: null,
} as const;

function notArisen(parts: CourseParts, acceptedOn: LocalDate): Course {
  const { task, random } = parts;
  const on = later(december(task.year, random), laterBy(acceptedOn, 10));
  const isConfirmed = random.happens(HABITS.notArisenConfirmed);
  return { ...NOTHING, acceptedOn, ending: isConfirmed ? { how: 'notArisen', on } : null };
}

function ongoing({ task, random }: CourseParts, before: Course, startOn: LocalDate): Course {
  const on = later(december(task.year, random, 15), laterBy(startOn, 5));
  const isClosed = random.happens(HABITS.ongoingClosed);
  return { ...before, startOn, ending: isClosed ? { how: 'closed', on } : null };
}

/** Work in a series ends with the year; a milestone on the way keeps the task's own due date. */
function series(parts: CourseParts, before: Course, startOn: LocalDate): Course {
  const { task, random } = parts;
  const hasMilestone = task.kind === 'periodic-after-milestone';
  const milestoneOn = hasMilestone ? finishOn(task.dueOn, startOn, parts) : null;
  const reportedOn = later(december(task.year, random), laterBy(milestoneOn ?? startOn, 5));
  const ends = random.happens(HABITS.undatedFinishes) && (!hasMilestone || milestoneOn !== null);
  const attempts = ends ? attemptsFrom(reportedOn, random, 0) : [];
  return { ...before, startOn, milestoneOn, attempts };
}

function oneOff(parts: CourseParts, before: Course, startOn: LocalDate): Course {
  const { task, random, mood } = parts;
  if (random.happens(HABITS.cancelled)) {
    const on = laterBy(startOn, random.between(15, 120));
    return { ...before, startOn, ending: { how: 'cancelled', on } };
  }
  const planned = before.triggerDueOn ?? task.dueOn;
  const asked = extensionOf(planned, startOn, random);
  const finish = finishOn(asked?.isGranted === true ? asked.to : planned, startOn, parts);
  // Whoever had reported before the answer came would never have asked.
  const extension = asked !== null && finish !== null && finish <= asked.decidedOn ? null : asked;
  const attempts = finish === null ? [] : attemptsFrom(finish, random, returnsOf(random, mood));
  return { ...before, startOn, extension, attempts };
}

/** Draws the main line of a task. */
export function courseOf(parts: CourseParts): Course {
  const { task, random } = parts;
  const acceptedOn = laterBy(task.assignedOn, random.between(1, 5));
  const before: Course = { ...NOTHING, acceptedOn };
  if (task.awaitsTrigger) {
    if (!random.happens(HABITS.triggerArrives)) {
      return random.happens(500) ? notArisen(parts, acceptedOn) : before;
    }
    const triggerOn = laterBy(acceptedOn, random.between(15, 130));
    const setsDue = task.dueOn === null && random.happens(HABITS.triggerSetsDueDate);
    const triggerDueOn = setsDue ? laterBy(triggerOn, random.between(25, 80)) : null;
    return workFrom(parts, { ...before, triggerOn, triggerDueOn }, triggerOn);
  }
  if (task.condition !== null && !random.happens(HABITS.conditionArises)) {
    return notArisen(parts, acceptedOn);
  }
  return workFrom(parts, before, laterBy(acceptedOn, random.between(1, 12)));
}

function workFrom(parts: CourseParts, before: Course, startOn: LocalDate): Course {
  switch (parts.task.kind) {
    case 'ongoing':
      return ongoing(parts, before, startOn);
    case 'recurring':
    case 'periodic-after-milestone':
      return series(parts, before, startOn);
    case 'one-off':
      return oneOff(parts, before, startOn);
  }
}
