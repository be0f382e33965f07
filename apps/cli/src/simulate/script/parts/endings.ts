import { addDays, type LocalDate } from '@thidua/kernel';
import { HABITS } from '../../chance/habits';
import { act, type PlannedAct } from '../act';
import type { Course } from '../course';
import { paper } from '../papers';
import type { Scene } from '../scene';
import { WORDS } from '../wording';
import { laterBy } from '../workdays';
import { reportOf, verdictStep } from './results';
import { dueInForce } from './side-facts';

/** The task leaves the plan, or an ongoing one is assessed and closed. */
export function ending(
  { cast, chance }: Scene,
  { ending: planned }: Course,
): readonly PlannedAct[] {
  if (planned === null) return [];
  const random = chance('ending');
  const { how, on } = planned;
  const who = { step: how, on, actorId: cast.clerkId };
  switch (how) {
    case 'notArisen':
      return [act(who, 'MarkNotArisen', { reason: WORDS.notArisen[0] })];
    case 'cancelled': {
      const document = paper(random, 'TB', { unitId: 'VP', on });
      return [act(who, 'CancelTask', { reason: WORDS.cancelled[0], document })];
    }
    case 'closed': {
      const grade = random.weighted(HABITS.grade);
      const closes = { ...who, actorId: cast.deputyDirectorId };
      return [act(closes, 'CloseOngoing', { grade, summary: WORDS.grade[grade] })];
    }
  }
}

/** The verified completion that what comes after refers to. */
interface Completion {
  readonly step: string;
  readonly completedOn: LocalDate;
  readonly verifiedOn: LocalDate;
}

function completionOf({ attempts }: Course): Completion | null {
  const index = attempts.findIndex(({ verdict }) => verdict === 'verified');
  const last = attempts[index];
  if (last === undefined || last.judgedOn === null) return null;
  const { reportedOn: completedOn, judgedOn: verifiedOn } = last;
  return { step: verdictStep(index + 1), completedOn, verifiedOn };
}

function reopened(scene: Scene, { verifiedOn }: Completion): readonly PlannedAct[] {
  const random = scene.chance('reopened');
  const { clerkId, verifierId } = scene.cast;
  const on = laterBy(verifiedOn, random.between(10, 60));
  const reason = WORDS.reopened[0];
  const reopens = act({ step: 'reopen', on, actorId: clerkId }, 'ReopenTask', { reason });
  if (!random.happens(HABITS.finishedAgain)) return [reopens];
  const again = laterBy(on, random.between(5, 30));
  const verdictOn = laterBy(again, random.between(1, 6));
  return [
    reopens,
    reportOf(scene, random, { step: 'result-again', on: again }),
    act({ step: 'verdict-again', on: verdictOn, actorId: verifierId }, 'VerifyResult', {}),
  ];
}

/** A wrongly typed day of completion is corrected by the Office with the agreement of a deputy director. */
function corrected(scene: Scene, { step, completedOn, verifiedOn }: Completion) {
  const { cast, task, chance } = scene;
  const random = chance('corrected');
  const now = addDays(completedOn, -random.between(1, 3));
  if (now < task.assignedOn) return [];
  const who = {
    step: 'correct',
    on: laterBy(verifiedOn, random.between(3, 20)),
    actorId: cast.clerkId,
  };
  const corrects = act(who, 'CorrectTask', {
    eventId: '',
    field: 'completedOn',
    now,
    reason: WORDS.corrected[0],
    agreedBy: cast.deputyDirectorId,
  });
  return [{ ...corrects, names: { field: 'eventId', step, type: 'TaskCompleted' } as const }];
}

function delayCause(scene: Scene, course: Course, { completedOn, verifiedOn }: Completion) {
  const random = scene.chance('delay cause');
  const due = dueInForce(scene, course);
  if (due === null || completedOn <= due || !random.happens(HABITS.delayCauseConfirmed)) return [];
  const on = laterBy(verifiedOn, random.between(3, 15));
  const document = paper(random, 'TB', { unitId: 'VP', on });
  return [
    act({ step: 'delay-cause', on, actorId: scene.cast.directorId }, 'ConfirmDelayCause', {
      cause: WORDS.delayCause[0],
      document,
    }),
  ];
}

/** What becomes known after the completion. A reopened task is not corrected as well. */
export function afterwards(scene: Scene, course: Course): readonly PlannedAct[] {
  const completion = completionOf(course);
  if (completion === null) return [];
  const random = scene.chance('afterwards');
  if (random.happens(HABITS.reopened)) return reopened(scene, completion);
  return [
    ...(random.happens(HABITS.corrected) ? corrected(scene, completion) : []),
    ...delayCause(scene, course, completion),
  ];
}
