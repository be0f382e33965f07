import type { EventStore } from '@thidua/event-store';
import {
  idOf,
  categoryOf,
  type ActorFacts,
  type LocalDate,
  type Position,
  type RecordedEvent,
} from '@thidua/kernel';
import {
  directoryOf,
  officialDecider,
  officialEvents,
  unitDecider,
  unitEvents,
  type Directory,
  type OfficialEvent,
  type OfficialState,
  type UnitEvent,
  type UnitState,
} from '@thidua/organisation';
import type { ActorRequest } from '../calls/call';

const TYPES = [...Object.keys(unitEvents), ...Object.keys(officialEvents)];
const BATCH_SIZE = 5_000;

/**
 * The directory as the log has it at this moment. It follows the log itself instead of a read model, because a decision
 * must not rest on a directory that lags behind the last hand-over or appointment.
 */
export class DirectorySource {
  private readonly units = new Map<string, UnitState>();
  private readonly officials = new Map<string, OfficialState>();
  private position: Position = 0n;
  private directory: Directory | null = null;
  private following: Promise<void> = Promise.resolve();
  private next: Promise<void> | null = null;

  constructor(private readonly store: Pick<EventStore, 'readAll'>) {}

  /** The directory as the log had it at the position, for answers that must be the same for ever. */
  static async upTo(store: Pick<EventStore, 'readAll'>, position: Position): Promise<Directory> {
    const source = new DirectorySource(store);
    await source.follow(position);
    return source.build();
  }

  /** Every organisation event recorded before the call is in the answer. */
  async current(): Promise<Directory> {
    // A pass must begin after its caller asked, or it could miss that caller's own write: all who wait share the next.
    await (this.next ??= this.passAfter());
    return (this.directory ??= this.build());
  }

  private passAfter(): Promise<void> {
    const pass = this.following.then(() => {
      this.next = null;
      return this.follow();
    });
    this.following = pass.catch(() => undefined);
    return pass;
  }

  /** The folded states the directory is built from, as of the last look at the log; copies, for plans of what would be. */
  async states(): Promise<{
    readonly units: ReadonlyMap<string, UnitState>;
    readonly officials: ReadonlyMap<string, OfficialState>;
  }> {
    await this.current();
    return { units: new Map(this.units), officials: new Map(this.officials) };
  }

  private build(): Directory {
    return directoryOf({
      units: [...this.units.values()],
      officials: [...this.officials.values()],
    });
  }

  private async follow(upTo: Position | null = null): Promise<void> {
    for (;;) {
      const slice = await this.store.readAll({
        after: this.position,
        maxCount: BATCH_SIZE,
        types: TYPES,
      });
      const wanted = slice.events.filter(({ position }) => upTo === null || position <= upTo);
      for (const event of wanted) this.take(event);
      if (wanted.length > 0) this.directory = null;
      this.position = slice.next;
      if (slice.next >= (upTo ?? slice.head) || slice.next >= slice.head) return;
    }
  }

  private take(event: RecordedEvent): void {
    const id = idOf(event.stream);
    if (categoryOf(event.stream) === unitDecider.category) {
      const state = this.units.get(id) ?? unitDecider.initialState;
      this.units.set(id, unitDecider.evolve(state, event as RecordedEvent<UnitEvent> as UnitEvent));
    } else {
      const state = this.officials.get(id) ?? officialDecider.initialState;
      this.officials.set(
        id,
        officialDecider.evolve(state, event as RecordedEvent<OfficialEvent> as OfficialEvent),
      );
    }
  }
}

/** The actor of a call as the directory knows them on the day of the act. @throws CommandRejected as `actorFacts` does. */
export function actorFactsOf(directory: Directory, actor: ActorRequest, on: LocalDate): ActorFacts {
  switch (actor.kind) {
    case 'person':
      return directory.actorFacts({ personId: actor.personId, onBehalfOf: actor.onBehalfOf }, on);
    case 'service':
      return directory.actorFacts({ serviceId: actor.serviceId }, on);
    case 'system':
      return {
        actor: { kind: 'system', id: 'thidua', unitId: null, role: null, onBehalfOf: null },
        posts: [],
      };
  }
}
