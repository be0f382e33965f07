import { describeWithPostgres, openTestDatabase } from '@thidua/database/testing';
import { simulate } from './simulate';
import { MemorySession } from './table-double/memory-session';
import type { Session } from './table-double/session';
import type { World } from './world/world';

/** However long a statement really takes, its answer comes at the same place in the order of the simulation. */
const answeredInTurn =
  (session: Session) =>
  ({ time }: World): Session => ({
    query: async (text, params) => {
      const turn = time.sleep(0);
      const result = await time.outside(session.query(text, params));
      await turn;
      return result;
    },
  });

describeWithPostgres('the tables in memory', () => {
  it.each([2, 3, 5, 8])('answer as PostgreSQL does, line for line, under seed %d', async (seed) => {
    const database = await openTestDatabase('postgres');
    const client = await database.pool.connect();
    const server: Session = {
      query: async (text, params = []) => {
        const { rows, rowCount } = await client.query<object>(text, [...params]);
        return { rows, rowCount: rowCount ?? 0 };
      },
    };
    const onServer = await simulate(seed, {}, answeredInTurn(server));
    client.release();
    await database.close();
    expect(onServer).toEqual(await simulate(seed, {}, answeredInTurn(new MemorySession())));
    expect(onServer.violations).toEqual([]);
  });
});
