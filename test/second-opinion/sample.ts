// People made up under a seed, in the shape of a facts file.

interface SampleOccurrence {
  readonly on: null;
  readonly days: 1;
  readonly objectiveCause: {
    readonly reason: string;
    readonly confirmedBy: string | null;
    readonly eventIds: string[];
  } | null;
  readonly eventIds: string[];
}

export interface SampleProduct {
  readonly id: string;
  readonly origin: 'ASSIGNED' | 'TAKEN_OVER' | 'ADDED';
  readonly k: string;
  readonly catalogueVersion: string;
  readonly quantity: number;
  readonly accepted: readonly {
    readonly units: number;
    readonly majorErrors: readonly SampleOccurrence[];
    readonly late: readonly SampleOccurrence[];
  }[];
}

export interface SampleLeader {
  readonly post: 'HEAD' | 'DEPUTY';
  readonly unitId: string;
  readonly unitResult: {
    readonly subordinates: readonly { readonly personId: string; readonly total: string }[];
  };
  readonly organising: { readonly level: '50' | '100' };
  readonly cohesion: { readonly united: boolean; readonly prolongedComplaints: boolean };
}

export interface SampleWork {
  readonly kind: 'WORK';
  readonly period: string;
  readonly general: { readonly total: string; readonly confirmedBy: string };
  readonly products: readonly SampleProduct[];
  readonly leader?: SampleLeader;
}

export interface SamplePerson {
  readonly id: string;
  readonly unitId: string;
  readonly groupId: string;
  readonly posts: readonly object[];
  readonly leave: readonly object[];
  readonly violations: readonly object[];
  readonly periods: readonly SampleWork[];
}

/** Numbers under a seed (mulberry32): the same seed, the same people. */
export class Dice {
  constructor(private state: number) {}

  /** A whole number from 0 to `below` − 1. */
  under(below: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.under(times) === 0;
  }

  of<T>(items: readonly [T, ...T[]]): T {
    return items[this.under(items.length)] ?? items[0];
  }
}

const list = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_each, index) => make(index));

const occurrence = (objectiveCause: SampleOccurrence['objectiveCause']): SampleOccurrence => ({
  on: null,
  days: 1,
  objectiveCause,
  eventIds: [],
});

function occurrences(dice: Dice): readonly SampleOccurrence[] {
  if (!dice.once(6)) return [];
  return list(1 + dice.under(dice.once(5) ? 6 : 2), () => {
    if (!dice.once(4)) return occurrence(null);
    const confirmedBy = dice.once(2) ? 'gd' : null;
    return occurrence({ reason: 'Chờ cấp trên', confirmedBy, eventIds: [] });
  });
}

function product(dice: Dice, index: number): SampleProduct {
  const quantity = 1 + dice.under(4);
  const done = dice.once(5) ? dice.under(quantity + 1) : quantity;
  const first = done === 0 ? 0 : 1 + dice.under(done);
  return {
    id: `sp-${index}`,
    origin: dice.of(['ASSIGNED', 'ASSIGNED', 'ASSIGNED', 'ASSIGNED', 'TAKEN_OVER', 'ADDED']),
    k: dice.of(['1', '2', '2.5', '4', '5/3', '10', '0.4']),
    catalogueVersion: '1',
    quantity,
    accepted: [first, done - first]
      .filter((units) => units > 0)
      .map((units) => ({ units, majorErrors: occurrences(dice), late: occurrences(dice) })),
  };
}

function leader(dice: Dice): SampleLeader {
  return {
    post: 'DEPUTY',
    unitId: 'don-vi',
    unitResult: {
      subordinates: list(1 + dice.under(3), (index) => ({
        personId: `cap-duoi-${index}`,
        total: dice.of(['48', '49.99', '50', '71.5', '93']),
      })),
    },
    organising: { level: dice.of(['50', '100', '100']) },
    cohesion: dice.once(4)
      ? { united: false, prolongedComplaints: true }
      : { united: true, prolongedComplaints: false },
  };
}

const MONTHS = list(12, (index) => String(index + 1).padStart(2, '0'));
const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'];
const OFF = ['04', '05', '06', '07', '08', '09', 'Q2', 'Q3'];

export interface SampleRequest {
  readonly id: string;
  readonly groupId: string;
  readonly by: 'MONTH' | 'QUARTER';
}

/** One person of the year 2026, most with a few products a month, some leaders, some on leave, some disciplined. */
export function samplePerson(dice: Dice, { id, groupId, by }: SampleRequest): SamplePerson {
  const isLeader = dice.once(5);
  const isOnLeave = dice.once(2);
  const all = by === 'MONTH' ? MONTHS : QUARTERS;
  const periods = isOnLeave ? all.filter((period) => !OFF.includes(period)) : all;
  const isWeak = dice.once(12);
  return {
    id,
    unitId: 'don-vi',
    groupId,
    posts: [
      { post: isLeader ? 'DEPUTY' : 'STAFF', unitId: 'don-vi', from: '2020-01-01', to: null },
    ],
    leave: isOnLeave ? [{ kind: 'MATERNITY', from: '2026-04-01', to: '2026-09-30' }] : [],
    violations: dice.once(40)
      ? [
          {
            kind: 'DISCIPLINED',
            actId: 'hv',
            countedInYear: 2026,
            agencyId: 'sct',
            level: 'KHIEN_TRACH',
            dutyRelated: true,
          },
        ]
      : [],
    periods: periods.map((period) => ({
      kind: 'WORK' as const,
      period: `2026-${period}`,
      general: {
        total: `${(isWeak ? 4 : 24) + dice.under(6)}.${dice.under(10)}`,
        confirmedBy: 'tp',
      },
      products: list(1 + dice.under(2), (index) => product(dice, index)),
      ...(isLeader ? { leader: leader(dice) } : {}),
    })),
  };
}
