import type { ActorFacts, LocalDate } from '@thidua/kernel';
import type { TaskFacts } from '../task.events';
import { UNITS } from './people';
import type { AskedInput } from './sample-asked';

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
  /** What the assignment said, and the flow it began under. */
  readonly assignment: { readonly asked: AskedInput<'AssignTask'>; readonly flow: string };
  /** What the task depends on; null when it is not conditional. */
  condition: string | null;
  readonly assignedOn: LocalDate;
  state: string;
  dueOn: LocalDate | null;
  /** No step may lie before this day. */
  stepsFrom: LocalDate | null;
  /** How the task came where it stands; empty while it is as assigned. */
  lastStep: string;
  reporters: readonly string[];
  reportedOn: LocalDate | null;
  completedOn: LocalDate | null;
  readonly months: Set<string>;
  readonly products: Map<string, ProductLife>;
  /** The task it goes on as, in which plan; null while it goes on itself. */
  carriedOver: readonly [taskId: string, planId: string] | null;
  milestoneOn: LocalDate | null;
  every: 'month' | 'quarter' | null;
  /** Open periods, each with what the units said that reported on it. */
  readonly periods: Map<string, Map<string, string>>;
  countOwed: number;
  readonly occurrences: Map<string, OccurrenceLife>;
  /** Whether each unit took the task on, as it said last. */
  readonly answers: Map<string, boolean>;
  /** Objections, each with its answer; null while it awaits one. */
  readonly objections: Map<string, { readonly stands: boolean; readonly told: string } | null>;
  /** The last part each unit told of, and by whom. */
  readonly parts: Map<string, Told>;
  proposal: Told | null;
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
  readonly dueOn: LocalDate | null;
  readonly finishedOn: LocalDate | null;
}

/** Something said by somebody for a unit. */
interface Told {
  readonly by: readonly string[];
  readonly unit: string;
  readonly on: LocalDate;
}

interface OccurrenceLife {
  readonly by: readonly string[];
  /** What was said of it, all in one. */
  readonly told: string;
  counts: boolean;
  withdrawnOn: LocalDate | null;
}

/** What is recorded around the work: questions, obstacles, waits, wishes for more time, and what was said already. */
export interface Around {
  coordinating: readonly string[];
  readonly requests: Map<string, RequestLife>;
  readonly obstacles: Map<string, { unit: string; on: LocalDate; resolvedOn: LocalDate | null }>;
  readonly waits: Map<string, { on: LocalDate; endedOn: LocalDate | null; isConfirmed: boolean }>;
  readonly wishes: Map<string, { dueOn: LocalDate; on: LocalDate; decided: string | null }>;
  readonly said: Set<string>;
  lastHandOver: string;
  supervisor: string | null;
  title: string;
  priority: 'normal' | 'high';
  readonly predecessors: Set<string>;
  /** A timer due for this day or an earlier one does not strike. */
  owedSince: LocalDate;
  readonly struck: Set<string>;
  /** To what the due date of the assignment was last corrected; empty while it was not. */
  corrected: readonly (LocalDate | null)[];
}

interface RequestLife {
  unit: string;
  readonly on: LocalDate;
  readonly answerDueOn: LocalDate | null;
  answeredOn: LocalDate | null;
}

interface ProductLife {
  verdict: 'none' | 'awaited' | 'accepted' | 'returned';
  by: readonly string[];
  on: LocalDate | null;
  returnedOn: LocalDate | null;
}

/** A product of which nothing was handed in yet. */
export const UNTOUCHED: ProductLife = { verdict: 'none', by: [], on: null, returnedOn: null };

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
/** Whoever would be granted more time for the own work; a post in the department itself is above every unit. */
export const isParty = (life: TaskLife, actor: ActorFacts) =>
  isHolder(life, actor) ||
  unitsOf(actor).some((unit) => unit !== UNITS.department && life.leadUnits.includes(unit));

/** The unit that would report for all leads: the focal one where there is one. */
export function compilerFor(life: TaskLife, actor: ActorFacts): string | null {
  if (!reportsForLead(life, actor)) return null;
  if (life.focalUnit === null) return unitFor(life, actor);
  const speaks = isService(actor) || ownUnits(life, actor).includes(life.focalUnit);
  return speaks ? life.focalUnit : null;
}

/** The lead units the actor heads; one, where the unit acted in decides between several. */
export function headedUnits(life: TaskLife, { actor, posts }: ActorFacts): readonly string[] {
  const headed = life.leadUnits.filter((unit) =>
    posts.some(({ unitId, post }) => unitId === unit && post !== 'staff'),
  );
  return headed.filter((unit) => unit === actor.unitId).length > 0 ? [actor.unitId ?? ''] : headed;
}

/** The lead unit the actor heads; null when there is none. */
export const headedUnit = (life: TaskLife, { actor }: Act): string | null =>
  headedUnits(life, actor)[0] ?? null;

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

/** Whether every product stands at one of the verdicts. */
export const everyProduct = (life: TaskLife, verdicts: readonly string[]) =>
  [...life.products.values()].every(({ verdict }) => verdicts.includes(verdict));
export const awaitedProducts = (life: TaskLife) =>
  [...life.products.values()].filter(({ verdict }) => verdict === 'awaited');

export const isOftenEnough = ({ countOwed, occurrences }: TaskLife) =>
  [...occurrences.values()].filter(({ counts }) => counts).length >= countOwed;

/** The step by which a task came where it stands, told by what it says; two that say the same are one. */
export const toldStep = (command: string, ...words: readonly unknown[]) =>
  JSON.stringify([command, ...words]);

/** Puts the task into a state; `day` is the earliest day for the step after it, null where the step has no day of its own. */
export function moveTo(
  life: TaskLife,
  state: string,
  { day, told }: { readonly day: LocalDate | null; readonly told: string },
): void {
  life.state = state;
  life.stepsFrom = day;
  life.lastStep = told;
}

/** The event by which work begins that nobody has started. */
export const beginning = (life: TaskLife) =>
  life.state === 'assigned' ? (['WorkStarted'] as const) : [];

/** What any first sign of work does to a task nobody has started. */
export function begin(life: TaskLife, { on }: Act): void {
  if (life.state !== 'assigned') return;
  moveTo(life, 'inProgress', { day: null, told: toldStep('StartWork', on) });
}

/** New leads by order from above: whose unit no longer leads keeps no open part. */
export function lead(life: TaskLife, units: readonly string[], focal: string | null): void {
  life.leadUnits = units;
  life.focalUnit = focal;
  life.around.coordinating = life.around.coordinating.filter((unit) => !units.includes(unit));
  life.holders = life.holders.filter(
    ({ unit, finishedOn }) => finishedOn !== null || units.includes(unit),
  );
}

/** A new due date from above: the work is owed anew, so no timer strikes for a day before. */
export function owe(life: TaskLife, { on }: Act, dueOn: LocalDate | null): void {
  life.dueOn = dueOn;
  life.around.owedSince = on;
}

/** Other products by order from above; those that stay keep what became of them. */
export function owing(life: TaskLife, products: readonly string[]): void {
  const kept = products.map((id) => [id, life.products.get(id) ?? UNTOUCHED] as const);
  life.products.clear();
  for (const [id, product] of kept) life.products.set(id, { ...product });
}

export function forgetResult(life: TaskLife): void {
  life.reporters = [];
  life.reportedOn = null;
}
