/** One kind of work that all contenders do, beside each other. */
export interface Case<Job> {
  readonly name: string;
  /** Units of work (appends, loads, events to follow) of one contender in one repetition. */
  readonly amount: number;
  /** Into how many turns a repetition divides the amount. */
  readonly sliceCount: number;
  readonly eventsPerUnit: number;
  /** What a ratio compares: rates (above 1 the product is faster) or times (below 1 it is). */
  readonly ratioOf: 'rate' | 'time';
  readonly jobOf: (amount: number) => Job;
  /** Who takes part; everyone when left out. */
  readonly only?: readonly string[];
}

/** The product under measure; every ratio has it on one side. */
export const PRODUCT = 'thidua';
