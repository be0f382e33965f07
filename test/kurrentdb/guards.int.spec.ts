import { status } from '@grpc/grpc-js';
import {
  AppendOutcomeUnknown,
  AppendTooLarge,
  KurrentDbRefused,
  KurrentDbUnreachable,
  type EventStore,
} from '@thidua/event-store';
import { appended, appendTo } from '@thidua/event-store/testing';
import type { AppendFault, ReadFault } from '../kurrentdb-stand-in';
import { OnStandIn, until } from './on-stand-in';

const spoiled: readonly (readonly [title: string, answer: AppendFault])[] = [
  ['is never answered', 'never'],
  ['meets an orderly end of the batch stream', 'endStream'],
  ['meets a cut connection', 'cut'],
  ['comes to a node that is not the leader', 'notLeader'],
  ['comes to a node that is not ready', 'notReady'],
  ['takes the server too long to commit', 'commitTimeout'],
  ['fails UNAVAILABLE', { code: status.UNAVAILABLE, details: 'gone' }],
  ['fails ABORTED', { code: status.ABORTED, details: 'Operation timed out' }],
  [
    'is cancelled by a server that shuts down',
    { code: status.CANCELLED, details: 'shutting down' },
  ],
  ['is answered too late', { afterMs: 1_500 }],
];

const spoiledReads: readonly (readonly [title: string, fault: ReadFault])[] = [
  ['is never answered', 'never'],
  ['meets a cut connection', 'cut'],
  ['comes to a node that is not the leader', 'notLeader'],
  ['fails UNAVAILABLE', { code: status.UNAVAILABLE, details: 'gone' }],
];

