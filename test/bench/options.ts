import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Null: all of them, one after the other. */
  readonly scenario: string | null;
  /** Times everything is measured again; each repetition gives one ratio. Null: as many as the run's kind wants. */
  readonly reps: number | null;
  /** Size of a single scenario in its own unit; null: the scenario's own. */
  readonly count: number | null;
  /** How many callers append at the same time, one case for each. */
  readonly writers: readonly number[];
  /** Small sizes, to see that everything works. Its figures mean nothing. */
  readonly quick: boolean;
  /** One JSON document on standard output instead of Markdown. */
  readonly json: boolean;
  /** The command fails unless every bar is met. */
  readonly strict: boolean;
  /** Measures and prints, and leaves docs/benchmarks.md as it is. */
  readonly dryRun: boolean;
}

/** The command line cannot be understood; the message says what was expected. */
export class BadOption extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadOption';
  }
}

export const USAGE = `npm run bench -- [scenario] [options]

  Without a scenario all of them run, one after the other.

  append              single events and 100-event batches, beside a bare INSERT, Emmett, Act and (KURRENTDB_URL) KurrentDB
  load-fold           a stream of 100 events, read and folded, beside a bare ordered select, Emmett and Act
  catch-up            the whole log read, and followed into a read model, beside a bare ordered read and Emmett
  rebuild             a read model built anew while it is being read; --count is the number of events
  queries             KPI and ranking at a hundredth of the tasks and at all of them; --count is the number of tasks
  unit-year           the sheet of every unit: computed, frozen, proved; --count is the number of tasks
  year-end            a province of officials: frozen, scored, exported; --count is the number of events
  http-ingest         CloudEvents over HTTP, beside appends in process; --count is the number of events

  --reps <n>          repetitions, each giving one ratio (5; with --quick 1)
  --count <n>         size of the scenario named
  --writers <list>    concurrent writers of append (1,16,64)
  --quick             small sizes, to see that everything works; nothing is judged or written
  --dry-run           leave docs/benchmarks.md as it is
  --json              one JSON document on standard output
  --strict            fail unless every bar is met`;

const REPS = 5;

export const repsOf = ({ reps, quick }: BenchOptions): number => reps ?? (quick ? 1 : REPS);

/** The size of a scenario: what was asked for, or its own. */
export const sizeOf = (
  { count, quick }: BenchOptions,
  size: { readonly full: number; readonly quick: number },
): number => count ?? (quick ? size.quick : size.full);

/** @throws BadOption */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parse(args);
  const [scenario = null, ...others] = positionals;
  if (others.length > 0)
    throw new BadOption(`One scenario at a time, not also ${others.join(', ')}`);
  if (scenario === null && values.count !== undefined)
    throw new BadOption('--count is the size of one scenario: which one?');
  const number = (option: string, text: string | undefined): number | null =>
    text === undefined ? null : positiveInteger(option, text);
  return {
    scenario,
    reps: number('--reps', values.reps),
    count: number('--count', values.count),
    writers: values.writers.split(',').map((part) => positiveInteger('--writers', part)),
    quick: values.quick,
    json: values.json,
    strict: values.strict,
    dryRun: values['dry-run'] || values.quick,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        reps: { type: 'string' },
        count: { type: 'string' },
        writers: { type: 'string', default: '1,16,64' },
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new BadOption(error instanceof Error ? error.message : String(error));
  }
}

function positiveInteger(option: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new BadOption(`${option} takes whole numbers above 0, not ${JSON.stringify(text)}`);
}
