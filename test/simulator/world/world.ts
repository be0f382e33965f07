import { Chance } from './chance';
import { INVARIANTS, type Invariant, type Violation } from './invariants';
import { VirtualTime } from './virtual-time';

/** What may go wrong, each with how likely it is wherever it can happen. */
export const FAULTS = {
  processCrash: 0.004,
  clientCrash: 0.02,
  logCrashBeforeCommit: 0.04,
  logCrashAfterCommit: 0.06,
  lateDelivery: 0.05,
  duplicateDelivery: 0.1,
  lostRead: 0.02,
  lostWakeUp: 0.3,
  lostTransaction: 0.04,
  lostCommitAnswer: 0.04,
  lyingLease: 0.3,
  clockJump: 0.5,
} as const;

export type Fault = keyof typeof FAULTS;

/** One seeded run: its chance, its time, what went wrong on purpose and what must never go wrong. */
export class World {
  readonly chance: Chance;
  readonly time = new VirtualTime();
  readonly trace: string[] = [];
  readonly violations: Violation[] = [];
  readonly faultCounts = new Map<Fault, number>();
  private readonly atLogCrash: (() => void)[] = [];
  private clockOffsetMs = 0;
  private isCalm = false;

  constructor(readonly seed: number) {
    this.chance = new Chance(seed);
  }

  note(text: string): void {
    this.trace.push(`${this.time.nowMs} ${text}`);
  }

  /** Whether it strikes here and now; on record when it does. */
  strikes(fault: Fault, where: string): boolean {
    if (this.isCalm || !this.chance.happens(FAULTS[fault])) return false;
    this.faultCounts.set(fault, (this.faultCounts.get(fault) ?? 0) + 1);
    this.note(`${fault} at ${where}`);
    return true;
  }

  /** From here on nothing goes wrong any more. */
  calm(): void {
    this.isCalm = true;
    this.note('calm');
  }

  expect(invariant: Invariant, holds: boolean, detail: string): void {
    if (holds) return;
    this.violations.push({ invariant, detail });
    this.note(`broken: ${INVARIANTS[invariant]}: ${detail}`);
  }

  /** The clock of the log's server, which may be set forwards and back. */
  readonly logClock = (): Date => new Date(Date.now() + this.clockOffsetMs);

  jumpClock(byMs: number): void {
    this.clockOffsetMs += byMs;
  }

  /** The log's server dies and is back at once; requests in flight are what their senders make of it. */
  crashLog(): void {
    for (const notice of this.atLogCrash) notice();
  }

  onLogCrash(notice: () => void): void {
    this.atLogCrash.push(notice);
  }
}
