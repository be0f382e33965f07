import { InMemoryEventStore, type EventStore } from '@thidua/event-store';
import type { RecordedEvent } from '@thidua/kernel';
import type { Projection } from '@thidua/projections';
import { counter, type Poison } from '@thidua/projections/testing';
import { LATE_MS_MAX, LogConnection } from './log/log-connection';
import { Client, Diary } from './office/client';
import { Follower } from './office/follower';
import { LeaseOffice } from './office/leases';
import { replier, REPLIER, replyCommandId } from './office/replier';
import { Worker } from './office/worker';
import type { PlantedBug } from './planted-bugs';
import { checkAnswers, checkLog, checkReplies, foldOf } from './promises';
import { parkedKeys, rowsUnder, standing } from './table-double/looks';
import { MemorySession } from './table-double/memory-session';
import type { Session } from './table-double/session';
import { databaseOf, SharedSession } from './table-double/simulated-pool';
import { WatchedSession } from './table-double/watched-session';
import { INVARIANTS, type Violation } from './world/invariants';
import type { Life } from './world/life';
import { Readings } from './world/readings';
import { World, type Fault } from './world/world';

const DAY_MS = 86_400_000;
/** Longer than the latest delivery and the longest wait of anything that runs: what has not come by then never comes. */
const CONVERGE_MS = 5000;
const LOOK_MS = 50;
const KEYS = ['k0', 'k1', 'k2'];

export interface Simulation {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly faultCounts: ReadonlyMap<Fault, number>;
  readonly eventCount: number;
  /** What happened, one line each, beginning with the millisecond. */
  readonly trace: readonly string[];
}

/** Plays one office under one seed: the same seed, the same run. A bug may be planted, another database be used. */
export async function simulate(
  seed: number,
  bug: Partial<PlantedBug> = {},
  sessionOf: (world: World) => Session = () => new MemorySession(),
): Promise<Simulation> {
  const world = new World(seed);
  try {
    const office = new Office(world, bug, sessionOf(world));
    const eventCount = await world.time.through(office.play());
    const { violations, faultCounts, trace } = world;
    return { seed, violations, faultCounts, eventCount, trace };
  } finally {
    world.time.end();
  }
}

/** What a failing run says: what broke, how to see it again, and the last lines of what led to it. */
export function reportOf({ seed, violations, trace }: Simulation, lineCount = 25): string {
  const broken = violations.map(({ invariant, detail }) => `${INVARIANTS[invariant]}: ${detail}`);
  const replay = `Replay: SIM_SEED=${seed} npx jest test/simulator`;
  return [`Seed ${seed} breaks a promise.`, ...broken, replay, ...trace.slice(-lineCount)].join(
    '\n',
  );
}

/** Clients, two workers and a lagging reader around one log and one database. */
class Office {
  private readonly log: EventStore;
  private readonly shared: SharedSession;
  private readonly readings = new Readings();
  private readonly diary = new Diary();
  private readonly poison: Poison = { keys: ['k1'] };
  private readonly projection = counter('park-key', this.poison) as Projection;
  private readonly follower: Follower;
  private readonly clients: readonly Client[];
  private readonly workers: readonly Worker[];

  constructor(
    private readonly world: World,
    private readonly bug: Partial<PlantedBug>,
    session: Session,
  ) {
    this.log = bug.log?.(world) ?? new InMemoryEventStore(world.logClock);
    const planted = bug.session?.(session) ?? session;
    this.shared = new SharedSession(world, new WatchedSession(world, planted));
    const leases = new LeaseOffice(world);
    this.follower = new Follower(world, (life) => this.connect(life));
    this.clients = ['an', 'bình', 'chi'].map(
      (name) => new Client(world, name, this.diary, (life) => this.connect(life)),
    );
    this.workers = ['worker 1', 'worker 2'].map((name) => {
      const surround = (life: Life) => this.surround(life);
      return new Worker(world, name, { projection: this.projection, leases, surround });
    });
  }

  /** From the first command to the last check; how many events it took. */
  async play(): Promise<number> {
    for (const actor of [...this.workers, ...this.clients, this.follower]) actor.start();
    const mending = this.mend();
    let isOver = false;
    void this.jumpClock(() => isOver);
    await Promise.all([mending, ...this.clients.map(({ finished }) => finished)]);
    isOver = true;
    this.world.calm();
    // What was on its way late has arrived by then.
    await this.world.time.sleep(LATE_MS_MAX);
    const isConverged = await this.converge();
    await Promise.all(this.workers.map((worker) => worker.stop()));
    return this.check(isConverged);
  }

  private connect(life: Life): EventStore {
    return new LogConnection(this.world, life, this.log, (options, slice) => {
      this.readings.add(life.name, options, slice);
    });
  }

  private surround(life: Life) {
    const store = this.connect(life);
    const commandIdOf = (event: RecordedEvent): string =>
      this.bug.replyCommandId?.(event, this.world) ?? replyCommandId(event);
    const reactor = replier(store, commandIdOf);
    const database = databaseOf(this.world, life, this.shared);
    return { store, database, reactor: this.bug.reactor?.(reactor) ?? reactor };
  }

  /** Somebody mends the fold after a while, and has what was set aside folded again. */
  private async mend(): Promise<void> {
    await this.world.time.sleep(200 + this.world.chance.below(400));
    this.poison.keys = [];
    this.world.note('mended');
    await this.retryParked();
  }

  /** Asks each worker in turn; one that dies over it never answers. */
  private async retryParked(): Promise<void> {
    for (const key of await parkedKeys(this.shared)) {
      for (const worker of this.workers) {
        const tried = worker.retryParked(key).catch(() => undefined);
        await Promise.race([tried, this.world.time.sleep(300)]);
      }
    }
  }

  /** The log's clock is set forwards and back, by up to a day. */
  private async jumpClock(isOver: () => boolean): Promise<void> {
    const { chance, time } = this.world;
    while (!isOver()) {
      await time.sleep(40 + chance.below(80));
      if (this.world.strikes('clockJump', 'the log')) {
        this.world.jumpClock(chance.below(2 * DAY_MS) - DAY_MS);
      }
    }
  }

  /** True as soon as everybody has come to the end of the log and nothing is set aside. */
  private async converge(): Promise<boolean> {
    const lastMs = this.world.time.nowMs + CONVERGE_MS;
    while (this.world.time.nowMs < lastMs) {
      await this.retryParked();
      const head = (await this.log.head()).toString();
      const places = [...(await standing(this.shared, REPLIER)), String(this.follower.position)];
      const isThere = places.every((place) => place === head);
      if (isThere && (await parkedKeys(this.shared)).length === 0) return true;
      await this.world.time.sleep(LOOK_MS);
    }
    return false;
  }

  /** How many events the log holds, all promises checked on them. */
  private async check(isConverged: boolean): Promise<number> {
    const { world, follower } = this;
    const { events } = await this.log.readAll({ after: 0n, maxCount: 10_000 });
    const places = await standing(this.shared, REPLIER);
    const standings = `head ${events.length}; ${places.join(', ')}; follower ${follower.position}`;
    world.expect('readersConverge', isConverged, standings);
    checkLog(world, events);
    checkAnswers(world, events, this.diary.answers);
    this.readings.check(world, events);
    checkReplies(world, events);
    const due = JSON.stringify(foldOf(this.projection, events));
    const rows = JSON.stringify(await rowsUnder(this.shared, KEYS));
    world.note(`rows ${rows}`);
    world.expect('rowsAreTheFold', rows === due, `${rows}, but the fold gives ${due}`);
    return events.length;
  }
}
