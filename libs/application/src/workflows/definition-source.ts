import type { EventStore } from '@thidua/event-store';
import { idOf, type Position } from '@thidua/kernel';
import {
  definitionBook,
  definitions,
  workflowDecider,
  workflowEvents,
  type DefinitionBook,
  type WorkflowEvent,
  type WorkflowState,
} from '@thidua/workflow';

const TYPES = Object.keys(workflowEvents);
const BATCH_SIZE = 1_000;

/**
 * The flows as the log has them at this moment, beside the shipped ones. It follows the log itself, like the directory:
 * whoever publishes a flow may begin tasks under it at once, whichever process takes the next command.
 */
export class DefinitionSource {
  private readonly states = new Map<string, WorkflowState>();
  private position: Position = 0n;
  private book: DefinitionBook | null = null;
  private running: Promise<unknown> = Promise.resolve();
  private queued: Promise<void> | null = null;

  constructor(private readonly store: Pick<EventStore, 'readAll'>) {}

  /** Every publication recorded before the call is in the answer. */
  async current(): Promise<DefinitionBook> {
    // A pass that has not begun yet serves everybody who asks until it does; one under way could miss their own writes.
    this.queued ??= this.running.then(() => {
      this.queued = null;
      const pass = this.follow();
      this.running = pass.catch(() => undefined);
      return pass;
    });
    await this.queued;
    return (this.book ??= definitionBook(definitions, this.states));
  }

  private async follow(): Promise<void> {
    for (;;) {
      const slice = await this.store.readAll({
        after: this.position,
        maxCount: BATCH_SIZE,
        types: TYPES,
      });
      for (const { stream, type, data } of slice.events) {
        const id = idOf(stream);
        const state = this.states.get(id) ?? workflowDecider.initialState;
        this.states.set(id, workflowDecider.evolve(state, { type, data } as WorkflowEvent));
      }
      if (slice.events.length > 0) this.book = null;
      this.position = slice.next;
      if (slice.next >= slice.head) return;
    }
  }
}
