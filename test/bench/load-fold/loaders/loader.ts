import type { Contender } from '../../contenders/contender';
import type { Target } from '../../place/place';

/** One way of bringing a stream back as a state. */
export interface Loader extends Contender {
  /** Reads the stream and, the floor apart, folds it; answers how many events there were. */
  readonly load: (stream: string) => Promise<number>;
}

export type OpenLoader = (target: Target) => Promise<Loader>;
