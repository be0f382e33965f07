import { instant } from '@thidua/kernel';
import { Metrics } from './metrics';
import type { Readings } from './readings';

const projection = {
  name: 'task_board',
  version: 1,
  generation: 1,
  state: 'live',
  position: '10',
  head: '52',
  lag: '42',
  parkedCount: 5,
  error: { eventId: 'e', eventType: 'TaskAssigned', position: '11', message: 'odd' },
  trouble: null,
  condition: 'halted',
  leaseOwner: null,
  skippedCount: 0,
  generations: [],
  lagSeconds: 3.5,
  parkedKeyCount: 2,
} as const;

const readings: Readings = {
  projections: [projection],
  reactors: [
    {
      name: 'plan_assignment',
      position: '50',
      head: '52',
      lag: '2',
      error: null,
      trouble: 'away',
      condition: 'troubled',
      lagSeconds: 4,
      leaseOwner: null,
    },
  ],
  outcomes: [
    {
      name: 'nightly',
      ok: false,
      summary: null,
      startedAt: instant('2025-01-01T00:00:00Z'),
      finishedAt: instant('2025-01-01T00:00:01Z'),
    },
  ],
  depth: { queue: 'jobs', waiting: 3, active: 1, delayed: 2, failed: 4 },
  outbox: { waiting: 6, sent: 50, refused: 1, unaddressed: 2 },
};

const textOf = async (metrics: Metrics, take: () => Promise<Readings>): Promise<string> =>
  (await metrics.text(take)).body;

describe('the metrics', () => {
  it('show what was read of the read models, the process managers and the jobs', async () => {
    const text = await textOf(new Metrics(), () => Promise.resolve(readings));
    const expected = [
      'thidua_database_up 1',
      'thidua_projection_lag_events{projection="task_board"} 42',
      'thidua_projection_lag_seconds{projection="task_board"} 3.5',
      'thidua_projection_parked_keys{projection="task_board"} 2',
      'thidua_projection_halted{projection="task_board"} 1',
      'thidua_reactor_lag_events{reactor="plan_assignment"} 2',
      'thidua_reactor_lag_seconds{reactor="plan_assignment"} 4',
      'thidua_reactor_troubled{reactor="plan_assignment"} 1',
      'thidua_queue_depth{queue="jobs",state="waiting"} 3',
      'thidua_queue_depth{queue="jobs",state="failed"} 4',
      'thidua_job_last_ok{job="nightly"} 0',
      'thidua_outbox_notices{state="waiting"} 6',
      'thidua_job_last_finished_timestamp_seconds{job="nightly"} 1735689601',
    ];
    expect(text.split('\n')).toEqual(expect.arrayContaining(expected));
  });

  it('count what happened before anybody scraped', async () => {
    const metrics = new Metrics();
    metrics.onGroup({ latenciesMs: [2, 2000], conflictCount: 1, failureCount: 3 });
    metrics.onGroup({ latenciesMs: [2], conflictCount: 0, failureCount: 0 });
    metrics.onRequest({ method: 'GET', route: '/v1/tasks/:task', status: 404, durationMs: 40 });
    const text = await textOf(metrics, () => Promise.resolve(readings));
    const labels = 'method="GET",route="/v1/tasks/:task",status="404"';
    const expected = [
      'thidua_append_duration_seconds_bucket{le="0.0025"} 2',
      'thidua_append_duration_seconds_bucket{le="2.5"} 3',
      'thidua_append_group_size_bucket{le="1"} 1',
      'thidua_append_group_size_sum 3',
      'thidua_append_conflicts_total 1',
      'thidua_append_failures_total 3',
      `thidua_http_request_duration_seconds_count{${labels}} 1`,
      `thidua_http_request_duration_seconds_sum{${labels}} 0.04`,
    ];
    expect(text.split('\n')).toEqual(expect.arrayContaining(expected));
  });

  it('say that the database is away, and show no figure from before', async () => {
    const metrics = new Metrics();
    await metrics.text(() => Promise.resolve(readings));
    const text = await textOf(metrics, () => Promise.reject(new Error('away')));
    expect(text).toMatch(/^thidua_database_up 0$/m);
    expect(text).not.toContain('task_board');
    expect(text).not.toContain('nightly');
    expect(text).not.toContain('state="waiting"');
  });
});
