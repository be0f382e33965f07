import {
  compareRational,
  invariant,
  parseRational,
  type Decider,
  type DecisionContext,
} from '@thidua/kernel';
import { isDepartmentLeader, mayKeepEvaluations } from '../cycle/evaluation-roles';
import { isSameAmount } from '../fraction-fields';
import { sameFacts } from '../same-facts';
import type { MarksCommand } from './marks.commands';
import type { MarksEvent } from './marks.events';
import { rejectMarks as reject } from './marks.rejections';
import { entriesOf, evolveMarks, noMarks, type MarksFacts, type MarksState } from './marks.state';

/** What was looked up for a decision on a person’s marks. */
export interface MarksContext extends DecisionContext {
  readonly personId: string;
  readonly year: number;
  /** Posts the person holds on the day. */
  readonly personPosts: readonly { readonly unitId: string; readonly post: string }[];
  /** Items of the general criteria with their maxima. */
  readonly generalItems: ReadonlyMap<string, string>;
  /** Of the product the command names, in the catalogue in force; null where there is none. */
  readonly coefficient: { readonly value: string; readonly catalogueVersion: string } | null;
}

type Of<Type extends MarksCommand['type']> = Extract<MarksCommand, { type: Type }>['data'];
type Decide<Type extends MarksCommand['type']> = (
  data: Of<Type>,
  state: MarksState,
  context: MarksContext,
) => MarksEvent;

/** Article 10: the head of a unit scores its deputies and staff, a leader of the department everybody but themselves. */
function requireSuperior({ actor, personId, personPosts }: MarksContext): void {
  const isSelf = actor.actor.id === personId || actor.actor.onBehalfOf?.personId === personId;
  const isHead = actor.posts.some(
    ({ unitId, post }) =>
      post === 'head' && personPosts.some((held) => held.unitId === unitId && held.post !== 'head'),
  );
  if (!isSelf && (isHead || isDepartmentLeader(actor))) return;
  reject('MARKS_SUPERIOR_ONLY', { personId });
}

function requireOffice({ actor }: MarksContext): void {
  if (!mayKeepEvaluations(actor)) reject('MARKS_OFFICE_ONLY');
}

function requirePeriod(period: string, { year }: MarksContext): void {
  if (!period.startsWith(`${year}-`)) reject('PERIOD_OUTSIDE_YEAR', { period, year });
}

function requireFree(earlier: { readonly entryId: string } | undefined): void {
  if (earlier !== undefined) reject('ALREADY_RECORDED', { entryId: earlier.entryId });
}

const ownOf = ({ personId, year }: MarksContext) => ({ personId, year });

const fixCoefficient: Decide<'FixCoefficient'> = (data, _state, context) => {
  if (!mayKeepEvaluations(context.actor)) requireSuperior(context);
  requirePeriod(data.period, context);
  const { coefficient, on } = context;
  if (coefficient === null) {
    return reject('PRODUCT_NOT_IN_CATALOGUE', { productId: data.productId });
  }
  const { value, catalogueVersion } = coefficient;
  const fixed = { coefficient: value, catalogueVersion, fixedOn: on };
  return { type: 'CoefficientFixed', data: { ...ownOf(context), ...data, ...fixed } };
};

function workOf(state: MarksState, workId: string): MarksFacts<'CoefficientFixed'> {
  const found = entriesOf(state, 'CoefficientFixed').find(({ entryId }) => entryId === workId);
  return found ?? reject('WORK_NOT_FOUND', { workId });
}

/** Accepted and handed-off units together stay within what was assigned. */
function requireUnits(state: MarksState, workId: string, units: number): void {
  const { quantity } = workOf(state, workId);
  const earlier = [...entriesOf(state, 'UnitsAccepted'), ...entriesOf(state, 'WorkHandedOff')]
    .filter((each) => each.workId === workId)
    .reduce((total, each) => total + each.units, 0);
  const used = earlier + units;
  if (used > quantity) reject('MORE_THAN_ASSIGNED', { used, quantity });
}

