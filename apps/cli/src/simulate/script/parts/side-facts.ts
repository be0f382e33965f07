import { addDays } from '@thidua/kernel';
import { HABITS } from '../../chance/habits';
import { holders } from '../../office/office';
import { act, type PlannedAct } from '../act';
import { firstReportOn, type Course } from '../course';
import { paper } from '../papers';
import type { Scene } from '../scene';
import { drawnFrom, isWithin, unfinishedWindow, workWindow } from '../window';
import { WORDS } from '../wording';
import { laterBy } from '../workdays';

/** One coordinating unit is asked for something by a day; it answers in time, late or never. */
export function coordination(scene: Scene, course: Course): readonly PlannedAct[] {
  const { task, office, cast, chance } = scene;
  const random = chance('coordination');
  const window = workWindow(course);
  const partners = task.coordinatingUnitIds.filter((unitId) => unitId !== cast.unitId);
  if (window === null || partners.length === 0 || !random.happens(HABITS.coordinationAsked))
    return [];
  const unitId = random.pick(partners);
  const on = drawnFrom(window, random, 50);
  if (on === null) return [];
  const request = { requestId: 'ph-1', unitId, what: random.pick(WORDS.coordinationAsk) };
  const answerDueOn = laterBy(on, random.between(5, 12));
  const who = { step: 'ask', on, actorId: cast.doerOn(on) };
  const asks = act(who, 'AskCoordination', { ...request, answerDueOn });
  const manner = random.weighted(HABITS.coordination);
  const answeredOn =
    manner === 'late'
      ? laterBy(answerDueOn, random.between(1, 20))
      : laterBy(on, random.between(1, 4));
  const [partner] = holders(office, unitId, { on: answeredOn, as: ['head', 'deputy', 'staff'] });
  const answers =
    manner !== 'never' && partner !== undefined && isWithin(unfinishedWindow(course), answeredOn);
  if (!answers) return [asks];
  const answer = random.pick(WORDS.coordinationAnswer);
  const answered = { step: 'answer', on: answeredOn, actorId: partner };
  return [asks, act(answered, 'AnswerCoordination', { requestId: 'ph-1', answer })];
}

const OBSTACLE_KINDS = ['law', 'money', 'outside-body', 'people'] as const;
const OBSTACLE = { obstacleId: 'vm-1' };

/** An obstacle is raised, with a proposal or without, directed about and resolved, or left standing. */
export function obstacle({ cast, chance }: Scene, course: Course): readonly PlannedAct[] {
  const random = chance('obstacle');
  const window = workWindow(course);
  const on = window === null ? null : drawnFrom(window, random, 70);
  if (on === null || !random.happens(HABITS.obstacle)) return [];
  const { unitId, headId } = cast;
  const kind = random.pick(OBSTACLE_KINDS);
  const text = WORDS.obstacle[OBSTACLE_KINDS.indexOf(kind)] ?? WORDS.obstacle[0];
  const raises = act({ step: 'obstacle', on, actorId: cast.doerOn(on) }, 'RaiseObstacle', {
    ...OBSTACLE,
    unitId,
    kind,
    text,
  });
  const solution = random.pick(WORDS.solution);
  const proposes = act({ step: 'solution', on, actorId: headId }, 'ProposeSolution', {
    ...OBSTACLE,
    text: solution,
  });
  const directedOn = laterBy(on, random.between(2, 15));
  const leaderId = random.happens(600) ? cast.deputyDirectorId : cast.directorId;
  const directs = act({ step: 'direction', on: directedOn, actorId: leaderId }, 'GiveDirection', {
    ...OBSTACLE,
    text: random.pick(WORDS.direction),
    actBy: addDays(directedOn, 14),
  });
  const resolvedOn = laterBy(directedOn, random.between(4, 25));
  const resolves = act({ step: 'resolved', on: resolvedOn, actorId: headId }, 'ResolveObstacle', {
    ...OBSTACLE,
    text: random.pick(WORDS.resolved),
  });
  const follows = [
    random.happens(HABITS.solutionProposed) ? [proposes] : [],
    random.happens(HABITS.directionGiven) ? [directs] : [],
    random.happens(HABITS.obstacleResolved) ? [resolves] : [],
  ].flat();
  const open = unfinishedWindow(course);
  return [raises, ...follows.filter((each) => isWithin(open, each.on))];
}

