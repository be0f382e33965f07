import type { AppendObserver, AppendResult } from '@thidua/event-store';
import type { BatchObserver } from '@thidua/projections';
import type { Call, CommandOutcome } from './calls/call';

/** What is known of a command before it runs, whoever sent it: a face, a process manager, a larger command. */
export interface CommandFacts {
  readonly stream: string;
  /** Its name in the vocabulary of the aggregate. */
  readonly type: string;
  readonly call: Call;
}

/** An append of a command's events. */
export interface StreamFacts {
  readonly stream: string;
  readonly eventCount: number;
  readonly call: Call;
}

/** Runs once around a piece of work: calls `run`, and gives back or throws what it gives back or throws. */
export type Around<Facts, Result> = (facts: Facts, run: () => Promise<Result>) => Promise<Result>;

/** Where logs, metrics and traces take their readings. Everything is optional, and nothing is measured unasked. */
export interface Instruments {
  readonly onGroup?: AppendObserver;
  readonly onBatch?: BatchObserver;
  readonly aroundCommand?: Around<CommandFacts, CommandOutcome>;
  readonly aroundAppend?: Around<StreamFacts, AppendResult>;
}
