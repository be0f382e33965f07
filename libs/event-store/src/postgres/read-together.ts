interface Asked<Found> {
  readonly key: string;
  readonly resolve: (found: Found | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Reads what is there under the keys, which are different from each other; a key without an entry has nothing. */
export type ReadKeys<Found> = (keys: readonly string[]) => Promise<ReadonlyMap<string, Found>>;

const KEY_COUNT_MAX = 200;

/**
 * Answers questions asked within one turn of the event loop by one query. A batch of commands asks for its hundred
 * streams at once; a lonely question waits for nothing but the turn's end. The query leaves after the question was
 * asked, so it sees all that was committed before.
 */
export class ReadTogether<Found> {
  private asked: Asked<Found>[] = [];

  constructor(private readonly read: ReadKeys<Found>) {}

  /** @throws what the query throws, to every question it was to answer. */
  ask(key: string): Promise<Found | undefined> {
    return new Promise((resolve, reject) => {
      this.asked.push({ key, resolve, reject });
      if (this.asked.length === 1) {
        // A turn, not a tick: the embedded engine answers without one, and who reads on and on would keep timers waiting.
        setImmediate(() => {
          this.sendAll();
        });
      }
    });
  }

  private sendAll(): void {
    const { asked } = this;
    this.asked = [];
    for (let first = 0; first < asked.length; first += KEY_COUNT_MAX) {
      void this.send(asked.slice(first, first + KEY_COUNT_MAX));
    }
  }

  private async send(asked: readonly Asked<Found>[]): Promise<void> {
    try {
      const found = await this.read([...new Set(asked.map(({ key }) => key))]);
      for (const { key, resolve } of asked) resolve(found.get(key));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}
