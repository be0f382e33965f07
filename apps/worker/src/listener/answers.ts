import { randomUUID } from 'node:crypto';
import { readinessProblem, type ProcessHealth } from '@thidua/platform';

/** An answer of the worker's listener, ready to be sent. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** What the listener answers from. */
export interface Sources {
  readonly health: Pick<ProcessHealth, 'overview' | 'readiness'>;
  /** The text of one scrape with its content type; null where nothing is measured. */
  readonly scrape: (() => Promise<{ readonly type: string; readonly body: string }>) | null;
}

interface Route {
  /** True where anyone who can reach the port may read. */
  readonly isPublic: boolean;
  readonly answer: (sources: Sources) => Promise<Answer>;
}

/** The same addresses and bodies as those of the API. */
export const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['/health', { isPublic: true, answer: async ({ health }) => json(200, await health.overview()) }],
  ['/health/ready', { isPublic: true, answer: ({ health }) => readiness(health) }],
  ['/metrics', { isPublic: false, answer: measurements }],
]);

async function measurements({ scrape }: Sources): Promise<Answer> {
  if (scrape === null) return noSuchRoute();
  return { status: 200, ...(await scrape()) };
}

async function readiness(health: Sources['health']): Promise<Answer> {
  const { isReady, faults, notices } = await health.readiness();
  return isReady
    ? json(200, { isReady, notices })
    : problem(readinessProblem(faults, randomUUID(), 'vi'));
}

const json = (status: number, body: object): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});

const problem = (body: { readonly status: number }): Answer => ({
  ...json(body.status, body),
  type: 'application/problem+json; charset=utf-8',
});

/** A no that carries no secret; each code is explained by the API at `/problems`. */
export const refusal = (status: number, code: string, title: string): Answer =>
  problem({
    type: `/problems/${code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    detail: title,
    instance: randomUUID(),
    code,
  } as { readonly status: number });

export const noSuchRoute = (): Answer =>
  refusal(404, 'NO_SUCH_ROUTE', 'Không có địa chỉ này (there is no such address)');
