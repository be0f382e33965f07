import { Metadata, status, type StatusObject } from '@grpc/grpc-js';
import {
  StreamIdentifier,
  UUID,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb';
import {
  ReadResp,
  type AppendReq,
  type BatchAppendReq,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import type { Expectation, LoggedEvent, ProposedEvent } from './stand-in-log';

const TICKS_PER_MILLISECOND = 10_000n;
const HALF = 0xffff_ffff_ffff_ffffn;

export const textOf = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const identifierOf = (name: string): StreamIdentifier =>
  new StreamIdentifier().setStreamName(Buffer.from(name, 'utf8'));

/** The two clients send ids in two forms. */
export function uuidText(uuid: UUID | undefined): string {
  if (uuid?.hasStructured() !== true) return (uuid?.getString() ?? '').toLowerCase();
  const structured = uuid.getStructured();
  const most = BigInt.asUintN(64, BigInt(structured?.getMostSignificantBits() ?? 0));
  const least = BigInt.asUintN(64, BigInt(structured?.getLeastSignificantBits() ?? 0));
  const hex = ((most << 64n) | least).toString(16).padStart(32, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function uuidOf(text: string, isStructured: boolean): UUID {
  if (!isStructured) return new UUID().setString(text);
  const bits = BigInt(`0x${text.replaceAll('-', '')}`);
  return new UUID().setStructured(
    new UUID.Structured()
      .setMostSignificantBits(BigInt.asIntN(64, bits >> 64n).toString())
      .setLeastSignificantBits(BigInt.asIntN(64, bits & HALF).toString()),
  );
}

export const proposedOf = (
  message: BatchAppendReq.ProposedMessage | AppendReq.ProposedMessage,
): ProposedEvent => ({
  id: uuidText(message.getId()),
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

interface ExpectationOptions {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

export function expectationOf(options: ExpectationOptions, revision: string): Expectation {
  if (options.hasNoStream()) return -1n;
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'exists';
  return BigInt(revision);
}

export function eventMessage(event: LoggedEvent, isStructured: boolean): ReadResp {
  const position = event.position.toString();
  const recorded = new ReadResp.ReadEvent.RecordedEvent()
    .setId(uuidOf(event.id, isStructured))
    .setStreamIdentifier(identifierOf(event.stream))
    .setStreamRevision(event.revision.toString())
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('content-type', event.contentType)
    .set('created', (BigInt(event.created) * TICKS_PER_MILLISECOND).toString());
  return new ReadResp().setEvent(
    new ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position),
  );
}

/** A refusal the way the server tells it: a status, and in the trailing metadata which exception it was. */
export function refusal(
  code: status,
  details: string,
  trailer: Readonly<Record<string, string>> = {},
): Partial<StatusObject> & Error {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailer)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

export const tombstonedRefusal = (name: string): Partial<StatusObject> & Error =>
  refusal(status.FAILED_PRECONDITION, `Event stream '${name}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': name,
  });
