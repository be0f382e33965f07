import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly scenario: string;
  /** Times everything is measured again; each repetition gives one ratio. */
  readonly reps: number;
  /** Appends of a single writer in one repetition; the other cases do a fixed multiple or fraction of it. */
  readonly count: number;
  /** How many callers append at the same time, one case for each. */
  readonly writers: readonly number[];
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

export const USAGE = `npm run bench -- <scenario> [options]

  append              single events and 100-event batches, beside a bare INSERT and Emmett

  --reps <n>          repetitions, each giving one ratio (5)
  --count <n>         appends of one writer in a repetition (2000); 16 and more writers do four times as many
  --writers <list>    concurrent writers (1,16,64)
  --dry-run           leave docs/benchmarks.md as it is
  --json              one JSON document on standard output
  --strict            fail unless every bar is met`;

/** @throws BadOption */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parse(args);
  const [scenario, ...others] = positionals;
  if (scenario === undefined) throw new BadOption('Which scenario?');
  if (others.length > 0)
    throw new BadOption(`One scenario at a time, not also ${others.join(', ')}`);
  return {
    scenario,
    reps: positiveInteger('--reps', values.reps),
    count: positiveInteger('--count', values.count),
    writers: values.writers.split(',').map((part) => positiveInteger('--writers', part)),
    json: values.json,
    strict: values.strict,
    dryRun: values['dry-run'],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        reps: { type: 'string', default: '5' },
        count: { type: 'string', default: '2000' },
        writers: { type: 'string', default: '1,16,64' },
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
