import type { status } from '@grpc/grpc-js';

/** How an append is answered instead of properly. */
export type AppendFault =
  | 'never'
  | 'endStream'
  | 'cut'
  | 'notLeader'
  | 'notReady'
  | 'commitTimeout'
  | 'tooLarge'
  /** As after a commit whose repetition the server does not recognise. */
  | 'wrongRevision'
  | 'accessDenied'
  | { readonly code: status; readonly details: string }
  | { readonly afterMs: number };

export interface FaultyAppend {
  /** Whether the events are written all the same. */
  readonly commits: boolean;
  readonly answer: AppendFault;
}

export type ReadFault =
  'never' | 'cut' | 'notLeader' | { readonly code: status; readonly details: string };

/** What the stand-in does wrong, set by tests while it runs. The lists are used up one a call, the rest stands. */
export class StandInFaults {
  /** For the next appends, one each; null answers that one properly. */
  appends: (FaultyAppend | null)[] = [];
  /** For every append after those. */
  everyAppend: FaultyAppend | null = null;
  reads: (ReadFault | null)[] = [];
  everyRead: ReadFault | null = null;
  probes: (ReadFault | null)[] = [];
  everyProbe: ReadFault | null = null;
  everySubscription: 'never' | 'end' | null = null;
  /** Appends larger than this are refused: 1 MiB by default before server 25.1, much more after. */
  maxAppendBytes = 16 * 1_024 * 1_024;

  /** What to do wrong with the append that has just come. */
  nextAppend(): FaultyAppend | null {
    return this.appends.shift() ?? this.everyAppend;
  }

  nextRead(): ReadFault | null {
    return this.reads.shift() ?? this.everyRead;
  }

  nextProbe(): ReadFault | null {
    return this.probes.shift() ?? this.everyProbe;
  }

  /** Everything is answered properly again. */
  clear(): void {
    Object.assign(this, new StandInFaults());
  }
}
