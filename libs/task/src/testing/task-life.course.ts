import { fold } from '@thidua/kernel';
import { taskDecider } from '../task.decider';
import type { Task } from '../task.state';
import { officeClerk, UNITS } from './people';
import { sampleAsked, type AskedInput } from './sample-asked';
import { ask, taskContext } from './task.fixtures';
import { FLOWS } from './task-life.flows';
import { UNTOUCHED, type TaskLife } from './task-life.model';
import { FIRST_DAY } from './task-life.days';

/** How a course begins. */
export interface Beginning {
  readonly flow: TaskLife['flow'];
  readonly leadUnits: readonly string[];
  readonly hasFocal: boolean;
  readonly kind: TaskLife['kind'];
  readonly condition: string | null;
  readonly isWaiting: boolean;
  readonly dueOn: TaskLife['dueOn'];
  readonly productCount: number;
}

const focalOf = ({ leadUnits, hasFocal }: Pick<Beginning, 'leadUnits' | 'hasFocal'>) =>
  hasFocal && leadUnits.length > 1 ? UNITS.otherLead : null;

const productIds = ({ productCount }: Beginning) => ['sp-1', 'sp-2'].slice(0, productCount);

/** What the plan says of the task a course begins with. */
export const askedAtFirst = (drawn: Beginning): AskedInput<'AssignTask'> => ({
  ...sampleAsked.AssignTask,
  kind: drawn.kind,
  condition: drawn.condition,
  dueOn: drawn.dueOn,
  awaitsTrigger: drawn.isWaiting,
  leads: drawn.leadUnits.map((unitId) => ({
    unitId,
    role: unitId === focalOf(drawn) ? ('focal' as const) : ('lead' as const),
  })),
  products: productIds(drawn).map((productId) => ({ productId, title: 'Báo cáo' })),
});

/** The second telling of the task a course begins with. */
export const modelOf = (drawn: Beginning): TaskLife => ({
  flow: drawn.flow,
  assignment: { asked: askedAtFirst(drawn), flow: drawn.flow },
  condition: drawn.condition,
  leadUnits: drawn.leadUnits,
  focalUnit: focalOf(drawn),
  kind: drawn.kind,
  assignedOn: FIRST_DAY,
  state: drawn.isWaiting ? 'waiting' : 'assigned',
  dueOn: drawn.dueOn,
  stepsFrom: null,
  lastStep: drawn.isWaiting ? JSON.stringify(['AwaitTrigger', drawn.condition]) : '',
  reporters: [],
  reportedOn: null,
  completedOn: null,
  months: new Set<string>(),
  products: new Map(productIds(drawn).map((productId) => [productId, { ...UNTOUCHED }])),
  carriedOver: null,
  milestoneOn: null,
  every: null,
  periods: new Map(),
  countOwed: 0,
  occurrences: new Map(),
  answers: new Map(),
  objections: new Map(),
  parts: new Map(),
  proposal: null,
  holders: [],
  around: {
    coordinating: [UNITS.coordinating],
    requests: new Map(),
    obstacles: new Map(),
    waits: new Map(),
    wishes: new Map(),
    said: new Set(),
    lastHandOver: '',
    supervisor: null,
    title: sampleAsked.AssignTask.title,
    priority: 'normal',
    predecessors: new Set(),
    owedSince: FIRST_DAY,
    struck: new Set(),
    corrected: [],
  },
});

/** The task a course begins with, as the events of its assignment make it. */
export function assigned(drawn: Beginning): Task {
  const workflow = FLOWS[drawn.flow];
  const context = taskContext({ actor: officeClerk, on: FIRST_DAY, workflow });
  const events = taskDecider.decide(ask('AssignTask', askedAtFirst(drawn)), null, context);
  const state = fold(taskDecider, events);
  if (state === null) throw new Error('A course begins with an assigned task');
  return state;
}
