import type { BenchOptions } from './options';

/** What the surroundings of a run provide. */
export interface BenchContext {
  readonly environment: NodeJS.ProcessEnv;
  /** Installs the packages measured beside the product; null when they are there, else why not. */
  readonly installPeers: () => string | null;
  /** One line of progress. */
  readonly say: (line: string) => void;
}

export interface ScenarioOutcome {
  /** For `--json`. */
  readonly document: unknown;
  /** The scenario's section of docs/benchmarks.md, without its heading. */
  readonly markdown: string;
  readonly everyBarMet: boolean;
}

export interface Scenario {
  /** Heading of the section. */
  readonly title: string;
  readonly run: (options: BenchOptions, context: BenchContext) => Promise<ScenarioOutcome>;
}
