import type { StatusObject } from '@grpc/grpc-js';
import type { StandInFaults } from './stand-in-faults';
import type { StandInLog } from './stand-in-log';

/** What every service of the stand-in works on. */
export interface StandInState {
  readonly log: StandInLog;
  readonly faults: StandInFaults;
  /** Open subscriptions, to be ended by tests; each call ends one as the server would when it shuts down. */
  readonly subscriptions: Set<() => void>;
  /** How many subscriptions were ever opened. */
  subscriptionCount: number;
  /** Reads and subscriptions that the client broke off. */
  cancelledReadCount: number;
  /** Breaks every connection and listens again at the same port. */
  cut(): Promise<void>;
  /** The refusal of a follower, which names this same server as the leader. */
  notLeader(): Partial<StatusObject> & Error;
}
