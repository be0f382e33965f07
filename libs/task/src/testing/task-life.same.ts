import { isDeepStrictEqual } from 'node:util';
import { CommandRejected } from '@thidua/kernel';
import { taskEvents, type TaskEvent } from '../task.events';

/** Jest's matchers are slow and these comparisons run thousands of times, so they are asked only to show a difference. */
export function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

export function expectConforming(events: readonly TaskEvent[]): void {
  for (const { type, data } of events) expectSame(taskEvents[type].data.parse(data), data);
}

export function expectReadable(rejection: unknown): void {
  if (!(rejection instanceof CommandRejected)) throw rejection;
  expectSame(/\{\w+\}/.exec(`${rejection.vi} ${rejection.en}`), null);
}
