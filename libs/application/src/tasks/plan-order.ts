import { numberingKey } from '@thidua/kernel';

interface Numbered {
  readonly planId: string;
  readonly no: string;
}

/** Tasks plan by plan, and within a plan as its numbers are counted: the order of the task board. */
export function inPlanOrder<Task extends Numbered>(tasks: readonly Task[]): readonly Task[] {
  return tasks
    .map((task) => ({ task, place: [task.planId, numberingKey(task.no)] as const }))
    .toSorted(({ place: one }, { place: other }) => compare(one, other))
    .map(({ task }) => task);
}

type Place = readonly [planId: string, number: string];

function compare([plan, number]: Place, [otherPlan, otherNumber]: Place): number {
  if (plan !== otherPlan) return plan < otherPlan ? -1 : 1;
  return number === otherNumber ? 0 : number < otherNumber ? -1 : 1;
}