/** The draft goes up; the authority answers in its own time, and only then the document is out. */
export function authorityWait(
  { task, cast, chance }: Scene,
  course: Course,
): readonly PlannedAct[] {
  const random = chance('authority');
  const window = workWindow(course);
  const on = window === null ? null : drawnFrom(window, random, 60);
  if (on === null || task.kind !== 'one-off' || !random.happens(HABITS.authorityWait)) return [];
  const { unitId, clerkId } = cast;
  const document = paper(random, 'TTr', { unitId, on });
  const authority = random.pick(WORDS.authority);
  const who = { step: 'submit', on, actorId: cast.doerOn(on) };
  const goesUp = [
    act(who, 'SubmitUpward', { document }),
    act({ ...who, step: 'wait' }, 'StartAuthorityWait', { waitId: 'cho-1', authority, document }),
  ];
  const endOn = laterBy(on, random.between(8, 45));
  const isAnswered = random.happens(HABITS.authorityAnswers);
  if (!isAnswered || !isWithin(unfinishedWindow(course), endOn)) return goesUp;
  const issued = paper(random, 'QĐ', { unitId: 'UBND', on: endOn });
  const ends = { step: 'wait-end', on: endOn, actorId: clerkId };
  return [
    ...goesUp,
    act(ends, 'EndAuthorityWait', { waitId: 'cho-1', document: issued }),
    act({ ...ends, step: 'issued' }, 'RecordIssue', { document: issued }),
  ];
}

/** A later due date is asked for before the due date and granted or refused within days. */
export function extension({ cast, chance }: Scene, { extension: planned }: Course) {
  if (planned === null) return [];
  const random = chance('extension');
  const { askedOn, decidedOn, to: dueOn, isGranted } = planned;
  const requestId = 'gh-1';
  const reason = random.pick(WORDS.extension);
  const asks = { step: 'extension', on: askedOn, actorId: cast.headId };
  const decides = { step: 'extension-decided', on: decidedOn, actorId: cast.deputyDirectorId };
  return [
    act(asks, 'RequestExtension', { requestId, dueOn, reason }),
    isGranted
      ? act(decides, 'ExtendDeadline', { requestId, dueOn, reason: WORDS.extensionGranted[0] })
      : act(decides, 'RefuseExtension', { requestId, reason: WORDS.extensionRefused[0] }),
  ];
}

/** The due date as the play leaves it. */
export const dueInForce = ({ task }: Scene, { extension: planned, triggerDueOn }: Course) =>
  planned?.isGranted === true ? planned.to : (triggerDueOn ?? task.dueOn);

/** The Office urges the unit about an overdue task. */
export function overdueReminder(scene: Scene, course: Course): readonly PlannedAct[] {
  const random = scene.chance('overdue');
  const due = dueInForce(scene, course);
  const started = course.startOn;
  if (due === null || started === null || !random.happens(HABITS.reminded)) return [];
  const on = laterBy(due > started ? due : started, random.between(4, 15));
  const reported = firstReportOn(course);
  const isPending = reported === null || on < reported;
  if (!isPending || !isWithin(unfinishedWindow(course), on)) return [];
  const { unitId, clerkId } = scene.cast;
  return [
    act({ step: 'remind-overdue', on, actorId: clerkId }, 'RemindLeadUnit', {
      unitId,
      text: WORDS.remindOverdue[0],
      answerDueOn: addDays(on, 7),
    }),
  ];
}
