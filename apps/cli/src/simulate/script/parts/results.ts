import { addDays, type LocalDate } from '@thidua/kernel';
import { HABITS } from '../../chance/habits';
import type { SeededRandom } from '../../chance/seeded-random';
import { act, type PlannedAct } from '../act';
import type { Course, PlannedAttempt } from '../course';
import { paper, proof } from '../papers';
import type { Scene } from '../scene';
import { WORDS } from '../wording';
import { later, laterBy, workdayBefore } from '../workdays';

/** What is wrong with a returned piece of work. */
const fault = (random: SeededRandom) => {
  const majorContentError = random.happens(HABITS.majorContentError);
  const reason = random.pick(majorContentError ? WORDS.majorError : WORDS.routineError);
  return { reason, majorContentError };
};

interface HandIn {
  readonly productId: string;
  readonly startOn: LocalDate;
  /** By this day the product has to lie on the table. */
  readonly byOn: LocalDate;
}

function handIn(
  { cast }: Scene,
  random: SeededRandom,
  {
    step,
    productId,
    on,
  }: {
    readonly step: string;
    readonly productId: string;
    readonly on: LocalDate;
  },
): PlannedAct {
  const evidence = [proof(paper(random, 'BC', { unitId: cast.unitId, on }))];
  return act({ step, on, actorId: cast.doerOn(on) }, 'HandInProduct', { productId, evidence });
}

/** Handed in once, or sent back in between and handed in again. */
function product(scene: Scene, { productId, startOn, byOn }: HandIn): readonly PlannedAct[] {
  const random = scene.chance(`product ${productId}`);
  const { errorPercent } = scene.moodOf(scene.cast.unitId);
  const isReturned = random.happens(Math.round((HABITS.productReturned * errorPercent) / 100));
  const lead = isReturned ? random.between(10, 16) : random.between(0, 7);
  const firstOn = later(startOn, workdayBefore(addDays(byOn, -lead)));
  const returnedOn = laterBy(firstOn, random.between(1, 3));
  const againOn = laterBy(returnedOn, random.between(1, 3));
  const first = handIn(scene, random, { step: `product-${productId}`, productId, on: firstOn });
  if (!isReturned || againOn > byOn) return [first];
  const returns = { step: `return-${productId}`, on: returnedOn, actorId: scene.cast.verifierId };
  return [
    first,
    act(returns, 'ReturnProduct', { productId, ...fault(random) }),
    handIn(scene, random, { step: `product-${productId}-again`, productId, on: againOn }),
  ];
}

/** All products, ready by the milestone or the first report of the result. */
export function products(scene: Scene, course: Course): readonly PlannedAct[] {
  const byOn = course.milestoneOn ?? course.attempts[0]?.reportedOn;
  const { startOn } = course;
  if (byOn === undefined || startOn === null) return [];
  return scene.task.products.flatMap(({ productId }) =>
    product(scene, { productId, startOn, byOn }),
  );
}

export function milestone({ cast, chance }: Scene, { milestoneOn: on }: Course) {
  if (on === null) return [];
  const evidence = [proof(paper(chance('milestone'), 'KH', { unitId: cast.unitId, on }))];
  return [act({ step: 'milestone', on, actorId: cast.doerOn(on) }, 'ReachMilestone', { evidence })];
}

const AT_LEAST = /^MIN_(\d+)_PER_YEAR$/;

/** As often as the plan wants it, the last time some days before the first report of the result. */
export function occurrences(scene: Scene, { startOn, attempts: reports }: Course) {
  const { cast, task, chance } = scene;
  const count = Number(AT_LEAST.exec(task.recurrence ?? '')?.[1] ?? 0);
  const byOn = reports[0]?.reportedOn;
  if (startOn === null || byOn === undefined) return [];
  return Array.from({ length: count }, (_, index) => {
    const on = later(startOn, workdayBefore(addDays(byOn, -7 * (count - index))));
    const step = `occurrence-${index + 1}`;
    return act({ step, on, actorId: cast.doerOn(on) }, 'RecordOccurrence', {
      occurrenceId: `lan-${index + 1}`,
      unitId: cast.unitId,
      what: task.title.slice(0, 200),
      heldOn: on,
      evidence: [proof(paper(chance(step), 'BC', { unitId: cast.unitId, on }))],
    });
  });
}

/** Step name of the verdict on the n-th report, counted from 1. */
export const verdictStep = (attempt: number): string => `verdict-${attempt}`;

export function reportOf(
  { cast }: Scene,
  random: SeededRandom,
  { step, on }: { readonly step: string; readonly on: LocalDate },
): PlannedAct {
  return act({ step, on, actorId: cast.doerOn(on) }, 'ReportResult', {
    unitId: cast.unitId,
    summary: random.pick(WORDS.result),
    evidence: [proof(paper(random, 'BC', { unitId: cast.unitId, on }))],
  });
}

function attempt(scene: Scene, planned: PlannedAttempt, count: number): readonly PlannedAct[] {
  const random = scene.chance(`attempt ${count}`);
  const { reportedOn, judgedOn, verdict } = planned;
  const reports = reportOf(scene, random, { step: `result-${count}`, on: reportedOn });
  if (judgedOn === null) return [reports];
  const actorId = scene.cast.verifierId;
  const who = { step: verdictStep(count), on: judgedOn, actorId };
  if (verdict === 'returned') return [reports, act(who, 'ReturnResult', fault(random))];
  const apart = scene.task.products.filter(() => random.happens(HABITS.productAcceptedApart));
  const accepts = apart.map(({ productId }) =>
    act({ step: `accept-${productId}`, on: judgedOn, actorId }, 'AcceptProduct', { productId }),
  );
  return [reports, ...accepts, act(who, 'VerifyResult', {})];
}

/** Every report of the result with its verdict. */
export const attempts = (scene: Scene, course: Course): readonly PlannedAct[] =>
  course.attempts.flatMap((planned, index) => attempt(scene, planned, index + 1));
