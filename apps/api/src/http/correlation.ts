import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

export interface CorrelatedRequest extends Request {
  correlationId?: string;
}

const ACCEPTABLE = /^[A-Za-z0-9._:-]{8,100}$/;

/** Gives each request a correlation id, the caller's own when it sent a sensible one, and returns it. */
export function correlate(
  request: CorrelatedRequest,
  response: Response,
  next: NextFunction,
): void {
  const given = request.header('x-correlation-id');
  request.correlationId = given !== undefined && ACCEPTABLE.test(given) ? given : randomUUID();
  response.setHeader('X-Correlation-Id', request.correlationId);
  next();
}

export const correlationIdOf = (request: CorrelatedRequest): string =>
  (request.correlationId ??= randomUUID());
