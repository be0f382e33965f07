import { plantedBugs } from './planted-bugs';
import { reportOf, simulate, type Simulation } from './simulate';
import { INVARIANTS } from './world/invariants';
import { FAULTS } from './world/world';

/** SIM_SEED: this seed alone, to look at one run. SIM_SEEDS: so many seeds instead of the few of every day. */
const ONE_SEED = process.env['SIM_SEED'];
const SEED_COUNT = Number(process.env['SIM_SEEDS'] ?? 30);
/** A planted bug that so many seeds do not find would not be found by anybody. */
const BUG_SEED_COUNT = 40;

const seedsUpTo = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1);
const seeds = ONE_SEED === undefined ? seedsUpTo(SEED_COUNT) : [Number(ONE_SEED)];

/** Who looks at one run wants all of it. */
const TRACE_LINES = ONE_SEED === undefined ? 25 : Infinity;

describe('the simulated core', () => {
  const faultsMet = new Set<string>();

  it(
    `keeps its promises under seeds ${seeds[0]} to ${seeds.at(-1)}`,
    async () => {
      for (const seed of seeds) {
        const run = await simulate(seed);
        if (run.violations.length > 0) throw new Error(reportOf(run, TRACE_LINES));
        expect(run.eventCount).toBeGreaterThan(10);
        for (const fault of run.faultCounts.keys()) faultsMet.add(fault);
      }
    },
    SEED_COUNT * 10_000,
  );

  (ONE_SEED === undefined ? it : it.skip)('has met every kind of fault in doing so', () => {
    expect([...faultsMet].sort()).toEqual(Object.keys(FAULTS).sort());
  });

  it('plays the same run again under the same seed, line for line', async () => {
    const seed = seeds[0] ?? 1;
    const [first, again] = [await simulate(seed), await simulate(seed)];
    expect(again).toEqual(first);
    expect((await simulate(seed + 1)).trace).not.toEqual(first.trace);
  });
});

describe('the simulator', () => {
  const broken = new Set<string>();

  it.each(plantedBugs)('finds that $name', async (bug) => {
    let found: Simulation | undefined;
    for (const seed of seedsUpTo(BUG_SEED_COUNT)) {
      const run = await simulate(seed, bug);
      if (run.violations.some(({ invariant }) => invariant === bug.breaks)) found ??= run;
      if (found !== undefined) break;
    }
    expect(found).toBeDefined();
    for (const { invariant } of found?.violations ?? []) broken.add(invariant);
  });

  it('has seen each of its promises broken by one of them', () => {
    expect([...broken].sort()).toEqual(Object.keys(INVARIANTS).sort());
  });
});
