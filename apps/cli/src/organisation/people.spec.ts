import { successorOf } from './people';

describe('a successor as typed', () => {
  it.each([
    ['cb-004', { personId: 'cb-004', unitId: null, tasks: null }],
    ['cb-003:2.3.a,2.4', { personId: 'cb-003', unitId: null, tasks: ['2.3.a', '2.4'] }],
    ['cb-009@qlcn:2.4', { personId: 'cb-009', unitId: 'qlcn', tasks: ['2.4'] }],
  ])('%s', (written, successor) => {
    expect(successorOf(written)).toEqual(successor);
  });
});
