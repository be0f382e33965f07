import {
  eventIdOf,
  type Appended,
  type AppendResult,
  type EventStore,
  type NewEvent,
} from '@thidua/event-store';
import { digestOf } from '@thidua/evidence';
import {
  invariant,
  streamName,
  type ActorFacts,
  type Decider,
  type DomainEvent,
  type EventCatalogue,
  type Json,
  type RecordedEvent,
} from '@thidua/kernel';
import type { Around, CommandFacts, StreamFacts } from '../instruments';
import type { Call, CommandOutcome } from './call';
import { rejectCall } from './call-errors';
import { foldStream } from './fold-stream';

/** How often a race for the same stream is run again when the caller did not state a revision. */
const ATTEMPT_COUNT_MAX = 8;

/** An aggregate with what is needed to write its events. */
export interface Aggregate<Command, Event extends DomainEvent, State, Context> {
  readonly decider: Decider<Command, Event, State, Context>;
  readonly events: EventCatalogue;
}

export interface RunRequest<Command, State, Context> {
  readonly id: string;
  readonly command: Command & { readonly type: string; readonly data: unknown };
  readonly call: Call;
  /** Facts looked up for this state and the events it was folded from; may be asked again when a race is retried. */
  contextOf(
    state: State,
    history: readonly RecordedEvent[],
  ): Context & { readonly actor: ActorFacts };
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

/** Load, decide, append: the one way by which a command becomes events. */
export class CommandRunner {
  private readonly instruments: RunnerInstruments;

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
    const { command, call } = request;
    return this.instruments.aroundCommand({ stream, type: command.type, call }, () =>
      this.settle(aggregate, request, stream),
    );
  }

  private async settle<Command, Event extends DomainEvent, State, Context>(
    aggregate: Aggregate<Command, Event, State, Context>,
    request: RunRequest<Command, State, Context>,
    stream: string,
  ): Promise<CommandOutcome> {
    const fingerprint = digestOf({
      stream,
      type: request.command.type,
      data: request.command.data,
      content: request.call.contentDigest ?? null,
    });
    const earlier = await this.earlierAnswer(request.call.commandId, fingerprint);
    if (earlier !== null) return earlier;

    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.attempt(aggregate, request, stream, fingerprint);
      if (outcome !== 'raced') return outcome;
      invariant(
        attempt < ATTEMPT_COUNT_MAX,
        `stream ${stream} settles within ${ATTEMPT_COUNT_MAX} attempts`,
      );
    }
  }

  /** The first answer to a command that was taken before; null when it is new. */
  private async earlierAnswer(
    commandId: string,
    fingerprint: string,
  ): Promise<CommandOutcome | null> {
    const earlier = await this.store.findCommand(commandId);
    if (earlier === null) return null;
    if (earlier.fingerprint !== fingerprint) return rejectCall('COMMAND_ID_REUSED', { commandId });
    return this.repeatedOutcome(earlier.appended);
  }

  private async attempt<Command, Event extends DomainEvent, State, Context>(
    aggregate: Aggregate<Command, Event, State, Context>,
    request: RunRequest<Command, State, Context>,
    stream: string,
    fingerprint: string,
  ): Promise<CommandOutcome | 'raced'> {
    const history = await this.store.readStream(stream);
    const revision = history.at(-1)?.revision ?? null;
    requireExpected(request.call, revision);
    const state = foldStream(aggregate.decider, history);
    const { command, call } = request;
    const context = request.contextOf(state, history);
    const decided = aggregate.decider.decide(command, state, context);
    if (decided.length === 0)
      return { stream, revision, position: null, repeated: false, events: [] };

    const events = decided.map((event, index) =>
      toNewEvent(event, eventIdOf(call.commandId, index), aggregate.events, {
        call,
        actor: context.actor,
      }),
    );
    const result = await this.instruments.aroundAppend(
      { stream, eventCount: events.length, call },
      () =>
        this.store.append({
          stream,
          expected: revision ?? 'none',
          events,
          commandId: call.commandId,
          fingerprint,
        }),
    );
    if (result.outcome === 'appended') {
      if (result.repeated) return this.repeatedOutcome(result);
      return outcomeOf(result, events);
    }
    if (call.expectedRevision !== null) requireExpected(call, result.actual);
    return 'raced';
  }

  private async repeatedOutcome(appended: Appended): Promise<CommandOutcome> {
    const events = await this.store.readStream(appended.stream, {
      fromRevision: appended.firstRevision,
      maxCount: appended.lastRevision - appended.firstRevision + 1,
    });
    return { ...outcomeOf(appended, events), repeated: true };
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
