import type { ActorFacts, LocalDate, LocalMonth } from '@thidua/kernel';
import type { TaskFacts } from '../task.events';
import { UNITS } from './people';

/**
 * The life of a task told a second time, from the office's point of view and without the flow definition, the roles or
 * the events: who may do what is asked of people and units directly. Where both tellings agree on every course drawn at
 * random, neither hides a slip of its own.
 */
export interface TaskLife {
  flow: 'default' | 'two-level';
  leadUnits: readonly string[];
  /** The lead unit that compiles for the others; null where each may report. */
  focalUnit: string | null;
  readonly kind: TaskFacts<'TaskAssigned'>['kind'];
  /** What the task depends on; null when it is not conditional. */
  condition: string | null;
  readonly assignedOn: LocalDate;
  state: string;
  dueOn: LocalDate | null;
  /** No step may lie before this day. */
  stepsFrom: LocalDate | null;
  reporters: readonly string[];
  reportedOn: LocalDate | null;
  completedOn: LocalDate | null;
  readonly months: Set<string>;
  readonly products: Map<string, ProductLife>;
  isCarriedOver: boolean;
  milestoneOn: LocalDate | null;
  hasSeries: boolean;
  /** Open periods, each with the units that reported on it. */
  readonly periods: Map<string, Set<string>>;
  countOwed: number;
  readonly occurrences: Map<string, { readonly by: readonly string[]; counts: boolean }>;
  readonly answers: Map<string, 'accepted' | 'objected' | 'toldToGoOn'>;
  /** The last part each unit told of, and by whom. */
  readonly parts: Map<string, { readonly by: readonly string[]; readonly on: LocalDate }>;
  proposal: { readonly by: readonly string[]; readonly on: LocalDate } | null;
  /** Who has the task or a part of it. */
  holders: readonly Holder[];
  readonly around: Around;
}

/** A person with a part of the task, or with a null part the whole of it. */
export interface Holder {
  readonly person: string;
  readonly unit: string;
  readonly part: string | null;
  readonly what: string | null;
  readonly finishedOn: LocalDate | null;
}

/** What is recorded around the work: questions, obstacles, waits, wishes for more time, and what was said already. */
export interface Around {
  coordinating: readonly string[];
  readonly requests: Map<string, { unit: string; on: LocalDate; answeredOn: LocalDate | null }>;
  readonly obstacles: Map<string, { unit: string; on: LocalDate; resolvedOn: LocalDate | null }>;
  readonly waits: Map<string, { on: LocalDate; endedOn: LocalDate | null; isConfirmed: boolean }>;
  readonly wishes: Map<string, { dueOn: LocalDate; on: LocalDate; decided: string | null }>;
  readonly said: Set<string>;
  approvedBy: string;
  lastHandOver: string;
  supervisor: string | null;
  readonly predecessors: Set<string>;
  /** A timer due for this day or an earlier one does not strike. */
  owedSince: LocalDate;
  readonly struck: Set<string>;
}

interface ProductLife {
  verdict: 'none' | 'awaited' | 'accepted' | 'returned';
  by: readonly string[];
  on: LocalDate | null;
}

export interface Act {
  readonly actor: ActorFacts;
  readonly on: LocalDate;
}

export const unitsOf = ({ posts }: ActorFacts) => posts.map(({ unitId }) => unitId);
export const idsOf = ({ actor }: ActorFacts): string[] =>
  actor.onBehalfOf === null ? [actor.id] : [actor.id, actor.onBehalfOf.personId];
export const isService = ({ actor }: ActorFacts) => actor.kind === 'service';
export const isDirecting = ({ posts }: ActorFacts) =>
  posts.some(({ unitId, post }) => unitId === UNITS.department && post !== 'staff');
export const isOffice = (facts: ActorFacts) =>
  facts.actor.kind === 'system' || unitsOf(facts).includes(UNITS.office);
export const isJudge = (facts: ActorFacts) => isOffice(facts) || isDirecting(facts);

export const isUnfinished = ({ state }: TaskLife) =>
  ['assigned', 'waiting', 'inProgress', 'reported', 'unitApproved'].includes(state);
