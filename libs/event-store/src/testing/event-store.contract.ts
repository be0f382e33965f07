import type { EventStore } from '../event-store';
import { appendContract } from './append.contract';
import { concurrencyContract } from './concurrency.contract';
import { faultContract } from './fault.contract';
import type { PositionKind } from './position-kind';
import { readContract } from './read.contract';
import { wakeContract } from './wake.contract';

/** A store made for one test file, empty when it is opened. */
export interface OpenedStore {
  readonly store: EventStore;
  /** Opens a second store on the same log, as a restart does. */
  readonly reopen?: () => Promise<EventStore>;
  /** Lets go of everything, the store included. */
  readonly close: () => Promise<void>;
}

export interface StoreUnderTest {
  readonly name: string;
  /** Whether the log outlives its store; then `reopen` must be given. */
  readonly isLasting: boolean;
  /** Whether positions count the events of the log one by one, or only grow. */
  readonly positions: PositionKind;
  readonly open: () => Promise<OpenedStore>;
}

/** What every implementation of the event store must do. Call it inside a spec file, one store a file. */
export function eventStoreContract(underTest: StoreUnderTest): void {
  const { name, isLasting, positions, open } = underTest;
  describe(`the event store ${name}`, () => {
    let opened: OpenedStore;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    const store = (): EventStore => opened.store;
    appendContract(store);
    faultContract(store);
    readContract(store, positions);
    wakeContract(store);
    concurrencyContract(store, positions);

    if (!isLasting) return;
    it('holds everything after it was opened again', async () => {
      const before = await store().readAll({ after: 0n, maxCount: 100_000 });
      const again = await opened.reopen!();
      expect(await again.readAll({ after: 0n, maxCount: 100_000 })).toEqual(before);
      await again.close();
    });
  });
}
