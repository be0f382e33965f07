import { RegularLook } from './regular-look';

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

describe('a regular look', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('looks after each pause, also after a look that failed', async () => {
    const errors: unknown[] = [];
    let count = 0;
    const look = new RegularLook(
      () => (++count === 1 ? Promise.reject(new Error('away')) : Promise.resolve()),
      1_000,
      (error) => errors.push(error),
    );
    look.start();
    expect(count).toBe(0);
    for (const expected of [1, 2, 3]) {
      jest.advanceTimersByTime(1_000);
      await settled();
      expect(count).toBe(expected);
    }
    expect(errors).toEqual([new Error('away')]);
    await look.stop();
  });

  it('begins no second look while one is under way, and none after it was stopped', async () => {
    let finish: () => void = () => undefined;
    let count = 0;
    const look = new RegularLook(
      () => {
        count += 1;
        return new Promise((resolve) => (finish = resolve));
      },
      1_000,
      () => undefined,
    );
    look.start();
    look.start();
    jest.advanceTimersByTime(5_000);
    await settled();
    expect(count).toBe(1);
    let isOver = false;
    const stopping = look.stop().then(() => (isOver = true));
    await settled();
    expect(isOver).toBe(false);
    finish();
    await stopping;
    jest.advanceTimersByTime(5_000);
    await settled();
    expect(count).toBe(1);
  });
});
