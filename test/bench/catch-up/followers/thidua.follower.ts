import { ProjectionRunner, type Projection } from '@thidua/projections';
import type { EventStore } from '@thidua/event-store';
import { countWith } from '../../contenders/contender';
import { openThidua } from '../../contenders/thidua.contender';
import { taskCounts } from '../task-counts';
import { BATCH, type OpenFollower } from './follower';

const PATIENCE_MS = 30 * 60_000;

/** The product's port, and its own runner with its own options. */
export const openThiduaFollower: OpenFollower = async (target) => {
  const contender = await openThidua(target);
  const { database, store } = contender;
  return {
    ...contender,
    read: () => readAll(store),
    follow: async (name) => {
      const projection = taskCounts(name) as Projection;
      const runner = new ProjectionRunner({ database, store, projections: [projection] });
      await runner.start();
      const head = await store.head();
      const { reached } = await runner.waitFor(head, { timeoutMs: PATIENCE_MS });
      await runner.stop();
      if (!reached) throw new Error(`${name} did not come to the head of the log`);
      return countWith(database.pool, `select sum(count)::int as count from read.${name}__v1`);
    },
  };
};

async function readAll(store: EventStore): Promise<number> {
  let [after, count] = [0n, 0];
  for (;;) {
    const { events, next, head } = await store.readAll({ after, maxCount: BATCH });
    count += events.length;
    after = next;
    if (after >= head) return count;
  }
}
