import { convertToCommandError, type KurrentDBClient } from '@kurrent/kurrentdb-client';
import {
  Empty,
  StreamIdentifier,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb';
import { StreamsClient } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb';
import {
  ReadReq,
  type ReadResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import type { LogPlace } from '../position';
import { NoAnswer, within } from './no-answer';

/** A record as the server sent it, user metadata and data as text. */
export interface LogRecord {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly place: LogPlace;
  readonly type: string;
  /** The server's clock, milliseconds since 1970. */
  readonly createdMs: number;
  readonly data: string;
  readonly metadata: string;
}

interface Extent {
  readonly maxCount: number;
  readonly isBackwards?: boolean;
}

/** A read of one stream from a revision, or of the whole log without the server's own events. */
export type ReadRequest = Extent &
  (
    | { readonly stream: string; readonly from: number | 'end' }
    | {
        readonly from: LogPlace | 'start' | 'end';
        /** Types that begin with one of these; undefined lets every type of ours through. */
        readonly typePrefixes?: readonly string[];
      }
  );

const TICKS_PER_MILLISECOND = 10_000n;
/** The server's own events have types that begin with a dollar sign. */
const NO_SYSTEM_EVENTS = '^[^$].*';

/**
 * Reads to the end or to `maxCount`; nothing when the stream does not exist. It goes over the client's gRPC channel, with the
 * client's discovery, credentials and reconnection, because the client's own reads cut times to whole seconds, cannot
 * be cancelled, and use a second connection.
 * @param idleMs longest wait for the next record; then the call is cancelled.
 */
export async function readRecords(
  client: KurrentDBClient,
  request: ReadRequest,
  idleMs: number,
): Promise<readonly LogRecord[]> {
  const message = messageOf(request);
  const open = client['GRPCStreamCreator'](StreamsClient, 'read', (grpc) =>
    grpc.read(
      message,
      ...client['callArguments']({ requiresLeader: true }, { deadline: Infinity }),
    ),
  );
  const call = await within(idleMs, open());
  const records: LogRecord[] = [];
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new NoAnswer(idleMs));
      call.cancel();
    }, idleMs);
    const settled = (settle: () => void) => (): void => {
      clearTimeout(timer);
      settle();
    };
    call.on('data', (response: ReadResp) => {
      timer.refresh();
      const record = response.getEvent()?.getEvent();
      if (record !== undefined) records.push(recordOf(record));
    });
    call.on('error', (error: Error) => {
      settled(() => {
        reject(convertToCommandError(error));
      })();
    });
    call.on('end', settled(resolve));
  });
  return records;
}

function messageOf(request: ReadRequest): ReadReq {
  const { BACKWARDS, FORWARDS } = ReadReq.Options.ReadDirection;
  const options = new ReadReq.Options()
    .setReadDirection(request.isBackwards === true ? BACKWARDS : FORWARDS)
    .setResolveLinks(false)
    .setCount(String(request.maxCount))
    .setUuidOption(new ReadReq.Options.UUIDOption().setString(new Empty()));
  if ('stream' in request) {
    options.setStream(streamOptions(request)).setNoFilter(new Empty());
  } else {
    options.setAll(allOptions(request.from)).setFilter(filterOptions(request.typePrefixes));
  }
  return new ReadReq().setOptions(options);
}

function streamOptions({
  stream,
  from,
}: Extract<ReadRequest, { readonly stream: string }>): ReadReq.Options.StreamOptions {
  const name = new StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8'));
  const options = new ReadReq.Options.StreamOptions().setStreamIdentifier(name);
  return from === 'end' ? options.setEnd(new Empty()) : options.setRevision(String(from));
}

function allOptions(from: LogPlace | 'start' | 'end'): ReadReq.Options.AllOptions {
  const options = new ReadReq.Options.AllOptions();
  if (from === 'start') return options.setStart(new Empty());
  if (from === 'end') return options.setEnd(new Empty());
  const position = new ReadReq.Options.Position()
    .setCommitPosition(from.commit.toString())
    .setPreparePosition(from.prepare.toString());
  return options.setPosition(position);
}

function filterOptions(prefixes: readonly string[] | undefined): ReadReq.Options.FilterOptions {
  const expression = new ReadReq.Options.FilterOptions.Expression();
  if (prefixes === undefined) expression.setRegex(NO_SYSTEM_EVENTS);
  else expression.setPrefixList([...prefixes]);
  return new ReadReq.Options.FilterOptions()
    .setEventType(expression)
    .setCount(new Empty())
    .setCheckpointintervalmultiplier(1);
}

function recordOf(record: ReadResp.ReadEvent.RecordedEvent): LogRecord {
  const fields = record.getMetadataMap();
  return {
    id: record.getId()?.getString() ?? '',
    stream: Buffer.from(record.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8'),
    revision: Number(record.getStreamRevision()),
    place: {
      commit: BigInt(record.getCommitPosition()),
      prepare: BigInt(record.getPreparePosition()),
    },
    type: fields.get('type') ?? '',
    createdMs: Number(BigInt(fields.get('created') ?? 0) / TICKS_PER_MILLISECOND),
    data: Buffer.from(record.getData_asU8()).toString('utf8'),
    metadata: Buffer.from(record.getCustomMetadata_asU8()).toString('utf8'),
  };
}
