import { HABITS } from '../../chance/habits';
import { holders } from '../../office/office';
import { act, type PlannedAct } from '../act';
import { closedOn, type Course } from '../course';
import { paper } from '../papers';
import type { Scene } from '../scene';
import { drawnFrom, isWithin, unfinishedWindow, workWindow } from '../window';
import { WORDS } from '../wording';

/** Accepted by the head of each lead unit, now and then after an objection that the Director sets aside. */
function accepted({ task, office, cast, chance }: Scene, { acceptedOn: on }: Course) {
  const random = chance('accept');
  const leaders = task.leads.flatMap(({ unitId }) => {
    const [actorId] = holders(office, unitId, { on, as: ['head', 'deputy'] });
    return actorId === undefined ? [] : [{ unitId, actorId }];
  });
  return leaders.flatMap(({ unitId, actorId }): readonly PlannedAct[] => {
    if (!random.happens(HABITS.accepts)) return [];
    const accepts = act({ step: `accept-${unitId}`, on, actorId }, 'AcceptTask', { unitId });
    if (!random.happens(HABITS.declinesFirst)) return [accepts];
    const reason = random.pick(WORDS.decline);
    const text = random.pick(WORDS.keepAssignment);
    return [
      act({ step: `decline-${unitId}`, on, actorId }, 'DeclineTask', { unitId, reason }),
      act({ step: `keep-${unitId}`, on, actorId: cast.directorId }, 'GiveDirection', { text }),
      accepts,
    ];
  });
}

/** The person who has the task; when that person leaves, the head passes it on. */
function person({ cast, chance }: Scene, course: Course): readonly PlannedAct[] {
  const { unitId, headId, handOver } = cast;
  const on = course.acceptedOn;
  const personId = cast.doerOn(on);
  if (personId === headId || !chance('person').happens(HABITS.personAssigned)) return [];
  const assigns = act({ step: 'person', on, actorId: headId }, 'AssignPerson', {
    unitId,
    personId,
  });
  const passesOn =
    handOver !== null &&
    personId === handOver.from &&
    isWithin(unfinishedWindow(course), handOver.on);
  if (!passesOn) return [assigns];
  const { from, to } = handOver;
  return [
    assigns,
    act({ step: 'hand-over', on: handOver.on, actorId: headId }, 'HandOverTask', {
      from: { unitId, personId: from },
      to: { unitId, personId: to },
      reason: WORDS.handOver[0],
    }),
  ];
}

/** A named part for a second official of the unit. */
function part({ office, cast, chance }: Scene, course: Course): readonly PlannedAct[] {
  const random = chance('part');
  const { unitId, headId } = cast;
  const on = course.acceptedOn;
  const others = holders(office, unitId, { on, as: ['staff'] }).filter(
    (personId) => personId !== cast.doerOn(on) && !office.leavers.has(personId),
  );
  const window = workWindow(course);
  if (others.length === 0 || window === null || !random.happens(HABITS.partAssigned)) return [];
  const personId = random.pick(others);
  const what = random.pick(WORDS.part);
  const assigns = act({ step: 'part', on, actorId: headId }, 'AssignPerson', {
    unitId,
    personId,
    subtaskId: 'phan-1',
    what,
  });
  const finishedOn = drawnFrom(window, random, 60);
  if (finishedOn === null) return [assigns];
  const finished = { step: 'part-done', on: finishedOn, actorId: personId };
  return [assigns, act(finished, 'FinishSubtask', { subtaskId: 'phan-1' })];
}

function begun({ cast, chance }: Scene, { startOn, triggerOn, triggerDueOn }: Course) {
  const random = chance('start');
  if (triggerOn !== null) {
    const document = paper(random, 'UBND', { unitId: 'VP', on: triggerOn });
    const who = { step: 'trigger', on: triggerOn, actorId: cast.clerkId };
    return [act(who, 'ReceiveTrigger', { document, dueOn: triggerDueOn })];
  }
  if (startOn === null || !random.happens(HABITS.saysStart)) return [];
  return [act({ step: 'start', on: startOn, actorId: cast.doerOn(startOn) }, 'StartWork', {})];
}

/** From the assignment to the first day of work. */
export function takingOn(scene: Scene, course: Course): readonly PlannedAct[] {
  const isOver = closedOn(course);
  if (isOver !== null && isOver <= course.acceptedOn) return [];
  return [
    ...accepted(scene, course),
    ...person(scene, course),
    ...part(scene, course),
    ...begun(scene, course),
  ];
}
