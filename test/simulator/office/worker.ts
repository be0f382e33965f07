import type { Database } from '@thidua/database';
import type { EventStore } from '@thidua/event-store';
import { ProjectionRunner, type Projection, type Reactor } from '@thidua/projections';
import { Life } from '../world/life';
import type { World } from '../world/world';
import type { LeaseOffice } from './leases';

const OPTIONS = {
  batchSize: 3,
  idleMs: 200,
  backOffMs: 10,
  backOffMostMs: 80,
  yieldMs: 20,
  leaseMs: 200,
};

/** How one life of a worker reaches everything outside itself. */
export interface Surroundings {
  readonly store: EventStore;
  readonly database: Database;
  readonly reactor: Reactor;
}

/** A process that feeds the read model and runs the process manager; when it dies another one takes its place. */
export class Worker {
  private runner: ProjectionRunner | null = null;

  constructor(
    private readonly world: World,
    readonly name: string,
    private readonly parts: {
      readonly projection: Projection;
      readonly leases: LeaseOffice;
      readonly surround: (life: Life) => Surroundings;
    },
  ) {}

  start(): void {
    this.world.note(`${this.name} starts`);
    const life = new Life(this.world, this.name, 'processCrash');
    const { store, database, reactor } = this.parts.surround(life);
    const runner = new ProjectionRunner({
      ...{ database, store, owner: this.name, options: OPTIONS },
      projections: [this.parts.projection],
      reactors: [reactor],
      leases: this.parts.leases.bookOf(this.name, life),
    });
    life.onEnd(() => {
      // Nothing of it reaches the outside any more; this only ends its timers.
      void runner.stop();
      this.restart();
    });
    runner.start().then(
      () => {
        this.runner = runner;
      },
      (error: unknown) => {
        this.world.note(`${this.name} does not start: ${String(error)}`);
        this.restart();
      },
    );
  }

  /** Folds again what is set aside for the key. Rejects when this process is not there or cannot. */
  retryParked(key: string): Promise<unknown> {
    if (this.runner === null) return Promise.reject(new Error(`${this.name} is not there`));
    return this.runner.repairs.retryParked(this.parts.projection.name, key);
  }

  async stop(): Promise<void> {
    await this.runner?.stop();
  }

  private restart(): void {
    this.runner = null;
    const { chance, time } = this.world;
    void time.sleep(1 + chance.below(150)).then(() => {
      this.start();
    });
  }
}
