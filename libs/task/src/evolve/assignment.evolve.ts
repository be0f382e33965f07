import type { UnitId } from '@thidua/kernel';
import type { TaskEventType, TaskFacts } from '../task.events';
import type { Assignment, LeadUnit, Task } from '../task.state';
import { noting, type Evolvers } from './evolver';

/** A task as it stands right after its assignment. */
export const begun = (assignment: TaskFacts<'TaskAssigned'>): Task => ({
  taskId: assignment.taskId,
  assignment,
  workflow: assignment.workflow,
  state: assignment.state,
  enteredBy: null,
  title: assignment.title,
  leads: assignment.leads,
  coordinatingUnitIds: assignment.coordinatingUnitIds,
  dueOn: assignment.dueOn,
  condition: assignment.condition,
  products: assignment.products.map((product) => ({
    ...product,
    attempts: 0,
    verdict: 'none',
    handIn: null,
    returned: null,
  })),
  answers: [],
  declines: [],
  assignments: [],
  coordination: [],
  reports: [],
  obstacles: [],
  waits: [],
  extensions: [],
  result: null,
  resultAttempts: 0,
  completedOn: null,
  leadParts: [],
  closingProposal: null,
  priority: 'normal',
  supervisingLeaderId: assignment.supervisingLeaderId,
  series: null,
  periods: [],
  countTarget: null,
  occurrences: [],
  predecessorIds: [],
  milestoneReachedOn: null,
  carriedOver: null,
  noted: [],
  urging: {
    owedSince: assignment.assignedOn,
    enteredOn: assignment.assignedOn,
    struck: [],
  },
});

const answered = (task: Task, unitId: UnitId, accepted: boolean): Task => ({
  ...task,
  answers: [...task.answers.filter((answer) => answer.unitId !== unitId), { unitId, accepted }],
});

const declined = (task: Task, unitId: UnitId): Task => ({
  ...task,
  declines: [
    ...task.declines.filter((decline) => decline.unitId !== unitId),
    { unitId, answered: null },
  ],
});

/** A lead unit that takes over from another keeps the heavier of the two roles when it led already. */
function leadsAfter(leads: readonly LeadUnit[], from: UnitId, to: UnitId): readonly LeadUnit[] {
  if (from === to) return leads;
  const involved = leads.filter(({ unitId }) => unitId === from || unitId === to);
  const role = involved.some((lead) => lead.role === 'lead') ? 'lead' : 'focal';
  return leads
    .filter(({ unitId }) => unitId !== to || leads.every((lead) => lead.unitId !== from))
    .map((lead) => (lead.unitId === from ? { unitId: to, role } : lead));
}

/** Everything still open passes to the successor with the people who have it; an answer of the unit counts as its own. */
function succeeded(
  task: Task,
  { fromUnitId, toUnitId }: TaskFacts<'TaskUnitSucceeded'>,
): Partial<Task> {
  const swap = (unitId: UnitId): UnitId => (unitId === fromUnitId ? toUnitId : unitId);
  const leads = leadsAfter(task.leads, fromUnitId, toUnitId);
  const leading = leads.map(({ unitId }) => unitId);
  return {
    leads,
    coordinatingUnitIds: [...new Set(task.coordinatingUnitIds.map(swap))].filter(
      (unitId) => !leading.includes(unitId),
    ),
    // What the former unit reported is not asked of its successor again.
    reports: [
      ...task.reports,
      ...task.reports
        .filter(({ unitId }) => unitId === fromUnitId)
        .map((report) => ({ ...report, unitId: toUnitId })),
    ],
    answers: task.answers
      .filter(({ unitId }) => unitId !== toUnitId)
      .map((answer) => ({ ...answer, unitId: swap(answer.unitId) })),
    assignments: task.assignments.map((part) =>
      part.finishedOn === null ? { ...part, unitId: swap(part.unitId) } : part,
    ),
    coordination: task.coordination.map((request) =>
      request.answered === null
        ? { ...request, asked: { ...request.asked, unitId: swap(request.asked.unitId) } }
        : request,
    ),
  };
}

/** Finished parts stay with who did them; open parts go to the new person, or end when the new unit names nobody. */
function assignmentsAfter(
  assignments: readonly Assignment[],
  { from, to }: TaskFacts<'TaskHandedOver'>,
): readonly Assignment[] {
  const isHandedOver = ({ unitId, personId, finishedOn }: Assignment): boolean =>
    finishedOn === null &&
    unitId === from.unitId &&
    (from.personId === null || personId === from.personId);
  const handedOver = assignments.filter(isHandedOver);
  const staying = assignments.filter(
    (assignment) =>
      assignment.finishedOn !== null ||
      assignment.unitId !== from.unitId ||
      (from.unitId === to.unitId && !isHandedOver(assignment)),
  );
  if (to.personId === null) return staying;
  const holder = { personId: to.personId, unitId: to.unitId };
  const whole = { ...holder, subtaskId: null, what: null, dueOn: null, finishedOn: null };
  const passed = handedOver.map((assignment) => ({ ...assignment, ...holder }));
  // Whoever has the whole task already does not get it twice.
  return [...staying, ...(passed.length === 0 ? [whole] : passed)].filter(
    (part, at, all) => all.findIndex((other) => isSamePart(other, part)) === at,
  );
}

/** A named part has one holder at a time; the whole task may be given to several people, once each. */
export const isSamePart = (
  one: Pick<Assignment, 'subtaskId' | 'personId'>,
  other: Pick<Assignment, 'subtaskId' | 'personId'>,
): boolean =>
  one.subtaskId === other.subtaskId && (one.subtaskId !== null || one.personId === other.personId);

type AssignmentEventType = Extract<
  TaskEventType,
  | 'TaskAccepted'
  | 'TaskDeclined'
  | 'PersonAssigned'
  | 'SubtaskFinished'
  | 'TaskHandedOver'
  | 'TaskUnitSucceeded'
  | 'TaskCarriedOver'
>;

export const assignmentEvolvers: Evolvers<AssignmentEventType> = {
  // Whoever takes the task on after all no longer waits for an answer to the objection.
  TaskAccepted: (task, { unitId }) => ({
    ...answered(task, unitId, true),
    declines: task.declines.filter(
      (decline) => decline.unitId !== unitId || decline.answered !== null,
    ),
  }),
  TaskDeclined: (task, data) =>
    noting(declined(answered(task, data.unitId, false), data.unitId), {
      type: 'TaskDeclined',
      data,
    }),
  PersonAssigned: (task, { personId, unitId, subtaskId, what, dueOn }) => ({
    ...task,
    assignments: [
      ...task.assignments.filter((other) => !isSamePart(other, { subtaskId, personId })),
      { personId, unitId, subtaskId, what, dueOn, finishedOn: null },
    ],
  }),
  SubtaskFinished: (task, { subtaskId, finishedOn }) => ({
    ...task,
    assignments: task.assignments.map((part) =>
      part.subtaskId === subtaskId ? { ...part, finishedOn } : part,
    ),
  }),
  TaskHandedOver: (task, data) =>
    noting(
      {
        ...task,
        leads: leadsAfter(task.leads, data.from.unitId, data.to.unitId),
        coordinatingUnitIds: task.coordinatingUnitIds.filter((unit) => unit !== data.to.unitId),
        assignments: assignmentsAfter(task.assignments, data),
      },
      { type: 'TaskHandedOver', data },
    ),
  TaskUnitSucceeded: (task, data) => ({ ...task, ...succeeded(task, data) }),
  TaskCarriedOver: (task, data) => ({ ...task, carriedOver: data }),
};
