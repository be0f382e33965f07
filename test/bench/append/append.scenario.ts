import { ContenderChild } from '../measure/contender-child';
import { describeMachine } from '../place/machine';
import { openPlace } from '../place/open-place';
import type { Place } from '../place/place';
import { isDurable, type Settings } from '../place/settings';
import type { BenchOptions } from '../options';
import type { BenchContext, Scenario, ScenarioOutcome } from '../scenario';
import { judge } from './append-bars';
import { appendCases } from './append-cases';
import { appendMarkdown } from './append-markdown';
import { caseResult } from './append-result';
import { libraryVersions, type AppendReport } from './append-report';
import type { ContenderName } from './contenders/contenders';
import { loadSize } from './event-load';
import { measureAppends, type Rival } from './measure-appends';

const ENTRY = require.resolve('./contender-process');

export const appendScenario: Scenario = {
  title: 'append: writing to the log',
  run: async (options, context) => {
    const place = await openPlace(context.environment);
    context.say(`append: ${place.about}`);
    const rivals: Rival[] = [];
    const stop = (): void => {
      rivals.forEach(({ child }) => {
        child.kill();
      });
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    try {
      return await runAt(place, rivals, { options, context });
    } finally {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      stop();
      await place.remove();
    }
  },
};

interface Asked {
  readonly options: BenchOptions;
  readonly context: BenchContext;
}

async function runAt(place: Place, rivals: Rival[], asked: Asked): Promise<ScenarioOutcome> {
  const { options, context } = asked;
  const { names, emmettLeftOut } = contendersFor(place, context);
  const machine = describeMachine();
  for (const name of names) rivals.push({ name, child: ContenderChild.start(name, ENTRY) });
  const settings = await openAll(place, rivals);
  const cases = appendCases(options);
  const repetitions = await measureAppends(cases, rivals, { reps: options.reps, say: context.say });
  for (const { child } of rivals) await child.ask('close', null);

  const results = cases.map((one) => caseResult(one, names, repetitions));
  const counts = place.kind === 'postgres' && isDurable(settings);
  const report: AppendReport = {
    scenario: 'append',
    measuredAt: new Date().toISOString(),
    place: { kind: place.kind, about: place.about, settings },
    machine,
    versions: libraryVersions(names),
    load: { ...loadSize(), reps: options.reps, count: options.count },
    emmettLeftOut,
    results,
    bars: judge(results, { counts }),
  };
  return {
    document: report,
    markdown: appendMarkdown(report),
    everyBarMet: report.bars.every(({ verdict }) => verdict === 'met'),
  };
}

function contendersFor(
  { kind }: Place,
  { installPeers }: BenchContext,
): { readonly names: readonly ContenderName[]; readonly emmettLeftOut: string | null } {
  const emmettLeftOut =
    kind === 'pglite' ? 'it needs a PostgreSQL server, and none answered' : installPeers();
  const names: readonly ContenderName[] =
    emmettLeftOut === null ? ['thidua', 'floor', 'emmett'] : ['thidua', 'floor'];
  return { names, emmettLeftOut };
}

/** @throws Error when two contenders see different settings: their commits would not promise the same. */
async function openAll(place: Place, rivals: readonly Rival[]): Promise<Settings> {
  const seen: Settings[] = [];
  for (const { name, child } of rivals) seen.push(await child.ask('open', place.targetOf(name)));
  const [settings = {}, ...others] = seen;
  if (others.some((other) => JSON.stringify(other) !== JSON.stringify(settings))) {
    throw new Error(`The contenders run under different settings: ${JSON.stringify(seen)}`);
  }
  return settings;
}
