import { AppendOutcomeUnknown } from '@thidua/event-store';
import { mayPass } from './may-pass';

const withCode = (code: string): Error => Object.assign(new Error('said the server'), { code });

describe('an error of a command', () => {
  it.each([
    new AppendOutcomeUnknown('c', null),
    new Error('Connection terminated unexpectedly'),
    withCode('57P03'),
    withCode('08006'),
    withCode('ECONNREFUSED'),
  ])('may pass when the database went away: %s', (error) => {
    expect(mayPass(error)).toBe(true);
  });

  it.each([
    new Error('Invariant broken: a stream settles'),
    withCode('23505'),
    Object.assign(withCode('PLAN_NOT_FOUND'), { message: 'Connection terminated' }),
    null,
  ])('is a fault otherwise: %s', (error) => {
    expect(mayPass(error)).toBe(false);
  });
});
