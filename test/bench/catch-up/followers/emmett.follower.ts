import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';
import { countWith } from '../../contenders/contender';
import { openEmmett } from '../../contenders/emmett.contender';
import { LOAD_TYPE } from '../../contenders/event-load';
import { requirePeer } from '../../place/machine';
import { countEvent, type TaskCounts } from '../task-counts';
import { BATCH, type OpenFollower } from './follower';

interface EmmettMessage {
  readonly type: string;
  readonly metadata: { readonly streamName: string };
}

/** The part of Emmett's consumer that is used. */
interface EmmettConsumers {
  postgreSQLEventStoreConsumer(options: object): {
    reactor(options: object): void;
    projector(options: object): void;
    start(): Promise<void>;
    close(): Promise<void>;
  };
  pongoMultiStreamProjection(options: object): object;
}

/** Asked again at once when there is more, and never later than this. */
const PULLING = { batchSize: BATCH, pullingFrequencyInMs: 1 };

/** Messages that Emmett's consumer passes over for now, because a transaction of the whole server might precede them. */
const HELD_BACK = `select count(*)::int as count from emt_messages
  where transaction_id >= pg_snapshot_xmin(pg_current_snapshot())`;
const LOOK_MS = 50;
const LOOKS_MOST = 1_200;

/** Emmett's own consumer with batches as large as everyone's and no wait between them, until no message is left. */
export const openEmmettFollower: OpenFollower = async (target) => {
  const contender = await openEmmett(target);
  if (target.kind !== 'postgres') throw new Error('Emmett needs a PostgreSQL server');
  const emmett = requirePeer('@event-driven-io/emmett-postgresql') as EmmettConsumers;
  const consumer = () =>
    emmett.postgreSQLEventStoreConsumer({
      connectionString: target.url,
      pulling: PULLING,
      stopWhen: { noMessagesLeft: true },
    });
  let turn = 0;
  return {
    ...contender,
    settled: () => settled(contender.pool),
    read: async () => {
      let count = 0;
      const reading = consumer();
      const eachMessage = (): void => {
        count += 1;
      };
      turn += 1;
      reading.reactor({ processorId: `read-${turn}`, startFrom: 'BEGINNING', eachMessage });
      await reading.start();
      await reading.close();
      return count;
    },
    follow: async (name) => {
      const following = consumer();
      const projection = emmett.pongoMultiStreamProjection({
        collectionName: name,
        canHandle: [LOAD_TYPE],
        getDocumentId: ({ metadata }: EmmettMessage) => metadata.streamName,
        evolve: (row: TaskCounts | null, { type }: EmmettMessage) => countEvent(row, type),
      });
      following.projector({ processorId: name, startFrom: 'BEGINNING', projection });
      await following.start();
      await following.close();
      const sum = `select sum((data->>'count')::int)::int as count from ${name}`;
      return countWith(contender.pool, sum);
    },
  };
};

/** @throws Error when another transaction on the server stays open for a minute. */
async function settled(pool: Pool): Promise<void> {
  for (let look = 0; look < LOOKS_MOST; look += 1) {
    if ((await countWith(pool, HELD_BACK)) === 0) return;
    await setTimeout(LOOK_MS);
  }
  throw new Error('Emmett holds messages back for an open transaction on this server');
}
