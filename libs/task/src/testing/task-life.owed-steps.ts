import { ask, named } from './task.fixtures';
import type { TaskFacts } from '../task.events';
import { sampleFacts } from './sample-course';
import * as life from './task-life.model';
import type { Act, TaskLife } from './task-life.model';
import { foretold, NOTHING_NEW, type MoveOf } from './task-life.move';
import {
  anyTime,
  atWork,
  early,
  evenAfter,
  first,
  speaking,
  speakingAsHead,
} from './task-life.refusals';
import { paper } from './sample-work';
import { UNITS } from './people';

/** What is looked up of the other task: by the twist there is none, it is of another plan, or of the same year. */
function otherTask(twist: number, year: number, planId: string) {
  const facts: TaskFacts<'TaskAssigned'> = { ...sampleFacts.TaskAssigned, year, planId };
  if (twist === 1) return { named: named({ otherTask: null }) };
  if (twist === 2) return { named: named({ otherTask: { ...facts, planId: 'kh-khac' } }) };
  if (twist === 3) return { named: named({ otherTask: { ...facts, year: 2026 } }) };
  return twist === 4 ? { named: named({ otherTask: facts }) } : { named: null };
}

const OTHER_TASK_REFUSALS = [
  null,
  'NAMED_TASK_NOT_FOUND',
  'NAMED_TASK_NOT_IN_PLAN',
  'NOT_A_LATER_YEAR',
] as const;

const objects = (task: TaskLife, unit: string, reason: string) =>
  task.around.said.has(`objected ${unit} ${reason}`);

/** How the objection of the first division is answered: it stands, or other units lead. */
function answerOf(twist: number) {
  const other = [{ unitId: UNITS.otherLead, role: 'lead' as const }];
  if (twist === 1)
    return { leads: [{ unitId: UNITS.lead, role: 'lead' as const }], document: paper };
  if (twist === 2) return { leads: other, document: null };
  return twist === 3 ? { leads: other, document: paper } : { leads: null, document: null };
}

