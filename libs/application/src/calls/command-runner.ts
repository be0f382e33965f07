import {
  AppendTooLarge,
  CommandIdReused,
  eventIdOf,
  EventIdReused,
  type Appended,
  type AppendRequest,
  type AppendResult,
  type EventStore,
  type NewEvent,
} from '@thidua/event-store';
import { digestOf } from '@thidua/evidence';
import {
  CommandRejected,
  invariant,
  streamName,
  type ActorFacts,
  type Decider,
  type DomainEvent,
  type EventCatalogue,
  type Json,
} from '@thidua/kernel';
import type { Around, CommandFacts, StreamFacts } from '../instruments';
import type { Call, CommandOutcome } from './call';
import { rejectCall } from './call-errors';
import { FoldedStreams } from './folded-streams';
import { StreamPlace, type PastEvent } from './stream-place';

/** How often a race for the same stream is run again when the caller did not state a revision. */
const ATTEMPT_COUNT_MAX = 8;

/** An aggregate with what is needed to write its events. */
export interface Aggregate<Command, Event extends DomainEvent, State, Context> {
  readonly decider: Decider<Command, Event, State, Context>;
  readonly events: EventCatalogue;
  /** States stay in memory from one command to the next, for streams that commands come to again and again. */
  readonly keepsStates?: boolean;
}

export interface RunRequest<Command, State, Context> {
  readonly id: string;
  readonly command: Command & { readonly type: string; readonly data: unknown };
  readonly call: Call;
  /** The decision has to know the events of the stream, beside the state that came of them. */
  readonly needsHistory?: boolean;
  /**
   * Facts looked up for this state; may be asked again when a race is retried. The history is empty unless it was asked
   * for.
   */
  contextOf(state: State, history: readonly PastEvent[]): Context & { readonly actor: ActorFacts };
}

/** Runs around the work of the runner; the work's own answer is given back. */
export interface RunnerInstruments {
  readonly aroundCommand: Around<CommandFacts, CommandOutcome>;
  readonly aroundAppend: Around<StreamFacts, AppendResult>;
}

const BARE: RunnerInstruments = {
  aroundCommand: (_facts, run) => run(),
  aroundAppend: (_facts, run) => run(),
};

/** What became of one of several commands: what it did, or why it was refused. */
export type Settled = { readonly outcome: CommandOutcome } | { readonly refusal: Error };

type Known = Awaited<ReturnType<EventStore['findCommand']>>;

/** Load, decide, append: the one way by which a command becomes events. */
export class CommandRunner {
  private readonly instruments: RunnerInstruments;
  private readonly kept = new FoldedStreams();

  constructor(
    private readonly store: EventStore,
    instruments: Partial<RunnerInstruments> = {},
  ) {
    this.instruments = { ...BARE, ...instruments };
  }

  /**
   * @throws CommandRejected when a rule says no, when the stated revision is stale (STALE_REVISION) or the command id
   * was used for another request (COMMAND_ID_REUSED).
   */
  async run<Command, Event extends DomainEvent, State, Context>(
    aggregate: Aggregate<Command, Event, State, Context>,
    request: RunRequest<Command, State, Context>,
  ): Promise<CommandOutcome> {
    const stream = streamName(aggregate.decider.category, request.id);
    return this.instruments.aroundCommand(factsOf(stream, request), async () => {
      const place = this.placeOf(aggregate, stream);
      const [known] = await Promise.all([
        this.store.findCommand(request.call.commandId),
        place.read({ isWhole: request.needsHistory === true }),
      ]);
      return this.settle(aggregate, request, { place, known });
    });
  }

  /**
   * Several commands for one stream, one after the other: the stream is read once, and each is decided on what those
   * before it have written. One that is refused does not hold up the others.
   * @throws what is no refusal, such as a store that does not answer; the commands after it were not tried.
   */
  async runInOrder<Command, Event extends DomainEvent, State, Context>(
    aggregate: Aggregate<Command, Event, State, Context>,
    id: string,
    requests: readonly RunRequest<Command, State, Context>[],
  ): Promise<readonly Settled[]> {
    const stream = streamName(aggregate.decider.category, id);
    const place = this.placeOf(aggregate, stream);
    const [, ...found] = await Promise.all([
      place.read({ isWhole: requests.some(({ needsHistory }) => needsHistory === true) }),
      ...requests.map(({ call }) => this.store.findCommand(call.commandId)),
    ]);
    const settled: Settled[] = [];
    const taken = new Set<string>();
    for (const [index, request] of requests.entries()) {
      const { commandId } = request.call;
      // The first of two under one id may have been written since all were looked up.
      const isTwin = taken.has(commandId);
      const known = isTwin ? await this.store.findCommand(commandId) : (found[index] ?? null);
      taken.add(commandId);
      const run = () => this.settle(aggregate, request, { place, known });
      settled.push(await refusalOr(this.instruments.aroundCommand(factsOf(stream, request), run)));
    }
    return settled;
  }

  private placeOf<Command, Event extends DomainEvent, State, Context>(
    { decider, keepsStates }: Aggregate<Command, Event, State, Context>,
    stream: string,
  ): StreamPlace<Event, State> {
    const kept = keepsStates === true ? this.kept : null;
    return new StreamPlace({ decider, store: this.store, kept }, stream);
  }

