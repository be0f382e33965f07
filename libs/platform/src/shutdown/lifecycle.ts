/** Whether the process still takes work. Once it stops it never starts again. */
export class Lifecycle {
  readonly startedAt = new Date();
  private stopping = false;

  get isStopping(): boolean {
    return this.stopping;
  }

  beginStop(): void {
    this.stopping = true;
  }
}
