import { randomUUID } from 'node:crypto';
import {
  BACKWARDS,
  END,
  eventTypeFilter,
  excludeSystemEvents,
  jsonEvent,
  KurrentDBClient,
  START,
  StreamDeletedError,
  StreamNotFoundError,
  streamNameFilter,
  WrongExpectedVersionError,
  type AppendStreamState,
  type JSONEventData,
} from '@kurrent/kurrentdb-client';
import { KurrentDbStandIn } from './kurrentdb-stand-in';

const event = (type = 'PaperFiled'): JSONEventData =>
  jsonEvent({ id: randomUUID(), type, data: { title: 'Báo cáo' }, metadata: { by: 'p-1' } });

describe('the KurrentDB stand-in, to the real client', () => {
  const standIn = new KurrentDbStandIn();
  let client: KurrentDBClient;

  beforeAll(async () => {
    await standIn.start();
    client = KurrentDBClient.connectionString(standIn.url);
  });
  afterAll(async () => {
    await client.dispose();
    (await client['getChannel']()).close();
    await standIn.stop();
  });

  const append = (
    stream: string,
    events: JSONEventData[],
    streamState: AppendStreamState,
  ): Promise<bigint> =>
    client
      .appendToStream(stream, events, { streamState })
      .then(({ nextExpectedRevision }) => nextExpectedRevision);

  const revisionsOf = async (stream: string): Promise<bigint[]> => {
    const revisions: bigint[] = [];
    for await (const { event: read } of client.readStream(stream)) revisions.push(read!.revision);
    return revisions;
  };

  it('takes events after the expected revision only, and says where the stream is', async () => {
    expect(await append('order-1', [event(), event()], 'no_stream')).toBe(1n);
    expect(await append('order-1', [event()], 1n)).toBe(2n);
    for (const wrong of ['no_stream', 0n, 7n] as const) {
      const refusal = append('order-1', [event()], wrong);
      await expect(refusal).rejects.toBeInstanceOf(WrongExpectedVersionError);
      await expect(refusal).rejects.toMatchObject({ actualState: 2n });
    }
    await expect(append('order-2', [event()], 'stream_exists')).rejects.toMatchObject({
      actualState: 'no_stream',
    });
  });

  it('answers the same ids at the same place with the first answer, and nothing else', async () => {
    const [a, b, c] = [event(), event(), event()];
    await append('same-1', [a, b], 'no_stream');
    await append('same-1', [c], 1n);
    expect(await append('same-1', [a, b], 'no_stream')).toBe(1n);
    expect(await append('same-1', [a], 'any')).toBe(0n);
    await expect(append('same-1', [a, event()], 'no_stream')).rejects.toBeInstanceOf(
      WrongExpectedVersionError,
    );
    expect(await append('same-2', [a], 'no_stream')).toBe(0n);
    expect(await append('same-1', [a], 2n)).toBe(3n);
  });

  it('speaks the append that carries credentials of its own as well', async () => {
    const credentials = { username: 'u', password: 'p' };
    const { nextExpectedRevision } = await client.appendToStream('plain-1', [event()], {
      credentials,
    });
    expect(nextExpectedRevision).toBe(0n);
    const wrong = client.appendToStream('plain-1', [event()], { credentials, streamState: 5n });
    await expect(wrong).rejects.toMatchObject({ expectedState: 5n, actualState: 0n });
  });

  it('reads forwards and backwards, and tells a missing stream', async () => {
    await append('read-1', [event(), event(), event()], 'any');
    expect(await revisionsOf('read-1')).toEqual([0n, 1n, 2n]);
    const last: bigint[] = [];
    const options = { direction: BACKWARDS, fromRevision: END, maxCount: 2 } as const;
    for await (const { event: read } of client.readStream('read-1', options)) {
      last.push(read!.revision);
    }
    expect(last).toEqual([2n, 1n]);
    await expect(revisionsOf('read-0')).rejects.toBeInstanceOf(StreamNotFoundError);
  });

  it('gives positions that grow with gaps, filters, and reads from a position inclusively', async () => {
    const type = `Rare${randomUUID()}`;
    await append(`all-1`, [event(), event(type), event(), event(type)], 'any');
    const read = async (options: Parameters<KurrentDBClient['readAll']>[0]) => {
      const found = [];
      for await (const { event: read } of client.readAll(options)) found.push(read!);
      return found;
    };
    const rare = await read({ filter: eventTypeFilter({ prefixes: [type] }) });
    expect(rare.map(({ revision }) => revision)).toEqual([1n, 3n]);
    const positions = (await read({})).map(({ position }) => position.commit);
    const gaps = positions.slice(1).map((position, index) => position - positions[index]!);
    expect(gaps.filter((gap) => gap <= 1n)).toEqual([]);
    const from = await read({ fromPosition: rare[0]!.position, maxCount: 2 });
    expect(from.map(({ position }) => position)[0]).toEqual(rare[0]!.position);
    const named = await read({ filter: streamNameFilter({ prefixes: ['all-'] }) });
    expect(new Set(named.map(({ streamId }) => streamId))).toEqual(new Set(['all-1']));
    const ours = await read({ filter: excludeSystemEvents() });
    expect(ours.filter((found) => found.type.startsWith('$'))).toEqual([]);
    const astray = { commit: rare[0]!.position.commit + 1n, prepare: 0n };
    await expect(read({ fromPosition: astray })).rejects.toThrow();
  });

  it('hides a deleted stream and goes on counting, and closes a tombstoned one for ever', async () => {
    await append('gone-1', [event(), event()], 'any');
    await client.deleteStream('gone-1', { expectedRevision: 1n });
    await expect(revisionsOf('gone-1')).rejects.toBeInstanceOf(StreamNotFoundError);
    expect(await append('gone-1', [event()], 'no_stream')).toBe(2n);
    expect(await revisionsOf('gone-1')).toEqual([2n]);
    await client.tombstoneStream('gone-1');
    await expect(revisionsOf('gone-1')).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(append('gone-1', [event()], 'any')).rejects.toBeInstanceOf(StreamDeletedError);
  });

  it('sends a subscriber history, checkpoints, a word that it is caught up, then what is new', async () => {
    const type = `Heard${randomUUID()}`;
    const others = Array.from({ length: 70 }, () => event());
    await append('sub-1', [event(type), ...others], 'any');
    const told: string[] = [];
    const filter = eventTypeFilter({
      prefixes: [type],
      checkpointReached: () => {
        told.push('checkpoint');
        return Promise.resolve();
      },
    });
    const subscription = client.subscribeToAll({ fromPosition: START, filter });
    subscription.on('caughtUp', () => told.push('caughtUp'));
    const heard: bigint[] = [];
    for await (const { event: read } of subscription) {
      heard.push(read!.revision);
      told.push('event');
      if (heard.length === 2) break;
      if (told.includes('caughtUp')) await append('sub-1', [event(type)], 'any');
      else subscription.once('caughtUp', () => void append('sub-1', [event(type)], 'any'));
    }
    await subscription.unsubscribe();
    expect(heard).toEqual([0n, 71n]);
    expect(told.at(-1)).toBe('event');
    expect(told.filter((what) => what === 'checkpoint').length).toBeGreaterThanOrEqual(3);
  });

  it('keeps its log when it is stopped and started again at the same address', async () => {
    await append('kept-1', [event()], 'any');
    const { url } = standIn;
    await standIn.stop();
    await standIn.start();
    expect(standIn.url).toBe(url);
    const again = KurrentDBClient.connectionString(url);
    const found: string[] = [];
    for await (const { event: read } of again.readStream('kept-1')) found.push(read!.streamId);
    expect(found).toEqual(['kept-1']);
  });
});