const acceptUnits: Decide<'AcceptUnits'> = (data, state, context) => {
  requireSuperior(context);
  requireUnits(state, data.workId, data.units);
  const { actor, on } = context;
  const by = { acceptedBy: actor.actor.id, acceptedOn: on };
  return { type: 'UnitsAccepted', data: { ...ownOf(context), ...data, ...by } };
};

const confirmCause: Decide<'ConfirmObjectiveCause'> = (data, state, context) => {
  requireSuperior(context);
  workOf(state, data.workId);
  const { actor, on } = context;
  const by = { confirmedBy: actor.actor.id, confirmedOn: on };
  return { type: 'ObjectiveCauseConfirmed', data: { ...ownOf(context), ...data, ...by } };
};

const handOff: Decide<'HandOffWork'> = (data, state, context) => {
  if (!mayKeepEvaluations(context.actor)) requireSuperior(context);
  if (data.toPersonId === context.personId) return reject('HANDED_TO_ONESELF');
  requireUnits(state, data.workId, data.units);
  return { type: 'WorkHandedOff', data: { ...ownOf(context), ...data } };
};

type Items = Of<'ProposeGeneralMarks'>['items'];

/** Every item once, none above its maximum. */
function checkItems(items: Items, { generalItems }: MarksContext): void {
  const ids = items.map(({ id }) => id);
  const wrong = [
    ...ids.filter((id, index) => !generalItems.has(id) || ids.indexOf(id) < index),
    ...[...generalItems.keys()].filter((id) => !ids.includes(id)),
  ];
  if (wrong.length > 0) reject('ITEMS_DO_NOT_MATCH', { items: wrong });
  for (const { id: item, mark } of items) {
    const max = generalItems.get(item) ?? '0';
    const [given, most] = [parseRational(mark), parseRational(max)];
    invariant(given !== null && most !== null, `marks are numbers: ${mark}, ${max}`);
    if (compareRational(given, most) > 0) reject('MARK_TOO_HIGH', { item, mark, max });
  }
}

const propose: Decide<'ProposeGeneralMarks'> = (data, state, context) => {
  const { actor, personId } = context;
  if (actor.actor.kind !== 'person' || actor.actor.id !== personId) {
    return reject('MARKS_SELF_ONLY', { personId });
  }
  requirePeriod(data.period, context);
  checkItems(data.items, context);
  const earlier = entriesOf(state, 'GeneralMarksProposed');
  requireFree(earlier.find(({ period }) => period === data.period));
  return { type: 'GeneralMarksProposed', data: { ...ownOf(context), ...data } };
};

const isSameItems = (a: Items, b: Items): boolean =>
  a.every(({ id, mark }) => b.some((each) => each.id === id && isSameAmount(each.mark, mark)));

const confirm: Decide<'ConfirmGeneralMarks'> = (data, state, context) => {
  requireSuperior(context);
  requirePeriod(data.period, context);
  checkItems(data.items, context);
  const isOfPeriod = ({ period }: { readonly period: string }) => period === data.period;
  requireFree(entriesOf(state, 'GeneralMarksConfirmed').find(isOfPeriod));
  const proposed = entriesOf(state, 'GeneralMarksProposed').find(isOfPeriod);
  const asProposed = proposed !== undefined && isSameItems(data.items, proposed.items);
  if (!asProposed && data.reason === null) return reject('REASON_NEEDED');
  const confirmedBy = context.actor.actor.id;
  return { type: 'GeneralMarksConfirmed', data: { ...ownOf(context), ...data, confirmedBy } };
};

const setLevel: Decide<'SetLeaderLevel'> = (data, state, context) => {
  requireSuperior(context);
  requirePeriod(data.period, context);
  const { level, period, variable } = data;
  if (level !== '100' && level !== '50') return reject('LEVEL_NOT_100_OR_50', { level });
  const earlier = entriesOf(state, 'LeaderLevelSet');
  requireFree(earlier.find((each) => each.period === period && each.variable === variable));
  const setBy = context.actor.actor.id;
  return { type: 'LeaderLevelSet', data: { ...ownOf(context), ...data, level, setBy } };
};

