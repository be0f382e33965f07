import type { KurrentDBClient, WrongExpectedVersionError } from '@kurrent/kurrentdb-client';
import type { Revision } from '@thidua/kernel';
import { AppendOutcomeUnknown } from '../append-faults';
import {
  CommandIdReused,
  EventIdReused,
  type AppendConflict,
  type Appended,
  type AppendResult,
} from '../event-store';
import type { PreparedAppend } from '../prepared-append';
import { failureKindOf, isTooLarge } from './client/failure-kind';
import type { KurrentConnection } from './client/kurrent-connection';
import { within } from './client/no-answer';
import { AppendTooLarge, KurrentDbRefused } from './kurrentdb-faults';
import type { KurrentLogReader } from './log-reader';
import {
  appendedOf,
  commandsIn,
  type CommandRegistry,
  type KnownCommand,
  type WrittenCommand,
} from './registry/command-registry';
import { toStored } from './stored-event';
import { StreamHeads } from './stream-heads';

/** The log's answer to one write: done, or the stream is elsewhere (null: it does not exist). */
type Sent =
  | { readonly kind: 'written'; readonly firstRevision: Revision }
  | { readonly kind: 'elsewhere'; readonly actual: Revision | null };

/**
 * Writes one command's events and knows afterwards whether they are in the log. Nothing is sent before the command is
 * reserved, and a reservation found open is settled by looking into the log.
 */
export class Appender {
  private readonly heads = new StreamHeads();

  constructor(
    private readonly connection: KurrentConnection,
    private readonly reader: KurrentLogReader,
    private readonly registry: CommandRegistry,
  ) {}

  /** @throws CommandIdReused, EventIdReused, AppendOutcomeUnknown, AppendTooLarge, KurrentDbRefused */
  async append(request: PreparedAppend): Promise<AppendResult> {
    for (;;) {
      const known = await this.registry.find(request.commandId);
      const answered = known === null ? null : await this.answerKnown(known, request);
      if (answered !== null) return answered;
      const result = await this.appendNew(request);
      if (result !== null) return result;
    }
  }

  /** What a command wrote, looked up in the log when it is only reserved; null when it wrote nothing so far. */
  async settle(known: KnownCommand): Promise<Appended | null> {
    if (known.appended !== null) return known.appended;
    const written = await this.commandAt(known, known.expected + 1, known.size);
    if (written === null) return null;
    await this.registry.record([written]);
    return appendedOf(written, true);
  }

  /** Null: its id is free again. */
  private async answerKnown(
    known: KnownCommand,
    request: PreparedAppend,
  ): Promise<AppendResult | null> {
    const appended = await this.settle(known);
    if (appended === null && (await this.isOvertaken(known))) {
      await this.registry.release(known.commandId);
      return null;
    }
    if (known.fingerprint !== request.fingerprint) throw new CommandIdReused(request.commandId);
    if (appended !== null) return appended;
    // Whoever reserved it may still write it: the same ids at the same place are written once, whoever comes first.
    const again = await this.write({ ...request, stream: known.stream }, known.expected);
    return again.outcome === 'appended' ? { ...again, repeated: true } : null;
  }

  /** The stream has gone on without it, so it can never be written where it was meant to be. */
  private async isOvertaken({ stream, expected }: KnownCommand): Promise<boolean> {
    return ((await this.reader.lastRevision(stream)) ?? -1) > expected;
  }

  /** Null: the stream changed under an expectation that allows it, or the command was reserved elsewhere meanwhile. */
  private async appendNew(request: PreparedAppend): Promise<AppendResult | null> {
    const expected = await this.exactRevision(request);
    if (expected === null) return conflictOf(request, null);
    if (this.heads.atLeast(request.stream) > expected) {
      // Lost for certain: nothing has to be reserved and sent to learn it.
      return conflictOf(request, await this.reader.lastRevision(request.stream));
    }
    const reservation = await this.registry.reserve(request, expected);
    if (reservation.outcome === 'known') return null;
    if (reservation.outcome === 'eventIdUsed') {
      if (await this.isFreed(reservation.holderId)) return null;
      throw new EventIdReused(reservation.eventId);
    }
    const result = await this.write(request, expected);
    const mayGoOn =
      request.expected === 'any' || (request.expected === 'exists' && hasEvents(result));
    return result.outcome === 'conflict' && mayGoOn ? null : result;
  }

  /** Only appends after an exact revision are told from their own repetition for certain. Null: it must exist. */
  private async exactRevision({ stream, expected }: PreparedAppend): Promise<Revision | null> {
    if (expected === 'none') return -1;
    if (typeof expected === 'number') return expected;
    const last = await this.reader.lastRevision(stream);
    return last === null && expected === 'any' ? -1 : last;
  }

  /** The command that holds an event id wrote nothing and never will. */
  private async isFreed(holderId: string): Promise<boolean> {
    const holder = await this.registry.find(holderId);
    if (holder === null) return true;
    if ((await this.settle(holder)) !== null || !(await this.isOvertaken(holder))) return false;
    await this.registry.release(holderId);
    return true;
  }

