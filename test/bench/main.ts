import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadOption, readOptions, USAGE, type BenchOptions } from './options';
import { withSection } from './report/benchmarks-page';
import { barTable, everyBarMet, type JudgedBar } from './report/judged-bar';
import type { BenchContext, ScenarioOutcome } from './scenario';
import { SCENARIOS } from './scenarios';

const PAGE = join(__dirname, '..', '..', 'docs', 'benchmarks.md');

interface Measured extends ScenarioOutcome {
  readonly name: string;
  readonly failed: boolean;
}

/**
 * The benchmark command. Progress goes to standard error, the result to standard output.
 * @returns the exit code: 0 measured, 1 a scenario failed or a bar is not met under --strict, 2 the command line makes no
 * sense.
 */
export async function runBench(
  args: readonly string[],
  surroundings: Pick<BenchContext, 'installPeers' | 'buildApps'>,
): Promise<number> {
  const say = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  const asked = understand(args);
  if (asked instanceof BadOption) {
    say(`${asked.message}\n\n${USAGE}`);
    return 2;
  }
  const { options, names } = asked;
  const measured: Measured[] = [];
  for (const name of names) {
    say(`${name}:`);
    const context = {
      ...{ ...surroundings, environment: process.env },
      say: (line: string): void => {
        say(`  ${line}`);
      },
    };
    const outcome = await measure(name, options, context);
    measured.push(outcome);
    if (!outcome.failed) publish(options, outcome);
  }
  summarise(options, measured);
  if (measured.some(({ failed }) => failed)) return 1;
  return options.strict && !everyBarMet(measured.flatMap(({ bars }) => bars)) ? 1 : 0;
}

/** A scenario that fails is reported as failed and keeps the others from nothing. */
async function measure(
  name: string,
  options: BenchOptions,
  context: BenchContext,
): Promise<Measured> {
  const scenario = SCENARIOS[name];
  if (scenario === undefined) throw new Error(`There is no scenario ${name}`);
  try {
    return { name, failed: false, ...(await scenario.run(options, context)) };
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    context.say(`failed: ${said}`);
    const bar: JudgedBar = {
      ...{ what: 'all of it', limit: '', found: null, verdict: 'not judged', why: 'it failed' },
    };
    return { name, failed: true, document: { failed: said }, markdown: '', bars: [bar] };
  }
}

function understand(
  args: readonly string[],
): { readonly options: BenchOptions; readonly names: readonly string[] } | BadOption {
  try {
    const options = readOptions(args);
    const { scenario } = options;
    if (scenario === null) return { options, names: Object.keys(SCENARIOS) };
    return Object.hasOwn(SCENARIOS, scenario)
      ? { options, names: [scenario] }
      : new BadOption(`There is no scenario ${scenario}`);
  } catch (error) {
    if (error instanceof BadOption) return error;
    throw error;
  }
}

/** Each section is written as soon as it is there, so that a later scenario that fails loses nothing. */
function publish({ json, dryRun }: BenchOptions, { name, markdown }: Measured): void {
  const title = SCENARIOS[name]?.title ?? name;
  if (!json) process.stdout.write(`## ${title}\n\n${markdown}\n\n`);
  if (dryRun) return;
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : null;
  writeFileSync(PAGE, withSection(page, { scenario: name, title, markdown }));
}

/** The bars of all scenarios together, or everything as one JSON document. */
function summarise({ json, scenario }: BenchOptions, measured: readonly Measured[]): void {
  const bars = measured.flatMap(({ name, bars: own }) =>
    own.map((bar) => ({ ...bar, what: `${name}: ${bar.what}` })),
  );
  if (json) {
    const documents = Object.fromEntries(measured.map(({ name, document }) => [name, document]));
    const all = scenario === null ? { scenarios: documents, bars } : documents[scenario];
    process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    return;
  }
  process.stdout.write(bars.length === 0 ? 'No bars.\n' : `## Bars\n\n${barTable(bars)}\n`);
}
