import type { Readiness } from './process-health';

/** Refusals of a process that cannot work now, explained at their type like every other. */
export const processRefusals = {
  NOT_READY: {
    kind: 'unavailable',
    vi: 'Tiến trình chưa sẵn sàng.',
    en: 'The process is not ready.',
  },
  SHUTTING_DOWN: {
    kind: 'unavailable',
    vi: 'Tiến trình đang dừng, không nhận việc mới; hãy gửi lại.',
    en: 'The process is stopping and takes no new work; send again.',
  },
} as const;

/** RFC 9457 problem details with the notices that say why. */
export interface ReadinessProblem {
  readonly type: string;
  readonly title: string;
  readonly status: 503;
  readonly detail: string;
  /** Correlation id of the request. */
  readonly instance: string;
  readonly code: keyof typeof processRefusals;
  readonly faults: Readiness['faults'];
}

/** What is answered when a process is asked whether it is ready and is not. */
export function readinessProblem(
  faults: Readiness['faults'],
  correlationId: string,
  language: 'vi' | 'en',
): ReadinessProblem {
  const isStopping = faults.some(({ code }) => code === 'SHUTTING_DOWN');
  const code = isStopping ? 'SHUTTING_DOWN' : 'NOT_READY';
  return {
    type: `/problems/${code.toLowerCase().replaceAll('_', '-')}`,
    title: processRefusals[code][language],
    status: 503,
    detail: faults.map((fault) => fault[language]).join(' '),
    instance: correlationId,
    code,
    faults,
  };
}
