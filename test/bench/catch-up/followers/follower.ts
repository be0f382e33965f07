import type { Contender } from '../../contenders/contender';
import type { Target } from '../../place/place';

/** One way of going through the whole log in order. */
export interface Follower extends Contender {
  /** Resolves when all that was written can be read; at once when left out. */
  readonly settled?: () => Promise<void>;
  /** Reads every event and does nothing with it; answers how many there were. */
  readonly read: () => Promise<number>;
  /** Follows the log from its beginning into a new read model of that name; answers how many events it holds. */
  readonly follow: (name: string) => Promise<number>;
}

export type OpenFollower = (target: Target) => Promise<Follower>;

/** Events of one batch, the same for everyone. */
export const BATCH = 1_000;
