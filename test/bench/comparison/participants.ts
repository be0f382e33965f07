import { join } from 'node:path';
import { declaredVersions, PEERS } from '../place/machine';
import type { Place } from '../place/place';
import type { BenchContext } from '../scenario';

/** Who takes part in a comparison, with which packages, and who does not and why. */
export interface Participants {
  readonly names: readonly string[];
  /** By package name. */
  readonly versions: Readonly<Record<string, string>>;
  /** Why a contender took no part, by contender. */
  readonly leftOut: Readonly<Record<string, string>>;
}

const ROOT = join(__dirname, '..', '..', '..');

const PEER_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  emmett: [
    '@event-driven-io/emmett',
    '@event-driven-io/emmett-postgresql',
    '@event-driven-io/dumbo',
  ],
  act: ['@rotorsoft/act', '@rotorsoft/act-pg'],
};

/** How a contender is called in print. */
export const NAMES: Readonly<Record<string, string>> = {
  thidua: 'Thi Đua',
  emmett: 'Emmett',
  act: 'Act',
  kurrentdb: 'Thi Đua on KurrentDB',
};

/** Of the contenders wanted, those that can take part at the place. */
export function participantsAt(
  wanted: readonly string[],
  { kind }: Place,
  { installPeers, environment }: Pick<BenchContext, 'installPeers' | 'environment'>,
): Participants {
  const isPeer = (name: string): boolean => Object.hasOwn(PEER_PACKAGES, name);
  const noServer = kind === 'pglite' ? 'it needs a PostgreSQL server, and none answered' : null;
  const whyNoPeers = wanted.some(isPeer) ? (noServer ?? installPeers()) : null;
  const url = environment['KURRENTDB_URL'] ?? '';
  const leftOut: Record<string, string> = {};
  for (const name of wanted) {
    if (isPeer(name) && whyNoPeers !== null) leftOut[name] = whyNoPeers;
    if (name === 'kurrentdb' && url === '') leftOut[name] = 'KURRENTDB_URL is not set';
  }
  const names = wanted.filter((name) => leftOut[name] === undefined);
  const peers = names.flatMap((name) => PEER_PACKAGES[name] ?? []);
  return {
    names,
    leftOut,
    versions: {
      ...declaredVersions(ROOT, [
        'pg',
        '@electric-sql/pglite',
        ...(names.includes('kurrentdb') ? ['@kurrent/kurrentdb-client'] : []),
      ]),
      ...declaredVersions(PEERS, peers),
    },
  };
}
