import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { composeFaults } from './compose-faults';

const root = resolve(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const compose = read('docker-compose.yml');

/** The build makes `dist/<path>.js` of each `<path>.ts`, so what is named must stand there as a source. */
const builtFiles = new Set(
  [...`${compose} ${read('Dockerfile')}`.matchAll(/dist\/[\w./-]+\.js/g)]
    .map(([path]) => path)
    .filter((path) => existsSync(join(root, path.replace(/^dist\/(.*)\.js$/, '$1.ts')))),
);
/** The names that the schema of the environment lists. */
const settings = new Set(
  [...read('libs/platform/src/config/environment.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(
    ([, name]) => name ?? '',
  ),
);
const faults = (text: string): readonly string[] => composeFaults(text, { builtFiles, settings });

interface ComposeFile {
  readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** As `docker compose -f first -f second` reads them, for the parts that are checked. */
function laidOver(first: string, second: string): string {
  const [under, over] = [first, second].map((text) => parse(text, { merge: true }) as ComposeFile);
  const services = { ...under!.services };
  for (const [name, service] of Object.entries(over!.services)) {
    services[name] = mergeService(services[name] ?? {}, service);
  }
  return stringify({ services, volumes: { ...under!.volumes, ...over!.volumes } });
}

const mergeService = (
  under: Readonly<Record<string, unknown>>,
  over: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => ({
  ...under,
  ...over,
  environment: { ...(under['environment'] ?? {}), ...(over['environment'] ?? {}) },
  depends_on: { ...(under['depends_on'] ?? {}), ...(over['depends_on'] ?? {}) },
});

/** The real file with one thing broken; a seed that finds nothing to break is itself a failure. */
function broken(from: string | RegExp, to: string): readonly string[] {
  const text = compose.replace(from, to);
  expect(text).not.toBe(compose);
  return faults(text);
}

describe('the compose file of the server profile', () => {
  it('is sound', () => {
    expect(settings).toContain('REDIS_URL');
    expect(faults(compose)).toEqual([]);
  });

  it('starts from an image whose own health check asks the API', () => {
    const dockerfile = read('Dockerfile');
    expect(dockerfile).toMatch(/HEALTHCHECK[\s\S]*\/health/);
    expect(dockerfile).toContain('CMD ["node", "dist/apps/api/src/main.js"]');
    expect(builtFiles).toContain('dist/apps/api/src/main.js');
  });
});

describe('the compose file of the KurrentDB cluster', () => {
  const cluster = read('docker-compose.kurrentdb.yml');

  it('is sound when it is laid over the first', () => {
    expect(faults(laidOver(compose, cluster))).toEqual([]);
  });

  it.each([
    [
      'a password written down',
      'admin:${KDB_ADMIN_PASSWORD:?set KDB_ADMIN_PASSWORD}@',
      'admin:hunter2@',
      'api: EVENT_STORE_URL holds a secret',
    ],
    [
      'a default password',
      'KURRENTDB_DEFAULT_OPS_PASSWORD: ${KDB_OPS_PASSWORD:?set KDB_OPS_PASSWORD}',
      'KURRENTDB_DEFAULT_OPS_PASSWORD: changeit',
      'kdb2: KURRENTDB_DEFAULT_OPS_PASSWORD holds a secret',
    ],
    ['a node that is missing', '    kdb3: *healthy', '    kdb4: *healthy', 'api: depends on kdb4'],
    [
      'a node without a health check',
      / {2}healthcheck:\n(?: {4}.*\n)+/,
      '',
      'kdb1: no health check',
    ],
  ])('would be found to have %s', (_title, from, to, fault) => {
    const changed = cluster.replace(from, to);
    expect(changed).not.toBe(cluster);
    expect(faults(laidOver(compose, changed)).join('\n')).toContain(fault);
  });
});

describe('the check of compose files', () => {
  it.each<[title: string, from: string | RegExp, to: string, fault: string]>([
    [
      'a password written down',
      'POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?set POSTGRES_PASSWORD}',
      'POSTGRES_PASSWORD: hunter2',
      'postgres: POSTGRES_PASSWORD holds a secret',
    ],
    [
      'a password with a default',
      'POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?set POSTGRES_PASSWORD}',
      'POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-thidua}',
      'postgres: POSTGRES_PASSWORD holds a secret',
    ],
    [
      'a password inside a URL',
      'thidua:${POSTGRES_PASSWORD:?set POSTGRES_PASSWORD}@',
      'thidua:hunter2@',
      'api: DATABASE_URL holds a secret',
    ],
    [
      'a token that may be missing',
      /API_TOKEN: \$\{API_TOKEN:\?[^}]*\}/,
      'API_TOKEN: ${API_TOKEN}',
      'api: API_TOKEN holds a secret',
    ],
    ['a setting nobody reads', 'LOG_LEVEL: ', 'LOG_LEVLE: ', 'api: LOG_LEVLE is no setting'],
    [
      'a program the build does not make',
      "['node', 'dist/apps/worker/src/main.js']",
      "['node', 'dist/apps/worker/main.js']",
      'worker: dist/apps/worker/main.js is not made by the build',
    ],
    [
      'a health check of a program that does not exist',
      'worker/src/healthcheck.js',
      'worker/src/health.js',
      'worker: dist/apps/worker/src/health.js is not made by the build',
    ],
    [
      'a service without a health check',
      / {4}healthcheck:\n {6}test: \['CMD', 'redis-cli', 'ping'\]\n(?: {6}.*\n)+/,
      '',
      'redis: no health check',
    ],
    [
      'a worker that relies on the health check of the API',
      / {4}healthcheck:\n {6}test: \['CMD', 'node'.*\n(?: {6}.*\n)+/,
      '',
      'worker: no health check',
    ],
    [
      'a volume that is not declared',
      /\nvolumes:\n {2}postgres:\n/,
      '\nvolumes:\n',
      'postgres: volume postgres is not declared',
    ],
    [
      'a dependency that does not exist',
      /depends_on:\n {6}postgres:/,
      'depends_on:\n      database:',
      'api: depends on database, which does not exist',
    ],
  ])('finds %s', (_title, from, to, fault) => {
    expect(broken(from, to)).toContain(fault);
  });

  it('finds a text that is no YAML, and one that is no compose file', () => {
    expect(faults('services: [')[0]).toContain('not YAML');
    expect(faults('version: 3')[0]).toContain('services');
    expect(broken('condition: service_healthy', 'condition: service_started')).not.toEqual([]);
  });
});
