import type { LeaseHolder } from './leases/lease-holder';
import { leaseName } from './leases/sql-leases';
import { fedAmong, feedsOf, listGenerations } from './generations/find-generation';
import { messageOf } from './batches/fold-batch';
import { pause } from './pause';
import type { Projection } from './projection';
import { Projector, type ProjectorContext } from './projector';

/** Keeps one read model fed, whichever generation of it is the one to be read. */
export class Feeder {
  private projectors: readonly Projector[] = [];
  private lookUpTrouble: string | null = null;

  constructor(
    private readonly context: ProjectorContext,
    readonly projection: Projection,
    private readonly leases: LeaseHolder,
  ) {}

  /** What keeps this process from going on, when it is no event's fault; null when all is well. */
  get trouble(): string | null {
    const troubles = this.projectors.map(({ trouble }) => trouble);
    return this.lookUpTrouble ?? troubles.find((trouble) => trouble !== null) ?? null;
  }

  /** Runs until the signal aborts; goes over to another generation when the one it feeds is retired. */
  async run(signal: AbortSignal, onMoved: () => void): Promise<void> {
    while (!signal.aborted) {
      this.projectors = await this.lookUp();
      await Promise.all(this.projectors.map((one) => this.feed(one, signal, onMoved)));
      if (this.projectors.length === 0) await pause(this.context.options.backOffMs, signal);
    }
  }

  private feed(projector: Projector, signal: AbortSignal, onMoved: () => void): Promise<void> {
    return this.leases.during(leaseName(projector.feed.target), (lease) =>
      projector.run(lease, signal, onMoved),
    );
  }

  /** Empty when the database does not answer. */
  private async lookUp(): Promise<readonly Projector[]> {
    try {
      const fed = fedAmong(await listGenerations(this.context.pool, this.projection));
      this.lookUpTrouble = fed === null ? 'no generation is registered' : null;
      if (fed === null) return [];
      return feedsOf(this.projection, fed).map(
        (feed) => new Projector(this.context, feed, 'toBeRead'),
      );
    } catch (error) {
      this.lookUpTrouble = messageOf(error);
      return [];
    }
  }
}
