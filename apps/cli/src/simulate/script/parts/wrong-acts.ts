import { addDays, monthOf, type LocalDate } from '@thidua/kernel';
import { HABITS } from '../../chance/habits';
import { wrongAct, type PlannedAct } from '../act';
import { firstReportOn, type Course } from '../course';
import type { Scene } from '../scene';
import { drawnFrom, workWindow } from '../window';
import { WORDS } from '../wording';
import { dueInForce } from './side-facts';

/** The doer tries to confirm the own result on the day of the report. */
function verifiesOwnResult({ cast }: Scene, course: Course): readonly PlannedAct[] {
  const on = firstReportOn(course);
  if (on === null) return [];
  const who = { step: 'wrong', on, actorId: cast.doerOn(on) };
  return [wrongAct(who, 'VerifyResult', { data: {}, codes: ['ROLE_NOT_ALLOWED', 'GUARD_FAILED'] })];
}

/** A verdict on a result nobody has reported. */
const verifiesNothing = ({ cast }: Scene, { acceptedOn: on }: Course): readonly PlannedAct[] => [
  wrongAct({ step: 'wrong', on, actorId: cast.verifierId }, 'VerifyResult', {
    data: {},
    codes: [],
  }),
];

const fortyDaysOn = (on: LocalDate): LocalDate => addDays(on, 40);

function reportsTheFuture({ cast, chance }: Scene, course: Course): readonly PlannedAct[] {
  const window = workWindow(course);
  const on = window === null ? null : drawnFrom(window, chance('wrong day'), 40);
  if (on === null) return [];
  const data = {
    unitId: cast.unitId,
    period: monthOf(fortyDaysOn(on)),
    text: WORDS.progress[0],
  };
  const who = { step: 'wrong', on, actorId: cast.doerOn(on) };
  return [wrongAct(who, 'ReportProgress', { data, codes: ['PERIOD_IN_FUTURE'] })];
}

function movesDueDateForward(scene: Scene, course: Course): readonly PlannedAct[] {
  const window = workWindow(course);
  const on = window === null ? null : drawnFrom(window, scene.chance('wrong day'), 40);
  const due = scene.task.dueOn ?? dueInForce(scene, course);
  if (on === null || due === null) return [];
  const data = { dueOn: addDays(due, -5), reason: WORDS.extensionGranted[0] };
  const who = { step: 'wrong', on, actorId: scene.cast.deputyDirectorId };
  return [wrongAct(who, 'ExtendDeadline', { data, codes: ['DUE_DATE_MUST_MOVE_LATER'] })];
}

const MISTAKES = [verifiesOwnResult, verifiesNothing, reportsTheFuture, movesDueDateForward];

/**
 * Now and then somebody tries what the rules forbid. Each of these is refused whatever has happened before it, also when
 * the play is run a second time over its own events.
 */
export function wrongActs(scene: Scene, course: Course): readonly PlannedAct[] {
  const random = scene.chance('wrong');
  return random.happens(HABITS.wrongAct) ? random.pick(MISTAKES)(scene, course) : [];
}
