import { judgeRatios, type Bar } from './bars';
import { caseResult, type Repetition } from './case-result';

const one = { name: 'a case', ratioOf: 'rate' } as const;

/** One repetition of a contender at so many events per second. */
const did = (contender: string, repetition: number, rate: number): Repetition => ({
  case: one.name,
  contender,
  repetition,
  eventCount: 100,
  seconds: 100 / rate,
  latenciesMs: [1, 2, 3],
});

describe('the result of a case', () => {
  const measured = [
    ...[did('thidua', 1, 1_000), did('floor', 1, 1_000)],
    ...[did('thidua', 2, 100), did('floor', 2, 50)],
    ...[did('thidua', 3, 300), did('floor', 3, 75)],
  ];
  const result = caseResult(one, ['thidua', 'floor'], measured);

  it('compares rates of the same repetition only, so that a slow repetition does no harm', () => {
    expect(result.ratios).toEqual([{ to: 'floor', ratio: { median: 2, min: 1, max: 4 } }]);
  });

  it('compares times the other way round', () => {
    const times = caseResult({ ...one, ratioOf: 'time' }, ['thidua', 'floor'], measured);
    expect(times.ratios).toEqual([{ to: 'floor', ratio: { median: 0.5, min: 0.25, max: 1 } }]);
  });

  it('gives the rates of each contender', () => {
    const rates = result.contenders.map(({ eventsPerSecond }) => eventsPerSecond.median);
    expect(rates).toEqual([300, 75]);
  });

  it('leaves other cases and contenders that took no part out', () => {
    const other = { ...did('thidua', 1, 5), case: 'another case' };
    expect(caseResult(one, ['thidua', 'floor', 'emmett'], [...measured, other])).toEqual(result);
  });
});

describe('the bars on ratios', () => {
  const atLeast: Bar = { case: one.name, to: 'floor', limit: { atLeast: 2 } };
  const atMost: Bar = { case: one.name, to: 'floor', limit: { atMost: 2 } };
  const judging = { unfit: null, names: { floor: 'the floor' }, leftOut: { emmett: 'no server' } };
  const judged = (bar: Bar, floor: number, unfit: string | null = null) => {
    const result = caseResult(
      one,
      ['thidua', 'floor'],
      [did('thidua', 1, 1_000), did('floor', 1, floor)],
    );
    return judgeRatios([bar], [result], { ...judging, unfit })[0];
  };

  it('are met or missed by the median', () => {
    expect(judged(atLeast, 500)?.verdict).toBe('met');
    expect(judged(atLeast, 501)?.verdict).toBe('missed');
    expect(judged(atMost, 500)?.verdict).toBe('met');
    expect(judged(atMost, 499)?.verdict).toBe('missed');
  });

  it('say what was found beside what was promised', () => {
    expect(judged(atLeast, 400)).toMatchObject({
      what: 'a case, beside the floor',
      limit: '≥ 2',
      found: '2.50',
      why: null,
    });
  });

  it('are not judged where the place is not what they are about', () => {
    expect(judged(atLeast, 500, 'commits are not flushed')).toMatchObject({
      verdict: 'not judged',
      found: '2.00',
      why: 'commits are not flushed',
    });
  });

  it('are not judged beside a contender that took no part, and say why', () => {
    expect(judged({ ...atLeast, to: 'emmett' }, 500)).toMatchObject({
      verdict: 'not judged',
      found: null,
      why: 'no server',
    });
  });
});
