import type { OutboxDepth } from '@thidua/mail';
import {
  allProjections,
  type ProjectionHealth,
  type ReactorHealth,
  type RebuildCheck,
} from '@thidua/projections';
import type { ApplicationParts } from '../application-parts';

export interface HealthAnswer {
  /** `degraded` when a read model or a process manager stands still; commands are still taken. */
  readonly status: 'ok' | 'degraded';
  /** Last position of the log, a decimal string. */
  readonly head: string;
  /** Where the read models are. */
  readonly storage: 'embedded' | 'server';
  /** What holds the log. */
  readonly log: ApplicationParts['logKind'];
  /** Notices to be mailed by what became of them; null where mail is switched off. */
  readonly mail: OutboxDepth | null;
  readonly projections: readonly {
    readonly name: string;
    readonly lag: string;
    readonly condition: string;
  }[];
  readonly reactors: readonly {
    readonly name: string;
    readonly lag: string;
    readonly condition: string;
  }[];
}

/** Reads the log and every checkpoint, so a healthy answer is evidence, not a greeting. */
export async function health(parts: ApplicationParts, _input: object): Promise<HealthAnswer> {
  const projections = await parts.projections.health();
  const reactors = await parts.projections.reactorHealth();
  const isWell = ({ condition }: { readonly condition: string }): boolean => condition === 'well';
  return {
    status: [...projections, ...reactors].every(isWell) ? 'ok' : 'degraded',
    head: (await parts.store.head()).toString(),
    storage: parts.database.kind === 'pglite' ? 'embedded' : 'server',
    log: parts.logKind,
    mail: (await parts.mail?.outbox.depth()) ?? null,
    projections: projections.map(({ name, lag, condition }) => ({ name, lag, condition })),
    reactors: reactors.map(({ name, lag, condition }) => ({ name, lag, condition })),
  };
}

export interface ProjectionHealthAnswer {
  readonly projections: readonly ProjectionHealth[];
  readonly reactors: readonly ReactorHealth[];
}

export async function projectionHealth(
  parts: ApplicationParts,
  _input: object,
): Promise<ProjectionHealthAnswer> {
  return {
    projections: await parts.projections.health(),
    reactors: await parts.projections.reactorHealth(),
  };
}

export interface ProjectionCheckAnswer {
  readonly isEqual: boolean;
  readonly checks: readonly RebuildCheck[];
}

/** Folds the whole log beside each read model and compares; a row changed by hand is found. */
export async function projectionCheck(
  parts: ApplicationParts,
  _input: object,
): Promise<ProjectionCheckAnswer> {
  const checks: RebuildCheck[] = [];
  for (const { name } of allProjections)
    checks.push(await parts.projections.repairs.rebuildCheck(name));
  return { isEqual: checks.every(({ isEqual }) => isEqual), checks };
}
