import type { ProcessParts } from '@thidua/platform';
import type { NextFunction, Request, Response } from 'express';
import { correlationIdOf, type CorrelatedRequest } from './correlation';

/** Set by whoever refuses a request, for its log line. */
export interface ObservedResponse extends Response {
  problemCode?: string;
}

/**
 * One log line, one measurement and, when asked for, one span for each request. Of the address only the route's
 * template is told: ids and search words in it may be about people.
 */
export const observeRequests =
  ({ log, metrics, tracing, lifecycle }: ProcessParts) =>
  (request: CorrelatedRequest, response: ObservedResponse, next: NextFunction): void => {
    const began = performance.now();
    const { method } = request;
    const correlationId = correlationIdOf(request);
    // A connection that outlived its process would take the caller's next request with it.
    if (lifecycle.isStopping) response.setHeader('Connection', 'close');
    let endSpan: ((answer: { route: string; status: number }) => void) | null = null;

    // `close` comes once for every request, answered or cut off.
    response.once('close', () => {
      const route = routeOf(request);
      const status = response.statusCode;
      const durationMs = performance.now() - began;
      metrics?.onRequest({ method, route, status, durationMs });
      endSpan?.({ route, status });
      log[status >= 500 ? 'error' : 'info'](
        {
          correlationId,
          causationId: idIn(request, 'x-causation-id'),
          actorId: idIn(request, 'x-actor-id') ?? idIn(request, 'x-service-id'),
          method,
          route,
          status,
          durationMs: Math.round(durationMs),
          problem: response.problemCode,
          isComplete: response.writableFinished,
        },
        'request',
      );
    });

    if (tracing === null) next();
    else {
      const arriving = { method, headers: request.headers, correlationId };
      endSpan = tracing.handleRequest(arriving, next);
    }
  };

const ID = /^[A-Za-z0-9._-]{1,80}$/;

/** Ids as the caller states them; a value that is none is not repeated. */
function idIn(request: Request, header: string): string | undefined {
  const given = request.header(header);
  return given !== undefined && ID.test(given) ? given : undefined;
}

function routeOf({ route }: Request): string {
  const { path } = (route ?? {}) as { readonly path?: unknown };
  return typeof path === 'string' ? path : 'unmatched';
}