/** Moves about what both sides owe each other, beside the course of the work itself. */
export const owedMoves = {
  accept: (task, act) => {
    const unit = life.headedUnit(task, act);
    const refusal = first(
      early(task, unit !== null),
      speakingAsHead(task, act),
      task.answers.get(unit ?? '') === true && NOTHING_NEW,
    );
    return foretold(ask('AcceptTask'), refusal, ['TaskAccepted'], () => {
      task.answers.set(unit ?? '', true);
      if (task.objections.get(unit ?? '') === null) task.objections.delete(unit ?? '');
    });
  },
  object: (task, act, { twist }) => {
    const unit = life.headedUnit(task, act) ?? '';
    const reason = twist === 1 ? 'Quá tải' : 'Không thuộc chức năng';
    const refusal = first(
      early(task, unit !== ''),
      speakingAsHead(task, act),
      task.answers.get(unit) === true && 'TASK_ALREADY_ACCEPTED',
      objects(task, unit, reason) && NOTHING_NEW,
      task.objections.get(unit)?.stands === true && 'DECLINE_ALREADY_ANSWERED',
    );
    return foretold(ask('DeclineTask', { reason }), refusal, ['TaskDeclined'], () => {
      task.answers.set(unit, false);
      task.objections.set(unit, null);
      task.around.said.add(`objected ${unit} ${reason}`);
    });
  },
  /** The model's office answers objections of the first division only. */
  answerObjection: (task, act, { twist }) => {
    const { leads, document } = answerOf(twist);
    const objection = task.objections.get(UNITS.lead);
    const told = JSON.stringify([act.on, leads === null, document]);
    const isChange =
      twist === 3 && (String(task.leadUnits) !== UNITS.otherLead || task.focalUnit !== null);
    const refusal = first(
      early(task, life.isJudge(act.actor)),
      objection?.told === told && NOTHING_NEW,
      objection !== null && 'DECLINE_NOT_FOUND',
      !life.mayJudge(task, act.actor, []) && 'GUARD_FAILED',
      twist === 1 && 'DECLINED_UNIT_STILL_LEADS',
      twist === 2 && 'REQUIREMENT_MISSING',
    );
    const amended = isChange ? (['TaskAmended'] as const) : [];
    const command = ask('AnswerDecline', { leads, document });
    return foretold(command, refusal, ['DeclineAnswered', ...amended], () => {
      task.objections.set(UNITS.lead, { stands: leads === null, told });
      if (isChange) life.lead(task, [UNITS.otherLead], null);
    });
  },
  // Seldom into another task, for a course is over with it; otherwise into itself, which never goes.
  carryOver: (task, act, { flag, productId, twist }) => {
    const isOther = flag && productId === 'sp-la';
    const to = twist === 5 ? (['nv-3', 'kh-2027'] as const) : (['nv-2', 'kh-2027'] as const);
    const [toTaskId, toPlanId] = isOther ? to : (['nv-1', 'kh-2027'] as const);
    const isSame = String(task.carriedOver) === String([toTaskId, toPlanId]);
    const refusal = first(
      anyTime(task, life.isJudge(act.actor)),
      task.carriedOver !== null && (isSame ? NOTHING_NEW : 'ALREADY_CARRIED_OVER'),
      !isOther && 'TASK_REFERS_TO_ITSELF',
      OTHER_TASK_REFUSALS[twist] ?? null,
    );
    const command = ask('CarryOverTask', { toTaskId, toPlanId });
    const move = foretold(command, refusal, ['TaskCarriedOver'], () => {
      task.carriedOver = [toTaskId, toPlanId];
    });
    return { ...move, evenCarriedOver: true, lookedUp: otherTask(twist, 2027, 'kh-2027') };
  },
  namePredecessor: (task, act, { productId, flag, twist }) => {
    const fromTaskId = flag ? productId : 'nv-1';
    const refusal = first(
      evenAfter(task, life.isJudge(act.actor) || life.isService(act.actor)),
      task.around.predecessors.has(fromTaskId) && NOTHING_NEW,
      !flag && 'TASK_REFERS_TO_ITSELF',
      OTHER_TASK_REFUSALS[twist] ?? null,
    );
    const move = foretold(
      ask('NamePredecessor', { fromTaskId }),
      refusal,
      ['PredecessorNamed'],
      () => {
        task.around.predecessors.add(fromTaskId);
      },
    );
    return { ...move, evenCarriedOver: true, lookedUp: otherTask(twist, 2025, 'kh-2025') };
  },
  tellPart: (task, act) => {
    const unit = life.unitFor(task, act.actor) ?? '';
    const refusal = first(
      atWork(task, life.reportsForLead(task, act.actor)),
      task.leadUnits.length === 1 && 'ONLY_ONE_LEAD',
      speaking(task, act, task.leadUnits),
      isSameTold(task.parts.get(unit), act, unit) && NOTHING_NEW,
    );
    const events = [...life.beginning(task), 'LeadPartReported'] as const;
    return foretold(ask('ReportLeadPart'), refusal, events, () => {
      task.parts.set(unit, { by: life.idsOf(act.actor), unit, on: act.on });
      life.begin(task, act);
    });
  },
  propose: (task, act) => {
    const unit = life.headedUnit(task, act);
    const refusal = first(
      atWork(task, unit !== null),
      task.kind !== 'ongoing' && 'GUARD_FAILED',
      speakingAsHead(task, act),
      isSameTold(task.proposal, act, unit ?? '') && NOTHING_NEW,
    );
    return foretold(ask('ProposeClosing'), refusal, ['OngoingClosingProposed'], () => {
      task.proposal = { by: life.idsOf(act.actor), unit: unit ?? '', on: act.on };
    });
  },
} as const satisfies Record<string, MoveOf>;

function isSameTold(before: TaskLife['proposal'] | undefined, { actor, on }: Act, unit: string) {
  const by = String(life.idsOf(actor));
  return before?.on === on && before.unit === unit && String(before.by) === by;
}
