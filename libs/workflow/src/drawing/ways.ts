import type { TransitionDefinition, WorkflowDefinition } from '../definition';
import { orderStates } from './order-states';

/** Which side of the column of states a way runs on: forward to the right, back to the left. */
export type Side = 'right' | 'left';

/** One line of the picture: a transition from one or more states, all above or all below where it leads. */
export interface Way {
  readonly transition: TransitionDefinition;
  readonly side: Side;
  readonly from: readonly string[];
  readonly to: string;
}

/** The states in their order, and the lines between them. */
export interface Layers {
  readonly order: readonly string[];
  readonly ways: readonly Way[];
}

export function layersOf(definition: WorkflowDefinition): Layers {
  const order = orderStates(definition);
  const place = (state: string): number => order.indexOf(state);
  const ways = definition.transitions.flatMap((transition) => {
    const { from, to } = transition;
    const forward = from.filter((state) => place(state) <= place(to));
    const back = from.filter((state) => place(state) > place(to));
    const sides = [
      { transition, side: 'right' as const, from: forward, to },
      { transition, side: 'left' as const, from: back, to },
    ];
    return sides.filter((way) => way.from.length > 0);
  });
  return { order, ways };
}
