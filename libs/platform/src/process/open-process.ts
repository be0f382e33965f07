import type { Instruments } from '@thidua/application';
import type { Jobs } from '@thidua/jobs';
import type { Logger } from 'pino';
import type { Settings } from '../config/environment';
import { commandLog } from '../logging/command-log';
import { openLog, type ProcessRole } from '../logging/process-log';
import { Metrics } from '../metrics/metrics';
import { Lifecycle } from '../shutdown/lifecycle';
import { isPrivate } from '../start/tell';
import { openTracing } from '../tracing/open-tracing';
import type { Tracing } from '../tracing/tracing';

/** What every process of the product has, beside the application. */
export interface ProcessParts {
  readonly role: ProcessRole;
  readonly settings: Settings;
  readonly log: Logger;
  readonly lifecycle: Lifecycle;
  /** Null in a private server: it ends with its command, and nobody scrapes it. */
  readonly metrics: Metrics | null;
  /** Null when no collector is named. */
  readonly tracing: Tracing | null;
}

/** The process with the jobs it runs; null where another one runs them. */
export interface RunningProcess extends ProcessParts {
  readonly jobs: Jobs | null;
}

/** @throws BadEnvironment when traces are asked for and their packages are missing. */
export async function openProcess(role: ProcessRole, settings: Settings): Promise<ProcessParts> {
  return {
    role,
    settings,
    log: openLog(role, settings),
    lifecycle: new Lifecycle(),
    metrics: isPrivate() ? null : new Metrics(),
    tracing: await openTracing(role, settings),
  };
}

/** Where the application lets logs, metrics and traces take their readings. */
export function instrumentsOf({ log, metrics, tracing }: ProcessParts): Instruments {
  const logged = commandLog(log);
  const counted = metrics === null ? {} : { onGroup: metrics.onGroup };
  if (tracing === null) return { ...counted, aroundCommand: logged };
  const { onBatch, aroundAppend, aroundCommand } = tracing;
  return {
    ...counted,
    onBatch,
    aroundAppend,
    aroundCommand: (facts, run) => aroundCommand(facts, () => logged(facts, run)),
  };
}
