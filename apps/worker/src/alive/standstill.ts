/** How far a loop has come, as the health query tells it. */
export interface LoopReading {
  readonly name: string;
  /** Decimal strings of log positions. */
  readonly position: string;
  readonly lag: string;
  readonly condition: string;
}

/** Milliseconds a loop may stand behind the log without moving: longer than any one batch takes. */
export const STANDSTILL_MS = 60_000;

/**
 * Watches loops from reading to reading. A loop stands still when it is behind, has not moved for a minute, and knows of
 * no reason: one that is halted or in trouble turns and says so, and a restart would not help it.
 */
export class Standstill {
  private readonly movedAt = new Map<string, { readonly position: string; readonly at: number }>();

  /** The names of the loops that stand still at `now`, milliseconds on any clock that only goes forward. */
  read(loops: readonly LoopReading[], now: number): readonly string[] {
    return loops.filter((loop) => this.stands(loop, now)).map(({ name }) => name);
  }

  private stands({ name, position, lag, condition }: LoopReading, now: number): boolean {
    const known = this.movedAt.get(name);
    const isExcused = lag === '0' || condition === 'halted' || condition === 'troubled';
    if (known === undefined || known.position !== position || isExcused) {
      this.movedAt.set(name, { position, at: now });
      return false;
    }
    return now - known.at >= STANDSTILL_MS;
  }
}
