import { inPlanOrder } from './plan-order';

const task = (planId: string, no: string) => ({ planId, no, title: `${planId} ${no}` });

describe('tasks in the order of their plan', () => {
  it('stand plan by plan as the numbers are counted', () => {
    const expected = [
      task('a', '3.2'),
      task('a', '3.10'),
      task('b', 'II.1'),
      task('b', 'III.d'),
      task('b', 'III.đ'),
      task('b', 'IV.1'),
    ];
    expect(inPlanOrder(expected.toReversed())).toEqual(expected);
  });

  it('keep the order they come in where two bear one number', () => {
    const twice = [task('a', '3.'), task('a', '3')];
    expect(inPlanOrder(twice)).toEqual(twice);
  });
});