const recordLeave: Decide<'RecordLeave'> = (data, _state, context) => {
  requireOffice(context);
  const { fromOn, untilOn } = data;
  if (untilOn !== null && untilOn < fromOn) {
    return reject('LEAVE_ENDS_BEFORE_IT_BEGINS', { fromOn, untilOn });
  }
  return { type: 'LeaveRecorded', data: { ...ownOf(context), ...data } };
};

const recordViolation: Decide<'RecordViolation'> = (data, state, context) => {
  requireOffice(context);
  const { kind, discipline, unitId, actId } = data;
  if ((kind === 'DISCIPLINED') !== (discipline !== null)) {
    return reject('DISCIPLINE_MISSING', { kind, field: 'discipline' });
  }
  if ((kind === 'UNIT_CORRUPTION') !== (unitId !== null)) {
    return reject('DISCIPLINE_MISSING', { kind, field: 'unitId' });
  }
  requireFree(entriesOf(state, 'ViolationRecorded').find((each) => each.actId === actId));
  return { type: 'ViolationRecorded', data: { ...ownOf(context), ...data } };
};

const recordUnitClass: Decide<'RecordUnitClass'> = (data, state, context) => {
  requireOffice(context);
  const earlier = entriesOf(state, 'HeadedUnitClassed');
  requireFree(earlier.find(({ unitId }) => unitId === data.unitId));
  return { type: 'HeadedUnitClassed', data: { ...ownOf(context), ...data } };
};

const receiveScore: Decide<'ReceiveOutsideScore'> = (data, state, context) => {
  requireOffice(context);
  requirePeriod(data.period, context);
  const earlier = entriesOf(state, 'OutsideScoreReceived');
  requireFree(earlier.find(({ period }) => period === data.period));
  return { type: 'OutsideScoreReceived', data: { ...ownOf(context), ...data } };
};

/** Whoever might have recorded the entry may withdraw it; a proposal the person alone, the rest a superior or the Office. */
const withdraw: Decide<'WithdrawEntry'> = (data, { entries }, context) => {
  const meant = entries.find(({ data: { entryId } }) => entryId === data.withdraws);
  if (meant === undefined) return reject('ENTRY_NOT_FOUND', { entryId: data.withdraws });
  const { personId, actor } = context;
  const isOwn = meant.type === 'GeneralMarksProposed' && actor.actor.id === personId;
  if (!isOwn && !mayKeepEvaluations(actor)) requireSuperior(context);
  return { type: 'EntryWithdrawn', data: { ...ownOf(context), ...data } };
};

const decisions: { readonly [Type in MarksCommand['type']]: Decide<Type> } = {
  FixCoefficient: fixCoefficient,
  AcceptUnits: acceptUnits,
  ConfirmObjectiveCause: confirmCause,
  HandOffWork: handOff,
  ProposeGeneralMarks: propose,
  ConfirmGeneralMarks: confirm,
  SetLeaderLevel: setLevel,
  RecordLeave: recordLeave,
  RecordViolation: recordViolation,
  RecordUnitClass: recordUnitClass,
  ReceiveOutsideScore: receiveScore,
  WithdrawEntry: withdraw,
};

/** What the command said is in the entry already, beside what was looked up when it was recorded. */
function repeats(command: MarksCommand, { entries, withdrawn }: MarksState): boolean {
  const { entryId } = command.data;
  const earlier = [...entries, ...withdrawn].find((each) => each.data.entryId === entryId);
  if (earlier === undefined) return false;
  const same = sameFacts({ ...earlier.data, ...command.data }, earlier.data);
  return same || reject('ENTRY_ID_TAKEN', { entryId });
}

/** Marks and facts of one person’s year (stream `marks-<personId>.<year>`). */
export const marksDecider: Decider<MarksCommand, MarksEvent, MarksState, MarksContext> = {
  category: 'marks',
  initialState: noMarks,
  decide: (command, state, context) => {
    if (repeats(command, state)) return [];
    // The decision under a type takes the data of that type, which the type system cannot follow through the table.
    const decideEntry = decisions[command.type] as (
      data: unknown,
      state: MarksState,
      context: MarksContext,
    ) => MarksEvent;
    return [decideEntry(command.data, state, context)];
  },
  evolve: evolveMarks,
};
