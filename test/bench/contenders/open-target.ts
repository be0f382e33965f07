import { openDatabase, type Database } from '@thidua/database';
import type { Target } from '../place/place';
import { POOL_SIZE } from './contender';

/** The contender's connections: a pool on a server, one session on the embedded engine. */
export const openTarget = (target: Target): Promise<Database> =>
  target.kind === 'postgres'
    ? openDatabase({ url: target.url, poolSize: POOL_SIZE })
    : openDatabase({ dataDir: target.dataDir });