export const isIn = (life: TaskLife, ...states: string[]) => states.includes(life.state);
export const isAtWork = (life: TaskLife) => isUnfinished(life) && life.state !== 'waiting';
export const isAfterLastStep = ({ stepsFrom }: TaskLife, on: LocalDate) =>
  stepsFrom === null || on >= stepsFrom;

const isHolder = (life: TaskLife, actor: ActorFacts) =>
  actor.actor.kind === 'person' && life.holders.some(({ person }) => idsOf(actor).includes(person));

/** Units a person belongs to by post or by having been given work there. */
const ownUnits = (life: TaskLife, actor: ActorFacts) => [
  ...unitsOf(actor),
  ...life.holders.filter(({ person }) => idsOf(actor).includes(person)).map(({ unit }) => unit),
];

/** The units of those given that a person may speak for: one, where the unit acted in decides between several. */
export function spokenFor(life: TaskLife, actor: ActorFacts, among: readonly string[]): string[] {
  const own = isService(actor) ? among : ownUnits(life, actor);
  const fitting = [...new Set(among.filter((unit) => own.includes(unit)))];
  const actingIn = actor.actor.unitId;
  return actingIn !== null && fitting.includes(actingIn) ? [actingIn] : fitting;
}

/** The lead unit the actor would speak for; null when there is none, or more than one to choose from. */
export function unitFor(life: TaskLife, actor: ActorFacts): string | null {
  const [only, second] = spokenFor(life, actor, life.leadUnits);
  return second === undefined ? (only ?? null) : null;
}

export const isOfLead = (life: TaskLife, actor: ActorFacts) =>
  unitsOf(actor).some((unit) => life.leadUnits.includes(unit));
export const reportsForLead = (life: TaskLife, actor: ActorFacts) =>
  isService(actor) || isOfLead(life, actor);
export const works = (life: TaskLife, actor: ActorFacts) =>
  reportsForLead(life, actor) || isHolder(life, actor);
/** Whoever would be granted more time for the own work. */
export const isParty = (life: TaskLife, actor: ActorFacts) =>
  isOfLead(life, actor) || isHolder(life, actor);

/** The unit that would report for all leads: the focal one where there is one. */
export function compilerFor(life: TaskLife, actor: ActorFacts): string | null {
  if (!reportsForLead(life, actor)) return null;
  if (life.focalUnit === null) return unitFor(life, actor);
  const speaks = isService(actor) || ownUnits(life, actor).includes(life.focalUnit);
  return speaks ? life.focalUnit : null;
}

/** The lead unit the actor heads; null when there is none. */
export const headedUnit = (task: TaskLife, { actor }: Act): string | null =>
  task.leadUnits.find((unit) =>
    actor.posts.some(({ unitId, post }) => unitId === unit && post !== 'staff'),
  ) ?? null;

export const isFreeOf = (actor: ActorFacts, workers: readonly string[]) =>
  !idsOf(actor).some((id) => workers.includes(id));

export const mayJudge = (life: TaskLife, actor: ActorFacts, workers: readonly string[]) =>
  isJudge(actor) &&
  isFreeOf(actor, workers) &&
  (!life.leadUnits.includes(UNITS.office) || isDirecting(actor));

export const workersOf = (life: TaskLife) => [
  ...life.reporters,
  ...[...life.products.values()].flatMap(({ by }) => by),
  ...[...life.occurrences.values()].flatMap(({ by }) => by),
  ...[...life.parts.values()].flatMap(({ by }) => by),
  ...(life.proposal?.by ?? []),
  ...life.holders.map(({ person }) => person),
];
const everyProduct = (life: TaskLife, verdicts: readonly string[]) =>
  [...life.products.values()].every(({ verdict }) => verdicts.includes(verdict));
const awaited = (life: TaskLife) =>
  [...life.products.values()].filter(({ verdict }) => verdict === 'awaited');

export type Rule<Extra extends unknown[] = []> = (
  life: TaskLife,
  act: Act,
  ...extra: Extra
) => boolean;

export const mayStart: Rule = (life, { actor }) => isIn(life, 'assigned') && works(life, actor);

export const mayReport: Rule = (life, { actor, on }) =>
  isIn(life, 'assigned', 'inProgress') &&
  compilerFor(life, actor) !== null &&
  (life.kind !== 'periodic-after-milestone' || life.milestoneOn !== null) &&
  everyProduct(life, ['awaited', 'accepted']) &&
  isAfterLastStep(life, on);

