import { addDays, type ActorFacts } from '@thidua/kernel';
import { sampleAsked, type AskedInput } from './sample-asked';
import { NOBODY, UNITS } from './people';
import { ask } from './task.fixtures';
import * as life from './task-life.model';
import { foretold, NOTHING_NEW, type MoveOf, type Refusal } from './task-life.move';
import { first } from './task-life.refusals';

type Asked = AskedInput<'AssignTask'>;

/** Who signs plans, types them in, or sends them from another system. */
const mayAssign = (actor: ActorFacts) => life.isJudge(actor) || life.isService(actor);

const product = { productId: 'sp-1', title: 'Báo cáo' };
const lead = { unitId: UNITS.lead, role: 'lead' as const };

/** Assignments that cannot be: what is wrong with each, and the answer to it; beside these a day before the first possible one. */
const FAULTS: readonly (readonly [wrong: Partial<Asked>, answer: Refusal])[] = [
  [{ leads: [{ unitId: NOBODY, role: 'lead' }] }, 'UNIT_NOT_FOUND'],
  [{ leads: [lead, lead] }, 'UNIT_NAMED_TWICE'],
  [{ coordinatingUnitIds: [UNITS.lead], leads: [lead] }, 'LEAD_ALSO_COORDINATES'],
  [{ supervisingLeaderId: NOBODY }, 'PERSON_NOT_FOUND'],
  [{ products: [product, product] }, 'PRODUCT_NAMED_TWICE'],
  [{ awaitsTrigger: true, condition: null }, 'CONDITION_MISSING'],
];

/** An assignment with one fault, before there is a task, and how it is answered. */
export function faulty(asked: Asked, at: number, actor: ActorFacts) {
  const dayBefore = { dueOn: sampleAsked.AssignTask.dueOn ?? null };
  const tooEarly = { ...dayBefore, notBefore: dayBefore.dueOn && addDays(dayBefore.dueOn, 1) };
  const [wrong, answer] = FAULTS[at] ?? [tooEarly, 'DAY_TOO_EARLY' as const];
  return {
    command: ask('AssignTask', { ...asked, ...wrong }),
    refusal: first(!mayAssign(actor) && 'ROLE_NOT_ALLOWED', answer),
  };
}

/** The assignment said again, by the flag with another title. */
export const assigningMoves = {
  assign: (task, act, { flag }) => {
    const { asked, flow } = task.assignment;
    const isSame = !flag && act.on === task.assignedOn && task.flow === flow;
    const refusal = first(
      !mayAssign(act.actor) && 'ROLE_NOT_ALLOWED',
      isSame ? NOTHING_NEW : 'TASK_ALREADY_ASSIGNED',
    );
    const command = ask('AssignTask', { ...asked, ...(flag ? { title: 'Xây dựng đề án' } : {}) });
    const move = foretold(command, refusal, [], () => undefined);
    return { ...move, evenCarriedOver: true, evenBefore: true };
  },
} as const satisfies Record<string, MoveOf>;
