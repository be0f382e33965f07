import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { EventStore } from '../../event-store';
import {
  describeWithPostgres,
  openTestDatabase,
  type TestDatabase,
} from '@thidua/database/testing';
import { openDatabase } from '@thidua/database';
import { prepareAppend } from '../../prepared-append';
import { appendTo } from '../../testing';
import { appendExpected } from './append-expected.sql';
import { appendGroup, findRowType } from './append-group';
import { appendJudged } from './append-judged.sql';
import { openPostgresEventStore } from '../postgres-event-store';

/** A session held by hand, so that each step happens when the test says so. */
interface Session {
  readonly client: PoolClient;
  append(stream: string): Promise<string>;
}

const outcomeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'appended',
    (error: unknown) => String((error as { code?: unknown }).code),
  );

const isWaiting = async (promise: Promise<unknown>): Promise<boolean> => {
  let waiting = true;
  void promise.then(() => (waiting = false));
  await new Promise((resolve) => setTimeout(resolve, 200));
  return waiting;
};

/** An append that states its revision takes the short way, one that takes any revision is judged. */
const ways = [
  { name: 'as expected', expected: 'none', unguarded: appendExpected({ guarded: false }) },
  { name: 'judged', expected: 'any', unguarded: appendJudged({ guarded: false }) },
] as const;

const taking =
  ({ expected, unguarded }: (typeof ways)[number]) =>
  (): void => {
    let database: TestDatabase;
    let store: EventStore;
    let first: Session;
    let second: Session;

    const session = async (): Promise<Session> => {
      const client = await database.pool.connect();
      await client.query('begin');
      const target = { pool: client, rowType: await findRowType(client) };
      const append = (stream: string): Promise<string> =>
        outcomeOf(appendGroup(target, [prepareAppend(appendTo(stream, { expected }))]));
      return { client, append };
    };

    beforeEach(async () => {
      database = await openTestDatabase('postgres');
      store = await openPostgresEventStore(database);
      [first, second] = [await session(), await session()];
    });
    afterEach(async () => {
      for (const { client } of [first, second]) {
        await client.query('rollback');
        client.release();
      }
      await store.close();
      await database.close();
    });

    const seen = async (): Promise<readonly string[]> =>
      (await store.readAll({ after: 0n, maxCount: 100 })).events.map(
        ({ position, stream }) => `${position} ${stream}`,
      );

    /** The second session appends while the first has written and not yet committed. */
    const interleave = async (): Promise<{
      readonly outcomes: string[];
      readonly waited: boolean;
    }> => {
      const one = await first.append('paper-1');
      const attempt = second.append('paper-2');
      const waited = await isWaiting(attempt);
      await first.client.query('commit');
      const two = await attempt;
      await second.client.query('commit');
      return { outcomes: [one, two], waited };
    };

    it('take turns, and a reader sees both in the order of their commits', async () => {
      expect(await interleave()).toEqual({ outcomes: ['appended', 'appended'], waited: true });
      expect(await seen()).toEqual(['1 paper-1', '2 paper-2']);
    });

    it('collide when the lock is taken out, which shows that the lock is what orders them', async () => {
      await database.pool.query(unguarded);
      expect(await interleave()).toEqual({ outcomes: ['appended', '23505'], waited: true });
      expect(await seen()).toEqual(['1 paper-1']);
    });

    it('leave no hole when the first one rolls back', async () => {
      await first.append('paper-1');
      const attempt = second.append('paper-2');
      await first.client.query('rollback');
      expect(await attempt).toBe('appended');
      await second.client.query('commit');
      expect(await seen()).toEqual(['1 paper-2']);
    });

    it('stay in order when one of them wrote elsewhere before it appended', async () => {
      await first.client.query('create table note (text text); insert into note values ($$x$$)');
      expect(await second.append('paper-1')).toBe('appended');
      await second.client.query('commit');
      expect(await seen()).toEqual(['1 paper-1']);
      expect(await first.append('paper-2')).toBe('appended');
      await first.client.query('commit');
      expect(await seen()).toEqual(['1 paper-1', '2 paper-2']);
    });

    it('do not keep readers or other writers waiting for an open foreign transaction', async () => {
      await first.client.query('create table note (text text); insert into note values ($$x$$)');
      const foreign = await openTestDatabase('postgres');
      const writing = await foreign.pool.connect();
      await writing.query('begin; create table note (text text)');
      await store.append(appendTo('paper-1'));
      expect(await seen()).toEqual(['1 paper-1']);
      await writing.query('rollback');
      writing.release();
      await foreign.close();
    });

    it('answer a retry from another process after the first commit', async () => {
      const request = appendTo('paper-1', { commandId: randomUUID() });
      const there = await openDatabase({ url: database.url ?? '' });
      const other = await openPostgresEventStore(there);
      const results = await Promise.all([store.append(request), other.append(request)]);
      expect(
        results.map((result) => result.outcome === 'appended' && result.repeated).sort(),
      ).toEqual([false, true]);
      expect(await seen()).toEqual(['1 paper-1']);
      await other.close();
      await there.close();
    });
  };

for (const way of ways) {
  describeWithPostgres(`two sessions that append at once, ${way.name}`, taking(way));
}
