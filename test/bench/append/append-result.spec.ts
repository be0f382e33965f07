import { judge } from './append-bars';
import { writersCase, type AppendCase } from './append-cases';
import { caseResult, type Repetition } from './append-result';
import type { ContenderName } from './contenders/contenders';

const case16: AppendCase = {
  name: writersCase(16),
  writers: 16,
  appendCount: 100,
  eventsPerAppend: 1,
};

/** One repetition of a contender at so many events per second. */
const did = (contender: ContenderName, repetition: number, rate: number): Repetition => ({
  case: case16.name,
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
    ...[did('thidua', 3, 300), did('floor', 3, 100)],
  ];
  const result = caseResult(case16, ['thidua', 'floor'], measured);

  it('compares rates of the same repetition only, so that a slow repetition does no harm', () => {
    expect(result.ratios).toEqual([{ to: 'floor', ratio: { median: 2, min: 1, max: 3 } }]);
  });

  it('gives the rates of each contender', () => {
    const rates = result.contenders.map(({ eventsPerSecond }) => eventsPerSecond.median);
    expect(rates).toEqual([300, 100]);
  });

  it('leaves other cases out', () => {
    const other = { ...did('thidua', 1, 5), case: writersCase(64) };
    expect(caseResult(case16, ['thidua', 'floor'], [...measured, other])).toEqual(result);
  });
});

describe('the bars', () => {
  const judged = (floor: number, emmett: number, counts = true) => {
    const repetitions = [did('thidua', 1, 1_000), did('floor', 1, floor), did('emmett', 1, emmett)];
    const result = caseResult(case16, ['thidua', 'floor', 'emmett'], repetitions);
    return judge([result], { counts })
      .filter((bar) => bar.case === case16.name)
      .map(({ to, verdict }) => `${to} ${verdict}`);
  };

  it('are met or missed by the ratio of each', () => {
    expect(judged(500, 250)).toEqual(['floor met', 'emmett met']);
    expect(judged(700, 251)).toEqual(['floor missed', 'emmett missed']);
  });

  it('are not measured where no ratio was taken', () => {
    expect(judge([], { counts: true }).map(({ verdict }) => verdict)).toEqual(
      Array.from({ length: 4 }, () => 'not measured'),
    );
  });

  it('are not measured where commits are not flushed by a server', () => {
    expect(judged(500, 250, false)).toEqual(['floor not measured', 'emmett not measured']);
  });
});
