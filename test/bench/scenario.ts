import type { BenchOptions } from './options';
import type { JudgedBar } from './report/judged-bar';

/** What the surroundings of a run provide. */
export interface BenchContext {
  readonly environment: NodeJS.ProcessEnv;
  /** Installs the packages measured beside the product; null when they are there, else why not. */
  readonly installPeers: () => string | null;
  /** Builds the processes of the product as they are delivered. @throws Error when that fails. */
  readonly buildApps: () => void;
  /** One line of progress. */
  readonly say: (line: string) => void;
}

export interface ScenarioOutcome {
  /** For `--json`. */
  readonly document: unknown;
  /** The scenario's section of docs/benchmarks.md, without its heading. */
  readonly markdown: string;
  readonly bars: readonly JudgedBar[];
}

export interface Scenario {
  /** Heading of the section. */
  readonly title: string;
  readonly run: (options: BenchOptions, context: BenchContext) => Promise<ScenarioOutcome>;
}
