import { defaultFlow } from './definitions/default-flow';
import { mayBecomePossible, reachableFrom } from './reachability';

describe('the states reachable from a state', () => {
  it('are itself and everything ahead of it', () => {
    expect([...reachableFrom(defaultFlow, ['cancelled'])]).toEqual(['cancelled']);
    expect(reachableFrom(defaultFlow, ['completed'])).toContain('reported');
    expect(reachableFrom(defaultFlow, ['completed'])).not.toContain('assigned');
  });
});

describe('a command that is not possible now', () => {
  it.each([
    ['waiting', 'VerifyResult', true],
    ['waiting', 'ReportResult', true],
    ['inProgress', 'StartWork', false],
    ['cancelled', 'ReportResult', false],
    ['completed', 'ReportProgress', true],
    ['cancelled', 'ReportProgress', false],
    ['inProgress', 'ApproveStep', false],
  ])('in %s, %s: may come later is %s', (state, command, expected) => {
    expect(mayBecomePossible(defaultFlow, state, command)).toBe(expected);
  });
});
