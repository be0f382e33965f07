import type { Position, RecordedEvent } from '@thidua/kernel';
import type { Pool, PoolClient } from 'pg';
import type { Projection } from '../projection';

/** What a fold passes over because an operator said so, on record. */
export interface Skips {
  /** True when the event is passed over whatever rows it touches. */
  isSkipped(event: RecordedEvent): boolean;
  /** True when the event is passed over for this row. */
  isSkippedFor(event: RecordedEvent, key: string): boolean;
}

export const noSkips: Skips = { isSkipped: () => false, isSkippedFor: () => false };

/** The key under which an event is skipped as a whole: no row of a read model has an empty key. */
export const WHOLE_EVENT = '';

/** The record of one version, read again only when somebody has added to it. */
export class SkipList implements Skips {
  private count = 0;
  private keys: ReadonlyMap<Position, ReadonlySet<string>> = new Map();

  /** @param count how many skips are on record; the projector reads it with its checkpoint. */
  async refresh(
    client: Pool | PoolClient,
    { name, version }: Pick<Projection, 'name' | 'version'>,
    count: number,
  ): Promise<void> {
    if (count === this.count) return;
    const { rows } = await client.query<{ position: string; keys: readonly string[] }>(
      `select position::text as position, array_agg(key) as keys from read.skipped
        where name = $1 and version = $2 group by position`,
      [name, version],
    );
    this.keys = new Map(rows.map(({ position, keys }) => [BigInt(position), new Set(keys)]));
    this.count = count;
  }

  isSkipped({ position }: RecordedEvent): boolean {
    return this.keys.get(position)?.has(WHOLE_EVENT) === true;
  }

  isSkippedFor({ position }: RecordedEvent, key: string): boolean {
    return this.keys.get(position)?.has(key) === true;
  }
}
