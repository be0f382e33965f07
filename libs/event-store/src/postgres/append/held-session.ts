import type { Pool, PoolClient } from 'pg';

/**
 * The session of a pool that appends go through while one follows the other: taking it out of the pool and giving it back
 * costs as much as a small query. Whoever holds it lets it go when nothing waits any more.
 */
export class HeldSession implements Pick<Pool, 'query'> {
  private client: PoolClient | null = null;

  constructor(private readonly pool: Pool) {}

  /** The query of the pool; an error of the connection throws the session away, and the next query takes another. */
  readonly query = (async (config: Parameters<PoolClient['query']>[0]) => {
    const client = (this.client ??= await this.take());
    try {
      return await client.query(config);
    } catch (error) {
      if (!isStatementError(error)) this.drop(client, error);
      throw error;
    }
  }) as Pool['query'];

  /** Gives the session back. */
  letGo(): void {
    const { client } = this;
    this.client = null;
    client?.off('error', this.onError);
    client?.release();
  }

  private async take(): Promise<PoolClient> {
    const client = await this.pool.connect();
    client.on('error', this.onError);
    return client;
  }

  private readonly onError = (error: Error): void => {
    if (this.client !== null) this.drop(this.client, error);
  };

  private drop(client: PoolClient, error: unknown): void {
    if (this.client !== client) return;
    this.client = null;
    client.release(error instanceof Error ? error : true);
  }
}

/** The server refused a statement and stays ready for the next one. */
const isStatementError = (error: unknown): boolean =>
  (error as { readonly severity?: unknown }).severity === 'ERROR';
