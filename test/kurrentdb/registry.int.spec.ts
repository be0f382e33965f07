import { openTestDatabase } from '@thidua/database/testing';
import {
  AppendOutcomeUnknown,
  CommandIdReused,
  EventIdReused,
  type AppendRequest,
  type EventStore,
} from '@thidua/event-store';
import { appended, appendTo, newEvent } from '@thidua/event-store/testing';
import { OnStandIn } from './on-stand-in';

const HASTY = { appendMs: 50, readMs: 50, retryMs: 300 };

describe('the registry of commands beside KurrentDB', () => {
  let place: OnStandIn;
  let store: EventStore;

  beforeEach(async () => {
    place = await OnStandIn.start();
    store = await place.open();
  });
  afterEach(() => place.stop());

  const loggedCount = (): number =>
    place.standIn.log.all.filter(({ type }) => !type.startsWith('$')).length;

  /** Leaves the command reserved and its outcome unknown, as a crash in the middle does. */
  const breakOff = async (request: AppendRequest, commits: boolean): Promise<void> => {
    const hasty = await place.open(HASTY);
    if (request.expected === 'any') throw new Error('an open expectation needs a read first');
    place.standIn.faults.everyAppend = { commits, answer: 'never' };
    place.standIn.faults.everyRead = 'never';
    await expect(hasty.append(request)).rejects.toBeInstanceOf(AppendOutcomeUnknown);
    place.standIn.faults.clear();
  };

  it('is made again from the log when the database was lost', async () => {
    const requests = Array.from({ length: 60 }, (_, index) =>
      appendTo(`task-${index % 7}`, { eventCount: 1 + (index % 4), fingerprint: `f${index}` }),
    );
    const answers = await Promise.all(requests.map((request) => store.append(request)));
    const database = await openTestDatabase('pglite');
    const fresh = await place.open({}, { database });
    for (const [index, request] of requests.entries()) {
      expect(await fresh.findCommand(request.commandId)).toEqual({
        fingerprint: `f${index}`,
        appended: { ...appended(answers[index]!), repeated: true },
      });
    }
    const { commandId, events } = requests[0]!;
    const other = fresh.append(appendTo('task-9', { commandId, fingerprint: 'other' }));
    await expect(other).rejects.toBeInstanceOf(CommandIdReused);
    const used = fresh.append(appendTo('task-9', { events: [newEvent({ id: events[0]!.id })] }));
    await expect(used).rejects.toBeInstanceOf(EventIdReused);
    await fresh.close();
    await database.close();
  });

  it('holds one command whole that is larger than a slice of the log', async () => {
    const request = appendTo('task-1', { eventCount: 1_100 });
    const answer = appended(await store.append(request));
    const database = await openTestDatabase('pglite');
    const fresh = await place.open({}, { database });
    expect((await fresh.findCommand(request.commandId))?.appended).toEqual({
      ...answer,
      repeated: true,
    });
    await fresh.close();
    await database.close();
  });

  it.each([true, false])(
    'settles a command that was broken off, written or not (%p), when it comes again',
    async (commits) => {
      const request = appendTo('task-1', { expected: 'none', eventCount: 3 });
      await breakOff(request, commits);
      const result = appended(await store.append(request));
      expect(result).toMatchObject({ firstRevision: 0, lastRevision: 2, repeated: true });
      expect(loggedCount()).toBe(3);
    },
  );

  it.each([
    [true, 'finds'],
    [false, 'does not find'],
  ])('broken off, written or not (%p), %s the command', async (commits) => {
    const request = appendTo('task-1', { expected: 'none' });
    await breakOff(request, commits);
    const found = await store.findCommand(request.commandId);
    expect(found?.appended.firstRevision).toBe(commits ? 0 : undefined);
  });

  it('refuses another request under the id of a command that may still be written', async () => {
    const request = appendTo('task-1', { expected: 'none' });
    await breakOff(request, false);
    const other = store.append({ ...request, fingerprint: 'other' });
    await expect(other).rejects.toBeInstanceOf(CommandIdReused);
  });

  it('refuses an event id of a command that may still be written', async () => {
    const request = appendTo('task-1', { expected: 'none' });
    await breakOff(request, false);
    const { id } = request.events[0]!;
    const other = store.append(appendTo('task-2', { events: [newEvent({ id })] }));
    await expect(other).rejects.toBeInstanceOf(EventIdReused);
  });

  it('frees the ids of a command whose place was taken by another', async () => {
    const request = appendTo('task-1', { expected: 'none' });
    await breakOff(request, false);
    await store.append(appendTo('task-1'));
    const { id } = request.events[0]!;
    const other = await store.append(appendTo('task-2', { events: [newEvent({ id })] }));
    expect(other).toMatchObject({ outcome: 'appended' });
    const renamed = appendTo('task-3', {
      commandId: request.commandId,
      fingerprint: 'other',
      events: [newEvent()],
    });
    expect(await store.append(renamed)).toMatchObject({ outcome: 'appended', repeated: false });
  });

  it('of another log is refused at start', async () => {
    await store.append(appendTo('task-1'));
    const again = await place.open();
    await again.close();
    const elsewhere = await OnStandIn.start();
    const opening = elsewhere.open({}, { database: place.database });
    await expect(opening).rejects.toMatchObject({ name: 'LogAndRegistryDiffer' });
    await elsewhere.stop();
  });

  it('finds a moment among thousands of events, also after it was lost', async () => {
    const lasts: bigint[] = [];
    for (let round = 0; round < 5; round++) {
      const request = appendTo(`task-${round}`, { eventCount: 300 });
      lasts.push(appended(await store.append(request)).lastPosition);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    const database = await openTestDatabase('pglite');
    const fresh = await place.open({}, { database });
    for (const [round, last] of lasts.entries()) {
      const [event] = await fresh.readStream(`task-${round}`, { fromRevision: 299 });
      expect(await fresh.positionAt(event!.recordedAt)).toBe(last);
    }
    await fresh.close();
    await database.close();
  });
});
