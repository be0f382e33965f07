import { ask, named } from './task.fixtures';
import { NOBODY, UNITS } from './people';
import * as life from './task-life.model';
import type { Act, Holder, TaskLife } from './task-life.model';
import { foretold, NOTHING_NEW, type Drawn, type MoveOf } from './task-life.move';
import { anyTime, dayPassed, endedBefore, first, speakingAsHead } from './task-life.refusals';

interface Side {
  readonly unitId: string;
  readonly personId: string | null;
}

/** Between two divisions both ways, and from one official of a division to another; by the flag also to the same one. */
function sidesOf(which: string, flag: boolean): { readonly from: Side; readonly to: Side } {
  const lead = { unitId: UNITS.lead, personId: null };
  const otherLead = { unitId: UNITS.otherLead, personId: null };
  if (which === 'sp-1') return { from: lead, to: otherLead };
  if (which === 'sp-2') {
    const to = { ...lead, personId: flag ? 'can-bo-pc' : 'chuyen-vien' };
    return { from: { ...lead, personId: 'chuyen-vien' }, to };
  }
  return { from: otherLead, to: { ...lead, personId: flag ? 'chuyen-vien' : null } };
}

/** Whom the directory finds where, when it is asked. */
const FOUND = {
  named: named({
    people: new Map([
      ['chuyen-vien', { unitIds: [UNITS.lead], headOf: [] }],
      ['truong-phong-kh', { unitIds: [UNITS.otherLead], headOf: [UNITS.otherLead] }],
    ]),
  }),
};

const isFoundIn = (person: string, unit: string | null) =>
  FOUND.named.people.get(person)?.unitIds.some((found) => found === unit) ?? false;

function twisted({ from, to }: ReturnType<typeof sidesOf>, twist: number) {
  if (twist === 1) return { from, to: { ...to, unitId: NOBODY } };
  if (twist === 4) return { from, to: { unitId: UNITS.coordinating, personId: null } };
  return { from, to: twist === 2 ? { ...to, personId: NOBODY } : to };
}

interface Passing {
  readonly from: Side;
  readonly to: Side;
  readonly agreedBy: string | null;
}

/** Whether the head of the other unit has to agree, does, or does not. */
function agreementOf({ actor }: Act, { from, to, agreedBy }: Passing, isLookedUp: boolean) {
  if (life.isJudge(actor)) return 'needless';
  const units = [from.unitId, to.unitId];
  const headed = actor.posts.filter(({ post }) => post !== 'staff').map(({ unitId }) => unitId);
  if (!units.some((unit) => headed.includes(unit))) return 'ACTOR_NOT_IN_UNIT';
  const other = units.find((unit) => !headed.includes(unit));
  if (other === undefined) return 'needless';
  const isOther = agreedBy !== null && !life.idsOf(actor).includes(agreedBy);
  const mayAgree = isOther && (!isLookedUp || other === UNITS.otherLead);
  return mayAgree ? 'given' : 'OTHER_HEAD_MUST_AGREE';
}

const isPassedBy =
  ({ unitId, personId }: Side) =>
  ({ unit, person, finishedOn }: Holder) =>
    finishedOn === null && unit === unitId && (personId === null || person === personId);

const isSamePart = (one: Holder, other: Holder) =>
  one.part === other.part && (one.part !== null || one.person === other.person);

/** Open parts go to the new person, or end where the other unit names nobody; nobody has the same part twice. */
function holdersAfter({ holders }: TaskLife, from: Side, to: Side): readonly Holder[] {
  const isPassed = isPassedBy(from);
  const unitStays = from.unitId === to.unitId;
  const staying = holders.filter((holder) => {
    if (holder.finishedOn !== null || holder.unit !== from.unitId) return true;
    return unitStays && !isPassed(holder);
  });
  if (to.personId === null) return staying;
  const receiver = { person: to.personId, unit: to.unitId };
  const passed = holders.filter(isPassed).map((holder) => ({ ...holder, ...receiver }));
  const whole = { ...receiver, part: null, what: null, dueOn: null, finishedOn: null };
  return [...staying, ...(passed.length === 0 ? [whole] : passed)].filter(
    (holder, at, all) => all.findIndex((other) => isSamePart(other, holder)) === at,
  );
}

