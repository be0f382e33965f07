import { status, type ServerUnaryCall } from '@grpc/grpc-js';
import {
  DeleteResp,
  TombstoneResp,
  type DeleteReq,
  type TombstoneReq,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import type { AppendOutcome, Expectation } from './stand-in-log';
import type { StandInState } from './stand-in-state';
import { expectationOf, refusal, textOf, tombstonedRefusal } from './wire';

type Reply<T> = (error: Error | null, response?: T) => void;

/** Hides a stream. */
export function deleteStream(
  { log }: StandInState,
  call: ServerUnaryCall<DeleteReq, DeleteResp>,
  reply: Reply<DeleteResp>,
): void {
  const options = call.request.getOptions();
  if (options === undefined) throw new Error('A delete came without its options');
  const expected = expectationOf(options, options.getRevision());
  const name = textOf(options.getStreamIdentifier());
  const outcome = log.softDelete(name, expected);
  if (outcome.kind !== 'written') {
    reply(refusalOf(outcome, name, expected));
    return;
  }
  const position = outcome.last.position.toString();
  const place = new DeleteResp.Position().setCommitPosition(position).setPreparePosition(position);
  reply(null, new DeleteResp().setPosition(place));
}

/** Closes a stream for ever. */
export function tombstoneStream(
  { log }: StandInState,
  call: ServerUnaryCall<TombstoneReq, TombstoneResp>,
  reply: Reply<TombstoneResp>,
): void {
  const options = call.request.getOptions();
  if (options === undefined) throw new Error('A tombstone came without its options');
  const expected = expectationOf(options, options.getRevision());
  const name = textOf(options.getStreamIdentifier());
  const outcome = log.tombstone(name, expected);
  if (outcome.kind !== 'written') {
    reply(refusalOf(outcome, name, expected));
    return;
  }
  const position = outcome.last.position.toString();
  const place = new TombstoneResp.Position()
    .setCommitPosition(position)
    .setPreparePosition(position);
  reply(null, new TombstoneResp().setPosition(place));
}

function refusalOf(
  outcome: Exclude<AppendOutcome, { readonly kind: 'written' }>,
  name: string,
  expected: Expectation,
): Error {
  if (outcome.kind === 'tombstoned') return tombstonedRefusal(name);
  return refusal(status.FAILED_PRECONDITION, 'Wrong expected version', {
    exception: 'wrong-expected-version',
    'stream-name': name,
    'expected-version': String(typeof expected === 'bigint' ? expected : -2),
    ...(outcome.current === null ? {} : { 'actual-version': String(outcome.current) }),
  });
}
