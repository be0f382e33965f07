/**
 * Looks at something every so often, one look at a time, until it is stopped. A look that fails is told and followed by
 * the next one.
 */
export class RegularLook {
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly look: () => Promise<void>,
    private readonly everyMs: number,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Begins with a pause. Harmless when it runs already. */
  start(): void {
    if (this.timer !== null || this.isStopped) return;
    // It is no reason for the process to last.
    this.timer = setTimeout(() => {
      this.looking = this.look()
        .catch(this.onError)
        .then(() => {
          this.timer = null;
          this.start();
        });
    }, this.everyMs).unref();
  }

  /** Resolves when the look under way is over; there is no other one. */
  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.looking;
  }
}
