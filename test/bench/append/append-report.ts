import { join } from 'node:path';
import { declaredVersions, PEERS, type Machine } from '../place/machine';
import type { Settings } from '../place/settings';
import type { JudgedBar } from './append-bars';
import type { CaseResult } from './append-result';
import type { ContenderName } from './contenders/contenders';

/** Everything a run of the scenario found out, and under which conditions. */
export interface AppendReport {
  readonly scenario: 'append';
  /** UTC. */
  readonly measuredAt: string;
  readonly place: {
    readonly kind: 'postgres' | 'pglite';
    readonly about: string;
    readonly settings: Settings;
  };
  readonly machine: Machine;
  /** Of the packages that took part, by name. */
  readonly versions: Readonly<Record<string, string>>;
  readonly load: {
    readonly dataBytes: number;
    readonly metadataBytes: number;
    readonly reps: number;
    readonly count: number;
  };
  /** Why Emmett took no part; null when it did. */
  readonly emmettLeftOut: string | null;
  readonly results: readonly CaseResult[];
  readonly bars: readonly JudgedBar[];
}

const ROOT = join(__dirname, '..', '..', '..');

export const libraryVersions = (
  contenders: readonly ContenderName[],
): Readonly<Record<string, string>> => ({
  ...declaredVersions(ROOT, ['pg', '@electric-sql/pglite']),
  ...(contenders.includes('emmett')
    ? declaredVersions(PEERS, [
        '@event-driven-io/emmett',
        '@event-driven-io/emmett-postgresql',
        '@event-driven-io/dumbo',
      ])
    : {}),
});