/** The receiving unit leads where the other did; where it led already, it compiles only if neither was a plain lead. */
function passUnit(task: TaskLife, from: string, to: string): void {
  if (from === to) return;
  task.around.coordinating = task.around.coordinating.filter((unit) => unit !== to);
  const ledAlready = task.leadUnits.includes(to);
  if (task.focalUnit === from || task.focalUnit === to) task.focalUnit = ledAlready ? null : to;
  task.leadUnits = task.leadUnits
    .filter((unit) => unit !== to)
    .map((unit) => (unit === from ? to : unit));
}

function partGiven(unit: string | null, { twist, flag, productId, day }: Drawn): Holder {
  const known = flag ? 'chuyen-vien' : 'can-bo-pc';
  return {
    person: twist === 1 ? NOBODY : known,
    unit: unit ?? '',
    part: productId === 'sp-la' ? null : productId,
    what: 'Soạn dự thảo',
    dueOn: twist === 3 ? day : null,
    finishedOn: null,
  };
}

/** What is said of a part that is finished, or that the person has already on the same terms. */
function givenBefore({ holders }: TaskLife, given: Holder) {
  const held = holders.find((holder) => isSamePart(holder, given));
  if (held === undefined) return null;
  if (held.finishedOn !== null) return 'SUBTASK_ALREADY_FINISHED';
  return JSON.stringify(held) === JSON.stringify(given) && NOTHING_NEW;
}

const isAfter = (day: string | null, other: string | null) =>
  day !== null && other !== null && day > other;

const receiving = ({ unitId, personId }: Side, isLookedUp: boolean) =>
  first(
    unitId === NOBODY && 'UNIT_NOT_FOUND',
    personId === NOBODY && 'PERSON_NOT_FOUND',
    isLookedUp && personId !== null && !isFoundIn(personId, unitId) && 'PERSON_NOT_IN_UNIT',
  );

const passing = ({ leadUnits, holders }: TaskLife, from: Side) =>
  first(
    !leadUnits.includes(from.unitId) && 'UNIT_NOT_IN_TASK',
    from.personId !== null && !holders.some(isPassedBy(from)) && 'PERSON_NOT_ASSIGNED',
  );

/** Whatever is open passes to the unit that comes after; what was told for a month need not be told again. */
function succeedIn(task: TaskLife, from: string, to: string): void {
  const { around } = task;
  const swap = (unit: string) => (unit === from ? to : unit);
  const coordinating = around.coordinating.map(swap);
  if (task.leadUnits.includes(from)) passUnit(task, from, to);
  around.coordinating = [...new Set(coordinating)].filter((unit) => !task.leadUnits.includes(unit));
  for (const told of [...task.months]) task.months.add(told.replace(`${from} `, `${to} `));
  const answer = task.answers.get(from);
  task.answers.delete(from);
  task.answers.delete(to);
  if (answer !== undefined) task.answers.set(to, answer);
  task.holders = task.holders.map((holder) =>
    holder.finishedOn === null ? { ...holder, unit: swap(holder.unit) } : holder,
  );
  for (const request of around.requests.values()) {
    if (request.answeredOn === null) request.unit = swap(request.unit);
  }
}