  private async settle<Command, Event extends DomainEvent, State, Context>(
    aggregate: Aggregate<Command, Event, State, Context>,
    request: RunRequest<Command, State, Context>,
    { place, known }: { readonly place: StreamPlace<Event, State>; readonly known: Known },
  ): Promise<CommandOutcome> {
    const { command, call } = request;
    const fingerprint = digestOf({
      stream: place.stream,
      type: command.type,
      data: command.data,
      content: call.contentDigest ?? null,
    });
    if (known !== null) return this.firstAnswer(known, { call, fingerprint, place });
    for (let attempt = 1; ; attempt += 1) {
      try {
        const outcome = await this.attempt(aggregate, request, { place, fingerprint });
        if (outcome !== 'raced') return outcome;
      } catch (error) {
        if (!(error instanceof CommandRejected)) throw error;
        // What refuses it may be its own first answer, written between the look-up and the read.
        const meanwhile = await this.store.findCommand(call.commandId);
        if (meanwhile === null) throw error;
        return this.firstAnswer(meanwhile, { call, fingerprint, place });
      }
      invariant(
        attempt < ATTEMPT_COUNT_MAX,
        `stream ${place.stream} settles within ${ATTEMPT_COUNT_MAX} attempts`,
      );
      await place.readAfterRace();
    }
  }

  /** The first answer to a command that was taken before. @throws CommandRejected COMMAND_ID_REUSED */
  private async firstAnswer(
    { fingerprint: before, appended }: NonNullable<Known>,
    {
      call: { commandId },
      fingerprint,
      place,
    }: {
      readonly call: Call;
      readonly fingerprint: string;
      readonly place: Pick<StreamPlace<never, unknown>, 'eventsOf'>;
    },
  ): Promise<CommandOutcome> {
    if (before !== fingerprint) return rejectCall('COMMAND_ID_REUSED', { commandId });
    return { ...outcomeOf(appended, await place.eventsOf(appended)), repeated: true };
  }

  private async attempt<Command, Event extends DomainEvent, State, Context>(
    aggregate: Aggregate<Command, Event, State, Context>,
    request: RunRequest<Command, State, Context>,
    {
      place,
      fingerprint,
    }: { readonly place: StreamPlace<Event, State>; readonly fingerprint: string },
  ): Promise<CommandOutcome | 'raced'> {
    const { command, call } = request;
    const { stream, revision } = place;
    requireExpected(call, revision);
    const context = request.contextOf(place.state, place.history ?? []);
    const decided = aggregate.decider.decide(command, place.state, context);
    if (decided.length === 0)
      return { stream, revision, position: null, repeated: false, events: [] };

    const events = decided.map((event, index) =>
      toNewEvent(event, eventIdOf(call.commandId, index), aggregate.events, {
        call,
        actor: context.actor,
      }),
    );
    const { commandId } = call;
    const result = await this.instruments.aroundAppend(
      { stream, eventCount: events.length, call },
      () => this.append({ stream, expected: revision ?? 'none', events, commandId, fingerprint }),
    );
    if (result.outcome === 'appended') {
      if (result.repeated)
        return { ...outcomeOf(result, await place.eventsOf(result)), repeated: true };
      place.goOn(result, events);
      return outcomeOf(result, events);
    }
    if (call.expectedRevision !== null) requireExpected(call, result.actual);
    return 'raced';
  }

  /** Two under one id may be on their way at the same time; whoever comes second learns it from the store. */
  private async append(request: AppendRequest): Promise<AppendResult> {
    try {
      return await this.store.append(request);
    } catch (error) {
      if (!(error instanceof CommandIdReused)) throw error;
      return rejectCall('COMMAND_ID_REUSED', { commandId: request.commandId });
    }
  }
}

const factsOf = (
  stream: string,
  { command: { type }, call }: { readonly command: { readonly type: string }; readonly call: Call },
): CommandFacts => ({ stream, type, call });

/** Refusals answer the command alone; whatever else goes wrong is thrown. */
async function refusalOr(work: Promise<CommandOutcome>): Promise<Settled> {
  try {
    return { outcome: await work };
  } catch (error) {
    const isRefusal =
      error instanceof CommandRejected ||
      error instanceof EventIdReused ||
      error instanceof AppendTooLarge;
    if (!isRefusal) throw error;
    return { refusal: error };
  }
}

function requireExpected(call: Call, actual: number | null): void {
  if (call.expectedRevision === null || call.expectedRevision === actual) return;
  rejectCall('STALE_REVISION', { expected: call.expectedRevision, actual: actual ?? 'none' });
}

const outcomeOf = (
  appended: Appended,
  events: readonly { readonly id: string; readonly type: string }[],
): CommandOutcome => ({
  stream: appended.stream,
  revision: appended.lastRevision,
  position: appended.lastPosition.toString(),
  repeated: appended.repeated,
  events: events.map(({ id, type }) => ({ id, type })),
});

function toNewEvent(
  event: DomainEvent,
  id: string,
  catalogue: EventCatalogue,
  { call, actor }: { readonly call: Call; readonly actor: ActorFacts },
): NewEvent {
  const definition = catalogue[event.type];
  invariant(definition, `event type ${event.type} is in its catalogue`);
  const { occurredAt, correlationId, causationId } = call;
  return {
    id,
    type: event.type,
    schemaVersion: definition.schemaVersion,
    data: event.data as Json,
    metadata: { occurredAt, actor: actor.actor, correlationId, causationId },
  };
}
