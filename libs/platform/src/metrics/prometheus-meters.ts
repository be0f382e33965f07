import type { AppendedGroup } from '@thidua/event-store';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Readings } from './readings';

/** One answered request of the API. */
export interface AnsweredRequest {
  readonly method: string;
  /** The route's template, so that ids in addresses do not make a series each. */
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
}

/** Seconds: an append takes a flush of the disk, a report over a year may take ten. */
const APPEND_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const GROUP_BUCKETS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

/**
 * Everything this process has measured. Loading this file costs a noticeable part of a start, so it is loaded by the
 * first measurement (see `Metrics`).
 */
export class Meters {
  private readonly registry = new Registry();
  private readonly registers = [this.registry];

  private readonly appendDuration = new Histogram({
    name: 'thidua_append_duration_seconds',
    help: 'From the arrival of an append at the store to its durable answer, the wait for its group included.',
    buckets: APPEND_BUCKETS,
    registers: this.registers,
  });
  private readonly appendGroupSize = new Histogram({
    name: 'thidua_append_group_size',
    help: 'Appends committed together.',
    buckets: GROUP_BUCKETS,
    registers: this.registers,
  });
  private readonly appendConflicts = new Counter({
    name: 'thidua_append_conflicts_total',
    help: 'Appends refused because the stream was not at the expected revision.',
    registers: this.registers,
  });
  private readonly appendFailures = new Counter({
    name: 'thidua_append_failures_total',
    help: 'Appends that ended in an error.',
    registers: this.registers,
  });
  private readonly requestDuration = new Histogram({
    name: 'thidua_http_request_duration_seconds',
    help: 'From the arrival of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_BUCKETS,
    registers: this.registers,
  });
  private readonly databaseUp = this.gauge(
    'thidua_database_up',
    '1 when the database answered this scrape; the gauges below are missing when it did not.',
  );
  private readonly lagEvents = this.gauge(
    'thidua_projection_lag_events',
    'Log positions that the read model has not handled.',
    ['projection'],
  );
  private readonly lagSeconds = this.gauge(
    'thidua_projection_lag_seconds',
    'Age of the oldest event that the read model has not handled.',
    ['projection'],
  );
  private readonly parkedKeys = this.gauge(
    'thidua_projection_parked_keys',
    'Keys of the read model whose events are set aside.',
    ['projection'],
  );
  private readonly halted = this.gauge(
    'thidua_projection_halted',
    '1 when the read model stands at an event that it cannot handle.',
    ['projection'],
  );
  private readonly reactorLag = this.gauge(
    'thidua_reactor_lag_events',
    'Log positions that the process manager has not handled.',
    ['reactor'],
  );
  private readonly reactorLagSeconds = this.gauge(
    'thidua_reactor_lag_seconds',
    'Age of the oldest event that the process manager has not handled.',
    ['reactor'],
  );
  private readonly reactorTroubled = this.gauge(
    'thidua_reactor_troubled',
    '1 when the process manager fails and tries again.',
    ['reactor'],
  );
  private readonly queueDepth = this.gauge('thidua_queue_depth', 'Jobs in the queue.', [
    'queue',
    'state',
  ]);
  private readonly jobOk = this.gauge(
    'thidua_job_last_ok',
    '1 when the last finished try of the job went well.',
    ['job'],
  );
  private readonly jobFinished = this.gauge(
    'thidua_job_last_finished_timestamp_seconds',
    'When the last try of the job finished.',
    ['job'],
  );

  private readonly outbox = this.gauge(
    'thidua_outbox_notices',
    'Notices to be mailed, by what became of them; missing where mail is off.',
    ['state'],
  );

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  observeGroup({ latenciesMs, conflictCount, failureCount }: AppendedGroup): void {
    this.appendGroupSize.observe(latenciesMs.length);
    for (const latencyMs of latenciesMs) this.appendDuration.observe(latencyMs / 1000);
    this.appendConflicts.inc(conflictCount);
    this.appendFailures.inc(failureCount);
  }

  observeRequest({ method, route, status, durationMs }: AnsweredRequest): void {
    this.requestDuration.observe({ method, route, status }, durationMs / 1000);
  }

  /** The text of one scrape; `readings` is null when the database did not answer. */
  async text(readings: Readings | null): Promise<{ readonly type: string; readonly body: string }> {
    this.databaseUp.set(readings === null ? 0 : 1);
    this.showProjections(readings);
    this.showReactors(readings);
    this.showJobs(readings);
    this.outbox.reset();
    for (const [state, count] of Object.entries(readings?.outbox ?? {}))
      this.outbox.set({ state }, count);
    return { type: this.registry.contentType, body: await this.registry.metrics() };
  }

  private showProjections(readings: Readings | null): void {
    const { lagEvents, lagSeconds, parkedKeys, halted } = this;
    // A projection that is gone, or cannot be seen, must not go on under its last figures.
    for (const gauge of [lagEvents, lagSeconds, parkedKeys, halted]) gauge.reset();
    for (const projection of readings?.projections ?? []) {
      const labels = { projection: projection.name };
      lagEvents.set(labels, Number(projection.lag));
      lagSeconds.set(labels, projection.lagSeconds);
      parkedKeys.set(labels, projection.parkedKeyCount);
      halted.set(labels, projection.error === null ? 0 : 1);
    }
  }

  private showReactors(readings: Readings | null): void {
    const { reactorLag, reactorLagSeconds, reactorTroubled } = this;
    for (const gauge of [reactorLag, reactorLagSeconds, reactorTroubled]) gauge.reset();
    for (const { name: reactor, lag, lagSeconds, condition } of readings?.reactors ?? []) {
      reactorLag.set({ reactor }, Number(lag));
      reactorLagSeconds.set({ reactor }, lagSeconds);
      reactorTroubled.set({ reactor }, condition === 'well' ? 0 : 1);
    }
  }

  private showJobs(readings: Readings | null): void {
    for (const gauge of [this.queueDepth, this.jobOk, this.jobFinished]) gauge.reset();
    const { queue, ...states } = readings?.depth ?? { queue: '' };
    for (const [state, count] of Object.entries(states)) {
      this.queueDepth.set({ queue, state }, count);
    }
    for (const { name, ok, finishedAt } of readings?.outcomes ?? []) {
      this.jobOk.set({ job: name }, ok ? 1 : 0);
      this.jobFinished.set({ job: name }, Date.parse(finishedAt) / 1000);
    }
  }

  private gauge<Label extends string = never>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
  ): Gauge<Label> {
    return new Gauge({ name, help, labelNames: [...labelNames], registers: this.registers });
  }
}
