import type { ServerWritableStream } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import {
  ReadReq,
  ReadResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import { filterOf } from './filter';
import type { ReadFault } from './stand-in-faults';
import type { LoggedEvent, StandInLog } from './stand-in-log';
import type { StandInState } from './stand-in-state';
import { subscribe } from './subscription';
import { eventMessage, identifierOf, refusal, textOf, tombstonedRefusal } from './wire';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** Reads of a stream and of the whole log, and subscriptions, which are reads without an end. */
export function read(state: StandInState, call: ReadCall): void {
  call.on('error', () => undefined);
  call.on('cancelled', () => state.cancelledReadCount++);
  const options = call.request.getOptions();
  if (options === undefined) throw new Error('A read came without its options');
  if (options.hasSubscription()) {
    subscribe(state, call, options);
    return;
  }
  const fault = state.faults.nextRead();
  if (fault === null) readOnce(state, call, options);
  else spoilRead(state, call, fault);
}

function spoilRead(state: StandInState, call: ReadCall, fault: ReadFault): void {
  if (fault === 'never') return;
  if (fault === 'cut') void state.cut();
  else if (fault === 'notLeader') call.emit('error', state.notLeader());
  else call.emit('error', refusal(fault.code, fault.details));
}

function readOnce(state: StandInState, call: ReadCall, options: ReadReq.Options): void {
  const found = options.hasStream() ? ofStream(state, options) : ofAll(state, options);
  if (found instanceof Error) {
    call.emit('error', found);
    return;
  }
  if (found === null) {
    const name = textOf(options.getStream()?.getStreamIdentifier());
    const missing = new ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(name));
    call.write(new ReadResp().setStreamNotFound(missing));
  } else {
    const isStructured = options.getUuidOption()?.hasStructured() === true;
    const count = Number(options.getCount());
    for (const event of found.slice(0, count)) call.write(eventMessage(event, isStructured));
  }
  call.end();
}

const isBackwards = (options: ReadReq.Options): boolean =>
  options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;

/** From the revision given on, that one included; null when the stream is not found. */
function ofStream(
  { log }: StandInState,
  options: ReadReq.Options,
): readonly LoggedEvent[] | Error | null {
  const from = options.getStream();
  const name = textOf(from?.getStreamIdentifier());
  const events = log.visible(name);
  if (events === null) return null;
  if (events === 'tombstoned') return tombstonedRefusal(name);
  const revision = from?.hasRevision() === true ? BigInt(from.getRevision()) : null;
  if (isBackwards(options)) {
    return events.filter((event) => revision === null || event.revision <= revision).toReversed();
  }
  if (from?.hasEnd() === true) return [];
  return events.filter((event) => revision === null || event.revision >= revision);
}

/** Forwards from the position given on, that one included; backwards from before it. */
function ofAll({ log }: StandInState, options: ReadReq.Options): readonly LoggedEvent[] | Error {
  const from = options.getAll();
  const place = from?.getPosition();
  const position = place === undefined ? null : BigInt(place.getCommitPosition());
  const isRecord = place?.getCommitPosition() === place?.getPreparePosition();
  if (position !== null && !(isRecord && log.isPlace(position))) {
    return refusal(status.UNKNOWN, `Unexpected ReadAllResult: no record begins at ${position}`);
  }
  return [...wanted(log, options, position)];
}

function* wanted(
  log: StandInLog,
  options: ReadReq.Options,
  position: bigint | null,
): Generator<LoggedEvent> {
  const { all } = log;
  const matches = filterOf(options);
  const backwards = isBackwards(options);
  let left = Number(options.getCount());
  const start = position === null ? (backwards ? all.length : 0) : log.indexAt(position);
  const isEmpty = !backwards && options.getAll()?.hasEnd() === true;
  const step = backwards ? -1 : 1;
  for (let index = backwards ? start - 1 : start; left > 0 && !isEmpty; index += step) {
    const event = all[index];
    if (event === undefined) return;
    if (!matches(event)) continue;
    left--;
    yield event;
  }
}
