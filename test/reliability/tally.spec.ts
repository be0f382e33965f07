import { violations, type Tally } from './tally';

const clean: Tally = {
  fault: 'none',
  rounds: 3,
  acknowledged: 10,
  repeated: 2,
  stored: 10,
  duplicates: 0,
  gaps: 0,
  effects: 4,
  effectsDue: 4,
  readModels: { compared: 8, equal: 8 },
};

describe('the violations of a tally', () => {
  it('are none where every number is what was promised', () => {
    expect(violations(clean)).toEqual([]);
    expect(violations({ ...clean, readModels: null })).toEqual([]);
  });

  it.each<[string, Partial<Tally>]>([
    ['nothing was acknowledged', { acknowledged: 0, stored: 0 }],
    ['1 acknowledged are not stored', { stored: 9 }],
    ['2 duplicates', { duplicates: 2 }],
    ['1 gaps', { gaps: 1 }],
    ['5 effects where 4 are due', { effects: 5 }],
    ['no read model was compared', { readModels: { compared: 0, equal: 0 } }],
    ['1 read models differ', { readModels: { compared: 8, equal: 7 } }],
  ])('say that %s', (words, change) => {
    const found = violations({ ...clean, ...change });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(words);
  });
});