  private async write(request: PreparedAppend, expected: Revision): Promise<AppendResult> {
    const sent = await this.send(request, expected);
    const size = request.events.length;
    if (sent.kind === 'written') {
      const written = await this.readBack(request, sent.firstRevision);
      // The log has it. A registry that cannot be reached now finds it there when the command is asked for again.
      await this.registry.record([written]).catch(() => undefined);
      this.heads.see(request.stream, sent.firstRevision + size - 1);
      return appendedOf(written, false);
    }
    this.heads.see(request.stream, sent.actual);
    const earlier = await this.commandAt(request, expected + 1, size);
    if (earlier === null) {
      await this.registry.release(request.commandId);
      return conflictOf(request, sent.actual);
    }
    await this.registry.record([earlier]);
    return appendedOf(earlier, false);
  }

  /** Sends until there is an answer; the same ids after the same revision are written once, however often. */
  private async send(request: PreparedAppend, expected: Revision): Promise<Sent> {
    const pauses = this.connection.pauses(this.connection.timeouts.retryMs);
    for (let isUncertain = false; ; isUncertain = true) {
      try {
        const send = (client: KurrentDBClient): Promise<Revision> =>
          this.sendOnce(client, request, expected);
        const last = await this.connection.attempt('append', send);
        return { kind: 'written', firstRevision: last - request.events.length + 1 };
      } catch (error) {
        const kind = failureKindOf(error);
        if (kind === 'wrongRevision') return { kind: 'elsewhere', actual: actualOf(error) };
        if (kind === 'refused' && !isUncertain) {
          await this.registry.release(request.commandId);
          throw refusalOf(request, this.connection.hosts, error);
        }
        if (kind !== 'again' || !(await pauses.next())) {
          return await this.lookAfter(request, expected, error);
        }
      }
    }
  }

  private async sendOnce(
    client: KurrentDBClient,
    request: PreparedAppend,
    expected: Revision,
  ): Promise<Revision> {
    const events = request.events.map((event) => toStored(request, event));
    const { nextExpectedRevision } = await within(
      this.connection.timeouts.appendMs,
      client.appendToStream(request.stream, events, {
        streamState: expected < 0 ? 'no_stream' : BigInt(expected),
        requiresLeader: true,
      }),
    );
    return Number(nextExpectedRevision);
  }

  /** The last word before giving up: perhaps it is there. */
  private async lookAfter(
    request: PreparedAppend,
    expected: Revision,
    cause: unknown,
  ): Promise<Sent> {
    const { readMs } = this.connection.timeouts;
    const look = this.commandAt(request, expected + 1, request.events.length);
    const written = await within(readMs, look).catch((): null => null);
    if (written === null) throw new AppendOutcomeUnknown(request.commandId, cause);
    return { kind: 'written', firstRevision: written.firstRevision };
  }

  /** The answer to an append names one position at most, and not every server names it. */
  private async readBack(
    request: PreparedAppend,
    firstRevision: Revision,
  ): Promise<WrittenCommand> {
    for (const pauses = this.connection.pauses(this.connection.timeouts.retryMs); ;) {
      const found = await this.commandAt(request, firstRevision, request.events.length).catch(
        (error: unknown) => {
          throw new AppendOutcomeUnknown(request.commandId, error);
        },
      );
      if (found !== null && found.ids.length === request.events.length) return found;
      if (!(await pauses.next())) {
        const why = `revision ${firstRevision} of ${request.stream} does not show the events`;
        throw new AppendOutcomeUnknown(request.commandId, new Error(why));
      }
    }
  }

  /** What the command wrote at this place; null when nothing is there, or something else. */
  private async commandAt(
    { commandId, stream }: Pick<KnownCommand, 'commandId' | 'stream'>,
    fromRevision: Revision,
    maxCount: number,
  ): Promise<WrittenCommand | null> {
    const events = await this.reader.readLogged(stream, { fromRevision, maxCount });
    const [first] = commandsIn(events);
    return first?.commandId === commandId ? first : null;
  }
}

const conflictOf = (
  { stream, expected }: PreparedAppend,
  actual: Revision | null,
): AppendConflict => ({ outcome: 'conflict', stream, expected, actual });

const hasEvents = (result: AppendResult): boolean =>
  result.outcome === 'conflict' && result.actual !== null;

function actualOf(error: unknown): Revision | null {
  const { actualState } = error as WrongExpectedVersionError;
  return typeof actualState === 'bigint' ? Number(actualState) : null;
}

function refusalOf(request: PreparedAppend, hosts: string, error: unknown): Error {
  if (!isTooLarge(error)) return new KurrentDbRefused(hosts, error);
  const { maxAppendSize } = error as { readonly maxAppendSize?: number };
  return new AppendTooLarge(request.stream, null, maxAppendSize ?? null);
}
