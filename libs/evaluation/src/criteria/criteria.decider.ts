import {
  compareRational,
  invariant,
  parseRational,
  type Decider,
  type DecisionContext,
} from '@thidua/kernel';
import { mayKeepEvaluations } from '../cycle/evaluation-roles';
import { isSameAmount } from '../fraction-fields';
import { sameFacts } from '../same-facts';
import type { CriteriaCommand } from './criteria.commands';
import type { CriteriaEvent, CriterionStage } from './criteria.events';
import { rejectCriteria as reject } from './criteria.rejections';
import {
  evolveCriteria,
  noCriteria,
  type CriteriaSheet,
  type CriterionState,
} from './criteria.state';

/** What was looked up for a decision on a criteria sheet. */
export interface CriteriaContext extends DecisionContext {
  readonly sheetId: string;
  /** Who recorded the self-score now in force, by criterion. */
  readonly selfScorers: ReadonlyMap<string, string>;
}

type Of<Type extends CriteriaCommand['type']> = Extract<CriteriaCommand, { type: Type }>['data'];

function requireOffice({ actor }: CriteriaContext): void {
  if (!mayKeepEvaluations(actor)) reject('CRITERIA_OFFICE_ONLY');
}

/** The unit in charge speaks for its own criterion; the Office and the leaders for all. */
function requireInCharge(
  { criterionId, unitId }: CriterionState,
  { actor }: CriteriaContext,
): void {
  const isOwn = actor.actor.kind === 'person' && actor.posts.some((held) => held.unitId === unitId);
  if (isOwn || mayKeepEvaluations(actor)) return;
  reject('CRITERIA_UNIT_ONLY', { criterionId, unitId: unitId ?? '–' });
}

function open(
  data: Of<'OpenCriteriaSheet'>,
  { opened }: CriteriaSheet,
  context: CriteriaContext,
): readonly CriteriaEvent[] {
  requireOffice(context);
  const { sheetId, on } = context;
  if (opened !== null) {
    const { openedOn, ...earlier } = opened;
    if (sameFacts({ ...data, sheetId, openedOn }, { ...earlier, openedOn })) return [];
    return reject('CRITERIA_SHEET_EXISTS', { sheetId });
  }
  const ids = data.criteria.map(({ criterionId }) => criterionId);
  const twice = ids.filter((each, index) => ids.indexOf(each) < index);
  if (twice.length > 0) return reject('CRITERION_TWICE', { ids: twice });
  return [{ type: 'CriteriaSheetOpened', data: { ...data, sheetId, openedOn: on } }];
}

function criterionOf({ criteria }: CriteriaSheet, criterionId: string): CriterionState {
  const found = criteria.find((each) => each.criterionId === criterionId);
  const known = criteria.map((each) => each.criterionId);
  return found ?? reject('CRITERION_NOT_FOUND', { criterionId, known });
}

function requirePoints(
  { criterionId, max: ownMax, surveyMax }: CriterionState,
  { points, stage }: Of<'ScoreCriterion'>,
): void {
  const max = stage === 'survey' ? surveyMax : ownMax;
  const [given, most] = [parseRational(points), parseRational(max)];
  invariant(given !== null && most !== null, `points are numbers: ${points}, ${max}`);
  if (compareRational(given, most) > 0) {
    reject('CRITERION_POINTS_TOO_HIGH', { criterionId, points, max });
  }
}

const BEFORE: Readonly<Partial<Record<CriterionStage, CriterionStage>>> = {
  appraised: 'self',
  final: 'appraised',
};

function score(
  data: Of<'ScoreCriterion'>,
  sheet: CriteriaSheet,
  context: CriteriaContext,
): readonly CriteriaEvent[] {
  const criterion = criterionOf(sheet, data.criterionId);
  const { criterionId, points, notArisen } = criterion;
  const { stage } = data;
  if (stage === 'self') requireInCharge(criterion, context);
  else requireOffice(context);
  const earlier = points[stage];
  const isSame =
    earlier !== undefined &&
    isSameAmount(earlier.points, data.points) &&
    earlier.reason === data.reason;
  if (isSame) return [];
  if (notArisen !== null) return reject('CRITERION_DID_NOT_ARISE', { criterionId });
  requirePoints(criterion, data);
  const missing = BEFORE[stage];
  if (missing !== undefined && points[missing] === undefined) {
    return reject('CRITERION_STAGE_TOO_EARLY', { criterionId, missing, stage });
  }
  if (stage === 'appraised' && context.selfScorers.get(criterionId) === context.actor.actor.id) {
    return reject('CRITERION_APPRAISED_BY_ITSELF', { criterionId });
  }
  const { sheetId, on: scoredOn } = context;
  return [{ type: 'CriterionScored', data: { ...data, sheetId, scoredOn } }];
}

