import type { Fault, World } from './world';

/** What a dead process waits for. */
const never = new Promise<never>(() => undefined);

/** One run of a process, from its start to its crash. Everything it does outside itself is a step of its life. */
export class Life {
  private isOver = false;
  private readonly atEnd: (() => void)[] = [];

  constructor(
    private readonly world: World,
    readonly name: string,
    private readonly crashes: Extract<Fault, 'processCrash' | 'clientCrash'>,
  ) {}

  /** Takes up to so many milliseconds; the process may die before or meanwhile, and then it never goes on. */
  async step(what: string, latencyMaxMs = 4): Promise<void> {
    if (!this.isOver && this.world.strikes(this.crashes, `${this.name} ${what}`)) this.end();
    const latencyMs = this.world.chance.below(latencyMaxMs + 1);
    if (!this.isOver && latencyMs > 0) await this.world.time.sleep(latencyMs);
    if (this.isOver) await never;
  }

  /** Gives the answer to the living; a dead process never hears it. */
  async heard<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } finally {
      if (this.isOver) await never;
    }
  }

  /** Done when the life ends, in the order given; at once when it is over. */
  onEnd(notice: () => void): void {
    if (this.isOver) notice();
    else this.atEnd.push(notice);
  }

  private end(): void {
    this.isOver = true;
    for (const notice of this.atEnd) notice();
  }
}
