import type { AppendedGroup } from '@thidua/event-store';
import type { AnsweredRequest, Meters } from './prometheus-meters';
import type { Readings } from './readings';

/** What this process measures about itself, in the text format of Prometheus. */
export class Metrics {
  private meters: Meters | null = null;
  private loading: Promise<Meters> | null = null;

  /** An append observer; told of a group it only counts. */
  readonly onGroup = (group: AppendedGroup): void => {
    this.record((meters) => {
      meters.observeGroup(group);
    });
  };

  readonly onRequest = (request: AnsweredRequest): void => {
    this.record((meters) => {
      meters.observeRequest(request);
    });
  };

  /** One scrape. A database that does not answer is itself a reading. */
  async text(
    take: () => Promise<Readings>,
  ): Promise<{ readonly type: string; readonly body: string }> {
    const [meters, readings] = await Promise.all([this.load(), take().catch(() => null)]);
    return meters.text(readings);
  }

  private record(measure: (meters: Meters) => void): void {
    if (this.meters !== null) measure(this.meters);
    else void this.load().then(measure);
  }

  /** The first measurement pays for loading the client, not the start of the process. */
  private load(): Promise<Meters> {
    this.loading ??= import('./prometheus-meters.js').then(
      (loaded) => (this.meters = new loaded.Meters()),
    );
    return this.loading;
  }
}
