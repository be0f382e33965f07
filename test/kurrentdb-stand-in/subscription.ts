import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import {
  ReadResp,
  type ReadReq,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import { Timestamp } from 'google-protobuf/google/protobuf/timestamp_pb';
import { filterOf } from './filter';
import type { ReadCall } from './reads';
import type { LoggedEvent } from './stand-in-log';
import type { StandInState } from './stand-in-state';
import { eventMessage } from './wire';

/** Events looked at between two checkpoints, before the client's multiplier. */
const WINDOW = 32;

/** A read of the whole log that goes on for ever: history, a word that it is caught up, then whatever is written. */
export function subscribe(state: StandInState, call: ReadCall, options: ReadReq.Options): void {
  state.subscriptionCount++;
  if (state.faults.everySubscription === 'never') return;
  const confirmation = new ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID());
  call.write(new ReadResp().setConfirmation(confirmation));
  if (state.faults.everySubscription === 'end') {
    call.end();
    return;
  }
  new Subscription(state, call, options).start();
}

class Subscription {
  private readonly matches: (event: LoggedEvent) => boolean;
  private readonly interval: number;
  private readonly isStructured: boolean;
  private readonly isFiltered: boolean;
  private next: number;
  private consideredCount = 0;
  private running = false;
  private isOpen = true;
  private isLive = false;

  constructor(
    private readonly state: StandInState,
    private readonly call: ReadCall,
    options: ReadReq.Options,
  ) {
    this.matches = filterOf(options);
    this.isFiltered = options.hasFilter();
    this.interval = WINDOW * (options.getFilter()?.getCheckpointintervalmultiplier() ?? 1);
    this.isStructured = options.getUuidOption()?.hasStructured() === true;
    this.next = this.firstOf(options.getAll());
  }

  start(): void {
    const stopListening = this.state.log.onWrite(() => void this.run());
    const end = (): void => {
      this.isOpen = false;
      this.call.end();
    };
    this.state.subscriptions.add(end);
    this.call.on('close', () => {
      this.isOpen = false;
      stopListening();
      this.state.subscriptions.delete(end);
    });
    this.call.on('cancelled', () => {
      this.isOpen = false;
      stopListening();
      this.state.subscriptions.delete(end);
    });
    void this.run();
  }

  /** The start position is exclusive. */
  private firstOf(from: ReadReq.Options.AllOptions | undefined): number {
    const { all } = this.state.log;
    if (from?.hasEnd() === true) return all.length;
    const place = from?.getPosition();
    if (place === undefined) return 0;
    const position = BigInt(place.getCommitPosition());
    return this.state.log.indexAt(position + 1n);
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    await this.sendHistory();
    if (this.isOpen && !this.isLive) {
      this.isLive = true;
      this.sendCheckpoint();
      this.sendCaughtUp();
    }
    this.running = false;
  }

  private async sendHistory(): Promise<void> {
    for (;;) {
      const event = this.state.log.all[this.next];
      if (event === undefined || !this.isOpen) return;
      this.next++;
      this.consideredCount++;
      if (this.matches(event) && !this.call.write(eventMessage(event, this.isStructured))) {
        await this.drained();
      }
      if (this.consideredCount % this.interval === 0) this.sendCheckpoint();
    }
  }

  private drained(): Promise<void> {
    const abort = new AbortController();
    const { signal } = abort;
    const events = ['drain', 'close', 'cancelled'].map((name) => once(this.call, name, { signal }));
    return Promise.race(events).then(
      () => abort.abort(),
      () => abort.abort(),
    );
  }

  private get last(): LoggedEvent | undefined {
    return this.state.log.all[this.next - 1];
  }

  private sendCheckpoint(): void {
    if (!this.isFiltered || this.last === undefined) return;
    const position = this.last.position.toString();
    const checkpoint = new ReadResp.Checkpoint()
      .setCommitPosition(position)
      .setPreparePosition(position);
    this.call.write(new ReadResp().setCheckpoint(checkpoint));
  }

  private sendCaughtUp(): void {
    const caughtUp = new ReadResp.CaughtUp().setTimestamp(Timestamp.fromDate(new Date()));
    const position = this.last?.position.toString();
    if (position !== undefined) {
      const place = new ReadResp.Position()
        .setCommitPosition(position)
        .setPreparePosition(position);
      caughtUp.setPosition(place);
    }
    this.call.write(new ReadResp().setCaughtUp(caughtUp));
  }
}