function link(
  { criterionId, evidence }: Of<'LinkEvidence'>,
  sheet: CriteriaSheet,
  context: CriteriaContext,
): readonly CriteriaEvent[] {
  const criterion = criterionOf(sheet, criterionId);
  requireInCharge(criterion, context);
  if (criterion.evidence.some((each) => sameFacts(each, evidence))) return [];
  const { sheetId, on: linkedOn } = context;
  return [{ type: 'EvidenceLinked', data: { sheetId, criterionId, evidence, linkedOn } }];
}

function markNotArisen(
  { criterionId, reason }: Of<'MarkCriterionNotArisen'>,
  sheet: CriteriaSheet,
  context: CriteriaContext,
): readonly CriteriaEvent[] {
  requireOffice(context);
  const { notArisen, points } = criterionOf(sheet, criterionId);
  if (notArisen !== null) return [];
  if (Object.keys(points).length > 0) return reject('CRITERION_ALREADY_SCORED', { criterionId });
  const { sheetId, on: recordedOn } = context;
  return [{ type: 'CriterionNotArisen', data: { sheetId, criterionId, reason, recordedOn } }];
}

const isAsked = (max: string): boolean => (parseRational(max)?.numerator ?? 0n) > 0n;

/** Numbers a criterion still owes before the sheet may be closed. */
function owed({
  criterionId,
  max,
  surveyMax,
  points,
  notArisen,
}: CriterionState): readonly string[] {
  if (notArisen !== null) return [];
  const stages = [
    ...(isAsked(max) && points.appraised === undefined ? ['appraised'] : []),
    ...(isAsked(surveyMax) && points.survey === undefined ? ['survey'] : []),
  ];
  return stages.map((stage) => `${criterionId} (${stage})`);
}

function close(
  { criteria, closed }: CriteriaSheet,
  context: CriteriaContext,
): readonly CriteriaEvent[] {
  requireOffice(context);
  if (closed !== null) return [];
  const missing = criteria.flatMap(owed);
  if (missing.length > 0) return reject('CRITERIA_INCOMPLETE', { missing });
  const { sheetId, on: closedOn } = context;
  return [{ type: 'CriteriaSheetClosed', data: { sheetId, closedOn } }];
}

function requireOpen({ opened, closed }: CriteriaSheet, { sheetId }: CriteriaContext): void {
  if (opened === null) reject('CRITERIA_SHEET_NOT_FOUND', { sheetId });
  if (closed !== null) reject('CRITERIA_SHEET_CLOSED', { sheetId, closedOn: closed.closedOn });
}

function decide(
  command: CriteriaCommand,
  sheet: CriteriaSheet,
  context: CriteriaContext,
): readonly CriteriaEvent[] {
  if (command.type === 'OpenCriteriaSheet') return open(command.data, sheet, context);
  if (command.type === 'CloseCriteriaSheet' && sheet.closed !== null) return close(sheet, context);
  requireOpen(sheet, context);
  switch (command.type) {
    case 'ScoreCriterion':
      return score(command.data, sheet, context);
    case 'LinkEvidence':
      return link(command.data, sheet, context);
    case 'MarkCriterionNotArisen':
      return markNotArisen(command.data, sheet, context);
    case 'CloseCriteriaSheet':
      return close(sheet, context);
  }
}

/** The self-scoring of administrative reform (stream `criteria-<sheetId>`). */
export const criteriaDecider: Decider<
  CriteriaCommand,
  CriteriaEvent,
  CriteriaSheet,
  CriteriaContext
> = { category: 'criteria', initialState: noCriteria, decide, evolve: evolveCriteria };