const judgedIn = ({ flow }: TaskLife) => (flow === 'default' ? 'reported' : 'unitApproved');

const mayJudgeResult: Rule = (life, { actor, on }) =>
  isIn(life, judgedIn(life)) && mayJudge(life, actor, workersOf(life)) && isAfterLastStep(life, on);

export const mayReturn: Rule = (life, act) =>
  mayJudgeResult(life, act) ||
  (life.flow === 'two-level' &&
    isIn(life, 'reported') &&
    headedUnit(life, act) !== null &&
    isFreeOf(act.actor, workersOf(life)) &&
    isAfterLastStep(life, act.on));

const isOftenEnough = ({ countOwed, occurrences }: TaskLife) =>
  [...occurrences.values()].filter(({ counts }) => counts).length >= countOwed;

export const mayVerify: Rule<[boolean]> = (life, act, givesReason) =>
  mayJudgeResult(life, act) &&
  (isOftenEnough(life) || (givesReason && isDirecting(act.actor))) &&
  everyProduct(life, life.flow === 'default' ? ['awaited', 'accepted'] : ['accepted']) &&
  awaited(life).every((product) => product.on !== null && act.on >= product.on);

export const mayClose: Rule = (life, { actor, on }) =>
  life.kind === 'ongoing' &&
  isAtWork(life) &&
  isDirecting(actor) &&
  isFreeOf(actor, workersOf(life)) &&
  isAfterLastStep(life, on);

export const mayDrop: Rule = (life, { actor, on }) =>
  life.condition !== null &&
  isIn(life, 'assigned', 'waiting', 'inProgress') &&
  isJudge(actor) &&
  isAfterLastStep(life, on);

export const mayCancel: Rule = (life, { actor, on }) =>
  isUnfinished(life) && isJudge(actor) && isAfterLastStep(life, on);

export const mayReopen: Rule = (life, { actor, on }) =>
  isIn(life, 'completed') && isJudge(actor) && isAfterLastStep(life, on);

export const mayReceive: Rule<[LocalDate | null]> = (life, { actor, on }, dueOn) =>
  isIn(life, 'waiting') &&
  (isOffice(actor) || isService(actor)) &&
  (dueOn === null || (dueOn >= on && (life.dueOn === null || dueOn >= life.dueOn)));

export const mayExtend: Rule<[LocalDate]> = (life, { actor }, dueOn) =>
  isUnfinished(life) &&
  isDirecting(actor) &&
  !isParty(life, actor) &&
  life.dueOn !== null &&
  dueOn > life.dueOn;

export const mayAmend: Rule<[LocalDate | null]> = (life, { actor }, dueOn) =>
  isUnfinished(life) && isJudge(actor) && dueOn !== life.dueOn;

export const mayTellMonth: Rule<[LocalMonth]> = (life, { actor, on }, period) => {
  const unit = unitFor(life, actor);
  return (
    isUnfinished(life) &&
    reportsForLead(life, actor) &&
    unit !== null &&
    period <= on.slice(0, 7) &&
    period >= life.assignedOn.slice(0, 7) &&
    !life.months.has(`${unit} ${period}`)
  );
};

export const mayHandIn: Rule<[string]> = (life, { actor }, productId) =>
  isAtWork(life) &&
  works(life, actor) &&
  ['none', 'returned'].includes(life.products.get(productId)?.verdict ?? 'unknown');

export const mayReturnProduct: Rule<[string]> = (life, { actor, on }, productId) => {
  const product = life.products.get(productId);
  return (
    isAtWork(life) &&
    product?.verdict === 'awaited' &&
    mayJudge(life, actor, product.by) &&
    product.on !== null &&
    on >= product.on
  );
};

/** Puts the task into a state; `day` is the earliest day for the step after it. */
export function moveTo(life: TaskLife, state: string, day: LocalDate | null): void {
  life.state = state;
  life.stepsFrom = day;
}

/** What any first sign of work does to a task nobody has started. */
export function begin(life: TaskLife): void {
  if (life.state === 'assigned') moveTo(life, 'inProgress', null);
}

export function forgetResult(life: TaskLife): void {
  life.reporters = [];
  life.reportedOn = null;
}