/** Moves by which the work, or a part of it, comes to somebody else. */
export const handedMoves = {
  /** By the twists somebody nobody knows, somebody looked up and found elsewhere, or with a day of its own. */
  assignPerson: (task, act, { twist, ...draw }) => {
    const unit = life.headedUnit(task, act);
    const given = partGiven(unit, { twist, ...draw });
    const { person: personId, part: subtaskId, dueOn } = given;
    const refusal = first(
      anyTime(task, unit !== null),
      personId === NOBODY && 'PERSON_NOT_FOUND',
      speakingAsHead(task, act),
      givenBefore(task, given),
      twist === 2 && !isFoundIn(personId, unit) && 'PERSON_NOT_IN_UNIT',
      dayPassed(act, dueOn),
      isAfter(dueOn, task.dueOn) && 'INNER_DUE_DATE_TOO_LATE',
    );
    const command = ask('AssignPerson', { personId, subtaskId, dueOn });
    const move = foretold(command, refusal, ['PersonAssigned'], () => {
      task.holders = [...task.holders.filter((holder) => !isSamePart(holder, given)), given];
    });
    return { ...move, lookedUp: twist === 2 ? FOUND : {} };
  },
  finishPart: (task, act, { productId: subtaskId }) => {
    const held = task.holders.find(({ part }) => part === subtaskId);
    const ids = life.idsOf(act.actor);
    const isPerson = act.actor.actor.kind === 'person';
    const holds = isPerson && task.holders.some(({ person }) => ids.includes(person));
    const heads = life.headedUnit(task, act) !== null;
    const refusal = first(
      anyTime(task, holds || heads),
      held === undefined && 'SUBTASK_NOT_FOUND',
      !heads && !ids.includes(held?.person ?? '') && 'NOT_THE_ASSIGNEE',
      endedBefore(act.on, held?.finishedOn ?? null, 'SUBTASK_ALREADY_FINISHED'),
    );
    return foretold(ask('FinishSubtask', { subtaskId }), refusal, ['SubtaskFinished'], () => {
      task.holders = task.holders.map((holder) =>
        holder.part === subtaskId ? { ...holder, finishedOn: act.on } : holder,
      );
    });
  },
  /** By the twists to a unit or a person nobody knows, with everybody looked up, or to the unit that coordinates. */
  handOver: (task, act, { productId, flag, twist }) => {
    const { from, to } = twisted(sidesOf(productId, flag), twist);
    const agreedBy = flag ? 'truong-phong-kh' : null;
    const key = JSON.stringify([from, to, task.state, act.on]);
    const agreement = agreementOf(act, { from, to, agreedBy }, twist === 3);
    const refusal = first(
      anyTime(task, life.headedUnit(task, act) !== null || life.isJudge(act.actor)),
      task.around.lastHandOver === key && NOTHING_NEW,
      from.unitId === to.unitId && from.personId === to.personId && 'HAND_OVER_CHANGES_NOTHING',
      agreement !== 'given' && agreement !== 'needless' && agreement,
      receiving(to, twist === 3),
      passing(task, from),
    );
    const agreed = agreement === 'given' ? (['HandOverAgreed'] as const) : [];
    const command = ask('HandOverTask', { from, to, agreedBy });
    const move = foretold(command, refusal, [...agreed, 'TaskHandedOver'], () => {
      task.holders = holdersAfter(task, from, to);
      passUnit(task, from.unitId, to.unitId);
      task.around.lastHandOver = key;
    });
    return { ...move, lookedUp: twist === 3 ? FOUND : {} };
  },
  /** The model's reorganisation ends the coordinating unit only, which by then may lead. */
  succeed: (task, act) => {
    const [fromUnitId, toUnitId] = [UNITS.coordinating, 'phong-khac'];
    const units = [...task.leadUnits, ...task.around.coordinating];
    const takesPart = units.includes(fromUnitId) && life.isUnfinished(task);
    const refusal = first(
      act.actor.actor.kind !== 'system' && 'SUCCESSION_SYSTEM_ONLY',
      !takesPart && NOTHING_NEW,
    );
    const command = ask('SucceedUnit', { fromUnitId, toUnitId });
    return foretold(command, refusal, ['TaskUnitSucceeded'], () => {
      succeedIn(task, fromUnitId, toUnitId);
    });
  },
} as const satisfies Record<string, MoveOf>;
