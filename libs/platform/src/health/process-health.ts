import type { OpenedApplication } from '@thidua/application';
import { lastOutcomes, type Jobs } from '@thidua/jobs';
import type { ProcessParts } from '../process/open-process';
import { jobReports, noticesOf, type HealthReport } from './health-report';
import { notice, type Notice } from './notices';

/** A database that has not answered by then does not count as answering. */
const ANSWER_TIMEOUT_MS = 5_000;
/** SQLSTATE. */
const UNDEFINED_TABLE = '42P01';

/** Whether the process can do its work now. `notices` tell what else needs a look; they do not make it unready. */
export interface Readiness {
  readonly isReady: boolean;
  /** Why it is not ready; empty when it is. */
  readonly faults: readonly Notice[];
  readonly notices: readonly Notice[];
}

export interface ProcessHealthParts extends Pick<ProcessParts, 'role' | 'lifecycle'> {
  readonly application: Pick<OpenedApplication, 'queries' | 'database'>;
  /** Null where no jobs run in this process. */
  readonly jobs: Pick<Jobs, 'health'> | null;
  readonly answerTimeoutMs?: number;
}

/** How this process and what it stands on are, read anew for each question. */
export class ProcessHealth {
  /** Schema steps at the first look; a running process never sees fewer. */
  private stepCount: number | null = null;

  constructor(private readonly parts: ProcessHealthParts) {}

  /** Never rejects: that nothing can be read is itself the report. */
  async overview(): Promise<HealthReport> {
    const { application, jobs, role, lifecycle } = this.parts;
    const process = {
      role,
      startedAt: lifecycle.startedAt.toISOString(),
      isStopping: lifecycle.isStopping,
    };
    const stopping = lifecycle.isStopping ? [notice('SHUTTING_DOWN')] : [];
    try {
      const [health, outcomes, queue] = await this.inTime(
        Promise.all([
          application.queries.health({}),
          lastOutcomes(application.database),
          jobs === null ? null : jobs.health(),
        ]),
      );
      const reports = jobReports(queue, outcomes);
      const notices = [...noticesOf(health, reports, queue?.trouble ?? null), ...stopping];
      const status = notices.length === 0 ? 'ok' : 'degraded';
      return { ...health, status, process, jobs: reports, notices };
    } catch {
      const notices = [notice('DATABASE_UNREACHABLE'), ...stopping];
      return { status: 'unavailable', process, ...NOTHING_READ, notices };
    }
  }

  /** Never rejects. A read model that stands still is a notice: commands are taken all the same. */
  async readiness(): Promise<Readiness> {
    if (this.parts.lifecycle.isStopping) {
      return { isReady: false, faults: [notice('SHUTTING_DOWN')], notices: [] };
    }
    const { application } = this.parts;
    const database = await this.lookAtDatabase();
    const health = await this.inTime(application.queries.health({})).catch(() => null);
    const faults = [
      ...(database === null ? [] : [notice(database)]),
      ...(health === null ? [notice('STORE_UNREACHABLE')] : []),
    ];
    const notices = health === null ? [] : noticesOf(health, [], null);
    return { isReady: faults.length === 0, faults, notices };
  }

  private async lookAtDatabase(): Promise<'DATABASE_UNREACHABLE' | 'SCHEMA_MISSING' | null> {
    const { pool } = this.parts.application.database;
    try {
      const { rows } = await this.inTime(
        pool.query<{ readonly count: number }>(
          'select count(*)::int as count from public.schema_migrations',
        ),
      );
      const count = rows[0]?.count ?? 0;
      this.stepCount ??= count;
      return count < this.stepCount ? 'SCHEMA_MISSING' : null;
    } catch (error) {
      const { code } = error as { readonly code?: unknown };
      return code === UNDEFINED_TABLE ? 'SCHEMA_MISSING' : 'DATABASE_UNREACHABLE';
    }
  }

  private inTime<T>(answer: Promise<T>): Promise<T> {
    const { answerTimeoutMs = ANSWER_TIMEOUT_MS } = this.parts;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`No answer within ${answerTimeoutMs} ms`));
      }, answerTimeoutMs);
    });
    return Promise.race([answer, late]).finally(() => {
      clearTimeout(timer);
    });
  }
}

const NOTHING_READ = {
  head: null,
  storage: null,
  log: null,
  mail: null,
  projections: [],
  reactors: [],
  jobs: [],
} as const;
