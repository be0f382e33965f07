import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadOption, readOptions, USAGE, type BenchOptions } from './options';
import { withSection } from './report/benchmarks-page';
import type { BenchContext, Scenario, ScenarioOutcome } from './scenario';
import { SCENARIOS } from './scenarios';

const PAGE = join(__dirname, '..', '..', 'docs', 'benchmarks.md');

/**
 * The benchmark command. Progress goes to standard error, the result to standard output.
 * @returns the exit code: 0 measured, 1 a bar is not met under --strict, 2 the command line makes no sense.
 */
export async function runBench(
  args: readonly string[],
  surroundings: Pick<BenchContext, 'installPeers'>,
): Promise<number> {
  const say = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  const asked = understand(args);
  if (asked instanceof BadOption) {
    say(`${asked.message}\n\n${USAGE}`);
    return 2;
  }
  const { options, scenario } = asked;
  const outcome = await scenario.run(options, { ...surroundings, environment: process.env, say });
  publish(options, scenario, outcome);
  return options.strict && !outcome.everyBarMet ? 1 : 0;
}

function understand(
  args: readonly string[],
): { readonly options: BenchOptions; readonly scenario: Scenario } | BadOption {
  try {
    const options = readOptions(args);
    const scenario = Object.hasOwn(SCENARIOS, options.scenario)
      ? SCENARIOS[options.scenario]
      : undefined;
    return scenario === undefined
      ? new BadOption(`There is no scenario ${options.scenario}`)
      : { options, scenario };
  } catch (error) {
    if (error instanceof BadOption) return error;
    throw error;
  }
}

function publish(
  { scenario, json, dryRun }: BenchOptions,
  { title }: Scenario,
  { document, markdown }: ScenarioOutcome,
): void {
  process.stdout.write(json ? `${JSON.stringify(document, null, 2)}\n` : `${markdown}\n`);
  if (dryRun) return;
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : null;
  writeFileSync(PAGE, withSection(page, { scenario, title, markdown }));
}
