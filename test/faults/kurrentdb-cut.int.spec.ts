import { appended, appendTo } from '@thidua/event-store/testing';
import { OnStandIn, until } from '../kurrentdb/on-stand-in';

const COMMAND_COUNT = 200;
const STREAM_COUNT = 20;

describe('KurrentDB whose connections are cut again and again under load', () => {
  it('writes every acknowledged command exactly once, also when it is asked for again', async () => {
    const place = await OnStandIn.start();
    const store = await place.open();
    const { standIn } = place;
    const requests = Array.from({ length: COMMAND_COUNT }, (_, index) =>
      appendTo(`task-${index % STREAM_COUNT}`, { eventCount: 2 }),
    );
    let answeredCount = 0;
    const appends = Promise.all(
      requests.map(async (request) => {
        const answer = appended(await store.append(request));
        answeredCount++;
        return answer;
      }),
    );
    // Now and then the next append is cut off, in turn before and after it was written.
    for (let cutAt = 5; cutAt < COMMAND_COUNT - STREAM_COUNT; cutAt += 20) {
      await until(() => answeredCount >= cutAt);
      standIn.faults.appends.push({ commits: cutAt % 40 === 5, answer: 'cut' });
    }
    const answers = await appends;
    expect(standIn.faults.appends).toEqual([]);

    const logged = standIn.log.all.filter(({ type }) => !type.startsWith('$'));
    const ids = requests.flatMap((request) => request.events.map(({ id }) => id));
    expect(logged.map(({ id }) => id).sort()).toEqual(ids.sort());
    const { events } = await store.readAll({ after: 0n, maxCount: 10_000 });
    expect(events.map(({ id }) => id)).toEqual(logged.map(({ id }) => id));
    for (const [index, request] of requests.entries()) {
      expect(await store.append(request)).toEqual({ ...answers[index], repeated: true });
    }
    expect(standIn.log.all.filter(({ type }) => !type.startsWith('$'))).toHaveLength(ids.length);
    await place.stop();
  });
});
