import type { Database } from '@thidua/database';
import type { Pool } from 'pg';
import type { Life } from '../world/life';
import type { World } from '../world/world';
import { UnknownStatement, type Session } from './session';

/** One session shared by all processes, a transaction at a time, as on the embedded database. */
export class SharedSession {
  private free: Promise<void> = Promise.resolve();

  constructor(
    private readonly world: World,
    readonly session: Session,
  ) {}

  /** Resolves when it is the caller's turn, with the way to end it. */
  async turn(): Promise<() => void> {
    const before = this.free;
    let end: () => void = () => undefined;
    this.free = new Promise((resolve) => (end = resolve));
    await before;
    return end;
  }

  async query(text: string, params: readonly unknown[] = []): ReturnType<Session['query']> {
    try {
      return await this.session.query(text, params);
    } catch (error) {
      if (error instanceof UnknownStatement) this.world.time.abort(error);
      throw error;
    }
  }

  /** Reads what is committed. */
  async look(text: string, params: readonly unknown[] = []): Promise<readonly object[]> {
    const end = await this.turn();
    const { rows } = await this.query(text, params);
    end();
    return rows;
  }
}

/**
 * A pool for one life. A crash rolls the open transaction back and lets the next one in; a lost connection is either
 * lost before the commit or only its answer is.
 */
export function databaseOf(world: World, life: Life, shared: SharedSession): Database {
  const connect = async () => {
    const end = await shared.turn();
    let isOpen = true;
    const release = (): void => {
      if (isOpen) end();
      isOpen = false;
    };
    life.onEnd(() => {
      if (isOpen) void shared.query('rollback').then(release);
    });
    await life.step('connect');
    const query = async (text: string, params?: readonly unknown[]) => {
      await life.step(text === 'commit' ? text : 'statement', text === 'commit' ? 4 : 0);
      if (text !== 'commit') return life.heard(shared.query(text, params));
      if (world.strikes('lostTransaction', life.name)) throw new Error('connection lost');
      const committed = await life.heard(shared.query(text));
      if (world.strikes('lostCommitAnswer', life.name)) throw new Error('connection lost');
      return committed;
    };
    return { query, release };
  };
  const query = async (text: string, params?: readonly unknown[]) => {
    const client = await connect();
    try {
      return await client.query(text, params);
    } finally {
      client.release();
    }
  };
  return {
    kind: 'postgres',
    // The runtime uses these two calls of a pool and no other.
    pool: { connect, query } as unknown as Pool,
    embedded: null,
    lock: null,
    connect: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  };
}
