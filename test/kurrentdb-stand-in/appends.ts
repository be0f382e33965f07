import type { ServerDuplexStream, ServerReadableStream } from '@grpc/grpc-js';
import { Code } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/code_pb';
import {
  AccessDenied,
  AllStreamPosition,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  Timeout,
  WrongExpectedVersion,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb';
import { Status } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb';
import {
  AppendResp,
  BatchAppendResp,
  type AppendReq,
  type BatchAppendReq,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import type { Message } from 'google-protobuf';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import type { AppendFault, FaultyAppend } from './stand-in-faults';
import type { Expectation, LoggedEvent, ProposedEvent } from './stand-in-log';
import type { StandInState } from './stand-in-state';
import {
  expectationOf,
  identifierOf,
  proposedOf,
  refusal,
  textOf,
  tombstonedRefusal,
  uuidText,
} from './wire';

interface Gathered {
  readonly stream: string;
  readonly expected: Expectation;
  readonly events: ProposedEvent[];
}

type BatchCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;
type Answer = (response: BatchAppendResp) => void;

/** Many appends on one call, each told apart by its correlation id and gathered until its final part. */
export function batchAppend(state: StandInState, call: BatchCall): void {
  const gathering = new Map<string, Gathered>();
  call.on('data', (part: BatchAppendReq) => {
    const id = uuidText(part.getCorrelationId());
    const options = part.getOptions();
    if (options !== undefined) {
      const expected = expectationOf(options, options.getStreamPosition());
      const stream = textOf(options.getStreamIdentifier());
      gathering.set(id, { stream, expected, events: [] });
    }
    const gathered = gathering.get(id);
    if (gathered === undefined) throw new Error(`A part of append ${id} came without its options`);
    gathered.events.push(...part.getProposedMessagesList().map(proposedOf));
    if (!part.getIsFinal()) return;
    gathering.delete(id);
    const answer: Answer = (response) => {
      response.setCorrelationId(part.getCorrelationId());
      call.write(response.setStreamIdentifier(identifierOf(gathered.stream)));
    };
    takeAppend(state, gathered, { call, answer });
  });
  call.on('end', () => call.end());
  call.on('error', () => undefined);
}

interface Line {
  readonly call: BatchCall;
  readonly answer: Answer;
}

function takeAppend(state: StandInState, append: Gathered, { call, answer }: Line): void {
  const fault = state.faults.nextAppend();
  if (fault === null) {
    answer(properAnswer(state, append));
    return;
  }
  const proper = fault.commits ? properAnswer(state, append) : null;
  spoilAnswer(state, fault, { call, answer, proper });
}

function spoilAnswer(
  state: StandInState,
  { answer: fault }: FaultyAppend,
  { call, answer, proper }: Line & { readonly proper: BatchAppendResp | null },
): void {
  if (typeof fault === 'string') {
    spoilByName(state, fault, { call, answer });
  } else if ('code' in fault) {
    call.emit('error', refusal(fault.code, fault.details));
  } else {
    setTimeout(() => {
      if (proper !== null) answer(proper);
    }, fault.afterMs);
  }
}

function spoilByName(
  state: StandInState,
  fault: Extract<AppendFault, string>,
  { call, answer }: Line,
): void {
  switch (fault) {
    case 'never':
      return;
    case 'endStream':
      call.end();
      return;
    case 'cut':
      void state.cut();
      return;
    case 'notLeader':
      call.emit('error', state.notLeader());
      return;
    case 'notReady':
      answer(failure('Server Is Not Ready', new Empty(), 'google.protobuf.Empty'));
      return;
    case 'commitTimeout':
      answer(failure('Operation timed out', new Timeout(), 'event_store.client.Timeout'));
      return;
    case 'tooLarge':
      answer(failure('MaximumAppendEventSizeExceeded', new Empty(), 'google.protobuf.Empty'));
      return;
    case 'wrongRevision':
      answer(wrongRevision(-1n, 0n));
      return;
    case 'accessDenied':
      answer(failure('Access Denied', new AccessDenied(), 'event_store.client.AccessDenied'));
      return;
  }
}

function properAnswer(
  { log, faults }: StandInState,
  { stream, expected, events }: Gathered,
): BatchAppendResp {
  const size = events.reduce((sum, event) => sum + event.data.length + event.metadata.length, 0);
  if (size > faults.maxAppendBytes) {
    const details = new MaximumAppendSizeExceeded().setMaxappendsize(faults.maxAppendBytes);
    const name = 'event_store.client.MaximumAppendSizeExceeded';
    return failure('Maximum append size exceeded', details, name);
  }
  const outcome = log.append(stream, expected, events);
  switch (outcome.kind) {
    case 'written':
      return success(outcome.last);
    case 'tombstoned': {
      const details = new StreamDeleted().setStreamIdentifier(identifierOf(stream));
      return failure('Stream deleted', details, 'event_store.client.StreamDeleted');
    }
    case 'wrongRevision':
      return wrongRevision(expected, outcome.current);
  }
}

function wrongRevision(expected: Expectation, current: bigint | null): BatchAppendResp {
  const details = new WrongExpectedVersion();
  if (current === null) details.setCurrentNoStream(new Empty());
  else details.setCurrentStreamRevision(current.toString());
  if (expected === 'any') details.setExpectedAny(new Empty());
  else if (expected === 'exists') details.setExpectedStreamExists(new Empty());
  else if (expected === -1n) details.setExpectedNoStream(new Empty());
  else details.setExpectedStreamPosition(expected.toString());
  return failure('Wrong expected version', details, 'event_store.client.WrongExpectedVersion');
}

function success({ revision, position }: LoggedEvent): BatchAppendResp {
  const place = new AllStreamPosition()
    .setCommitPosition(position.toString())
    .setPreparePosition(position.toString());
  return new BatchAppendResp().setSuccess(
    new BatchAppendResp.Success().setCurrentRevision(revision.toString()).setPosition(place),
  );
}

function failure(message: string, details: Message, name: string): BatchAppendResp {
  const any = new Any();
  any.pack(details.serializeBinary(), name);
  return new BatchAppendResp().setError(
    new Status().setCode(Code.UNKNOWN).setMessage(message).setDetails(any),
  );
}

type AppendCall = ServerReadableStream<AppendReq, AppendResp>;
type AppendReply = (error: Error | null, response?: AppendResp) => void;

/** One append on one call, which clients use when they send credentials with it. */
export function append({ log }: StandInState, call: AppendCall, reply: AppendReply): void {
  let gathered: Gathered | null = null;
  call.on('data', (part: AppendReq) => {
    const options = part.getOptions();
    const message = part.getProposedMessage();
    if (options !== undefined) {
      const expected = expectationOf(options, options.getRevision());
      gathered = { stream: textOf(options.getStreamIdentifier()), expected, events: [] };
    } else if (message !== undefined) {
      gathered?.events.push(proposedOf(message));
    }
  });
  call.on('end', () => {
    if (gathered === null) throw new Error('An append came without its options');
    const { stream, expected, events } = gathered;
    const outcome = log.append(stream, expected, events);
    if (outcome.kind === 'tombstoned') reply(tombstonedRefusal(stream));
    else if (outcome.kind === 'written') reply(null, plainSuccess(outcome.last));
    else reply(null, plainWrongRevision(expected, outcome.current));
  });
}

function plainSuccess({ revision, position }: LoggedEvent): AppendResp {
  const place = new AppendResp.Position()
    .setCommitPosition(position.toString())
    .setPreparePosition(position.toString());
  return new AppendResp().setSuccess(
    new AppendResp.Success().setCurrentRevision(revision.toString()).setPosition(place),
  );
}

function plainWrongRevision(expected: Expectation, current: bigint | null): AppendResp {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (current !== null) wrong.setCurrentRevision(current.toString());
  if (typeof expected === 'bigint' && expected >= 0n)
    wrong.setExpectedRevision(expected.toString());
  return new AppendResp().setWrongExpectedVersion(wrong);
}
