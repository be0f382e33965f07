import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  TimeoutError,
  UnavailableError,
  UnknownError,
  WrongExpectedVersionError,
} from '@kurrent/kurrentdb-client';
import { failureKindOf, isTooLarge, type FailureKind } from './failure-kind';
import { NoAnswer } from './no-answer';

const withCode = (code: number): Error => Object.assign(new Error('plain'), { code });
const wrongRevision = new WrongExpectedVersionError(undefined, {
  streamName: 'task-1',
  current: 3n,
  expected: 2n,
});

describe('a failed call', () => {
  it.each<[title: string, error: unknown, kind: FailureKind]>([
    ['our own timer', new NoAnswer(10), 'again'],
    ['UNAVAILABLE', new UnavailableError(), 'again'],
    ['a cancelled call', new CancelledError(), 'again'],
    ['a commit that took too long', new DeadlineExceededError(), 'again'],
    ['a timeout', new TimeoutError(), 'again'],
    ['a plain gRPC error 14, as the probe throws it', withCode(14), 'again'],
    ['an UnknownError with code 10', new UnknownError(withCode(10) as never), 'again'],
    [
      'a node not ready',
      new UnknownError(undefined, 'Could not recognize Server Is Not Ready'),
      'again',
    ],
    ['a cluster without a leader', new Error('Failed to discover after 10 attempts.'), 'again'],
    ['a client let go', new UnknownError(undefined, '1 CANCELLED: Cancelled on client'), 'again'],
    ['a wrong revision', wrongRevision, 'wrongRevision'],
    ['no rights', new AccessDeniedError(), 'refused'],
    ['a deleted stream', new StreamDeletedError(undefined as never), 'refused'],
    ['too many bytes', new MaxAppendSizeExceededError(undefined, 1), 'refused'],
    [
      'an event too large',
      new UnknownError(undefined, 'Could not recognize MaximumAppendEventSizeExceeded'),
      'refused',
    ],
    ['a plain gRPC error 13', withCode(13), 'odd'],
    ['an unknown error', new UnknownError(), 'odd'],
    ['what is no error', 'odd', 'odd'],
  ])('of %s is told apart', (_title, error, kind) => {
    expect(failureKindOf(error)).toBe(kind);
  });

  it('because of the size is known as such', () => {
    const event = new UnknownError(undefined, 'Could not recognize MaximumAppendEventSizeExceeded');
    expect(isTooLarge(event)).toBe(true);
    expect(isTooLarge(new MaxAppendSizeExceededError(undefined as never, 1))).toBe(true);
    expect(isTooLarge(new AccessDeniedError())).toBe(false);
  });
});