describe('KurrentDB that does not do as it should', () => {
  let place: OnStandIn;
  let store: EventStore;

  beforeEach(async () => {
    place = await OnStandIn.start();
    store = await place.open();
  });
  afterEach(() => place.stop());

  /** Events of ours in the log itself, whatever the store says. */
  const logged = (): readonly string[] =>
    place.standIn.log.all.filter(({ type }) => !type.startsWith('$')).map(({ id }) => id);

  describe('an append that', () => {
    describe.each(spoiled)('%s', (_title, answer) => {
      it.each([
        ['was not written is written once', false],
        ['was written all the same is not written again', true],
      ])('%s', async (_what, commits) => {
        await store.append(appendTo('task-1'));
        place.standIn.faults.appends = [{ commits, answer }];
        const request = appendTo('task-1', { expected: 0, eventCount: 2 });
        const result = appended(await store.append(request));
        expect(result).toMatchObject({ firstRevision: 1, lastRevision: 2, repeated: false });
        expect(logged()).toHaveLength(3);
        expect(await store.append(request)).toEqual({ ...result, repeated: true });
        expect(place.standIn.faults.appends).toEqual([]);
      });
    });

    it('gets no answer ever is found in the log', async () => {
      const hasty = await place.open({ appendMs: 50, retryMs: 500 });
      place.standIn.faults.everyAppend = { commits: true, answer: 'never' };
      const result = await hasty.append(appendTo('task-1', { expected: 'none' }));
      expect(result).toMatchObject({ outcome: 'appended', firstRevision: 0 });
      expect(logged()).toHaveLength(1);
    });

    it('gets no answer while nothing can be read is unknown, and told when asked again', async () => {
      const hasty = await place.open({ appendMs: 50, readMs: 50, retryMs: 500 });
      place.standIn.faults.everyAppend = { commits: true, answer: 'never' };
      place.standIn.faults.everyRead = 'never';
      const request = appendTo('task-1', { expected: 'none' });
      await expect(hasty.append(request)).rejects.toBeInstanceOf(AppendOutcomeUnknown);
      place.standIn.faults.clear();
      const result = appended(await store.append(request));
      expect(result).toMatchObject({ firstRevision: 0, repeated: true });
      expect(logged()).toHaveLength(1);
    });

    it('loses its place to another while its outcome is unknown is a conflict', async () => {
      const other = await place.open();
      place.standIn.faults.appends = [{ commits: false, answer: 'never' }];
      const loser = store.append(appendTo('task-1', { expected: 'none' }));
      await until(() => place.standIn.faults.appends.length === 0);
      await other.append(appendTo('task-1', { expected: 'none', eventCount: 2 }));
      expect(await loser).toMatchObject({ outcome: 'conflict', actual: 1 });
      expect(logged()).toHaveLength(2);
    });

    it('loses its place while any revision will do goes behind the winner', async () => {
      const other = await place.open();
      await other.append(appendTo('task-1'));
      place.standIn.faults.appends = [{ commits: false, answer: 'never' }];
      const late = store.append(appendTo('task-1', { expected: 'exists' }));
      await until(() => place.standIn.faults.appends.length === 0);
      await other.append(appendTo('task-1'));
      expect(await late).toMatchObject({ outcome: 'appended', firstRevision: 2 });
      expect(logged()).toHaveLength(3);
    });

    it('is called a conflict with itself is found in the log', async () => {
      place.standIn.faults.appends = [{ commits: true, answer: 'wrongRevision' }];
      const request = appendTo('task-1', { expected: 'none' });
      expect(await store.append(request)).toMatchObject({ outcome: 'appended', firstRevision: 0 });
      expect(await store.findCommand(request.commandId)).not.toBeNull();
      expect(logged()).toHaveLength(1);
    });

    it('has no right is refused, and its command id is free again', async () => {
      place.standIn.faults.appends = [{ commits: false, answer: 'accessDenied' }];
      const request = appendTo('task-1');
      await expect(store.append(request)).rejects.toBeInstanceOf(KurrentDbRefused);
      expect(await store.findCommand(request.commandId)).toBeNull();
      expect(await store.append(request)).toMatchObject({ repeated: false });
    });
  });

  describe('an append of too many bytes', () => {
    it('is refused before it is sent, naming the size', async () => {
      const small = await place.open({}, { appendBytesMax: 1_000 });
      const request = appendTo('task-1', { data: 'Đ'.repeat(500) });
      const refusal = small.append(request);
      await expect(refusal).rejects.toBeInstanceOf(AppendTooLarge);
      await expect(refusal).rejects.toThrow(/hold 1\d\d\d bytes, more than the 1000 allowed/);
      expect(logged()).toEqual([]);
    });

    it('is refused by the server, and its command id is free again', async () => {
      place.standIn.faults.maxAppendBytes = 900;
      const request = appendTo('task-1', { data: 'x'.repeat(1_000) });
      await expect(store.append(request)).rejects.toMatchObject({
        name: 'AppendTooLarge',
        byteCountMax: 900,
      });
      expect(await store.findCommand(request.commandId)).toBeNull();
    });

    it('is known as such when the client has no name for the answer', async () => {
      place.standIn.faults.appends = [{ commits: false, answer: 'tooLarge' }];
      await expect(store.append(appendTo('task-1'))).rejects.toBeInstanceOf(AppendTooLarge);
    });
  });

  describe('a read that', () => {
    it.each(spoiledReads)('%s is read again', async (_title, fault) => {
      await store.append(appendTo('task-1', { eventCount: 2 }));
      place.standIn.faults.reads = [fault];
      expect(await store.readStream('task-1')).toHaveLength(2);
    });

    it('is given up on is broken off at the server too', async () => {
      place.standIn.faults.reads = ['never'];
      await store.readStream('task-1');
      await until(() => place.standIn.cancelledReadCount > 0);
    });

    it('never works ends with an error that names the host', async () => {
      const hasty = await place.open({ readMs: 50, retryMs: 300 });
      place.standIn.faults.everyRead = 'never';
      const failure = hasty.head();
      await expect(failure).rejects.toBeInstanceOf(KurrentDbUnreachable);
      await expect(failure).rejects.toThrow('127.0.0.1:');
    });

    it('begins where no event lies goes on from the next one', async () => {
      await store.append(appendTo('task-1', { eventCount: 5 }));
      const places = (await store.readStream('task-1')).map(({ position }) => position);
      for (const [index, position] of places.entries()) {
        const slice = await store.readAll({ after: position - 1n, maxCount: 1 });
        expect(slice.events.map((event) => event.position)).toEqual([places[index]]);
      }
    });
  });

  describe('the look at what the server can do', () => {
    it('that hangs ends the start with one line', async () => {
      place.standIn.faults.everyProbe = 'never';
      const opening = place.open({ openMs: 300 });
      await expect(opening).rejects.toBeInstanceOf(KurrentDbUnreachable);
      await expect(opening).rejects.not.toThrow(/\n/);
    });

    it('that failed once for good is taken again by a new client', async () => {
      // Sent on to a leader, the client looks again, and it keeps a failure to do so for every later append.
      place.standIn.faults.appends = [{ commits: false, answer: 'notLeader' }];
      place.standIn.faults.probes = [{ code: status.UNKNOWN, details: 'broken' }];
      const outcomes: string[] = [];
      while (outcomes.at(-1) !== 'appended' && outcomes.length < 10) {
        const outcome = await store.append(appendTo('task-1')).then(
          (result) => result.outcome,
          (error: unknown) => (error as Error).name,
        );
        outcomes.push(outcome);
      }
      expect(outcomes).toEqual([...Array<string>(2).fill('AppendOutcomeUnknown'), 'appended']);
    });
  });

  it('is waited for when it is away for a while', async () => {
    await place.standIn.stop();
    const append = store.append(appendTo('task-1'));
    const read = store.readStream('task-0');
    await place.standIn.start();
    expect(await append).toMatchObject({ outcome: 'appended' });
    expect(await read).toEqual([]);
  });

  it('ends the start with one line when nothing listens', async () => {
    await place.standIn.stop();
    const opening = place.open({ openMs: 300 });
    await expect(opening).rejects.toBeInstanceOf(KurrentDbUnreachable);
    await expect(opening).rejects.toThrow(/^Không kết nối được KurrentDB tại 127\.0\.0\.1:\d+ .+$/);
  });
});
