import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { InvalidInput, type ActorRequest, type Call } from '@thidua/application';
import { instantOf, parseInstant, type Instant } from '@thidua/kernel';
import type { Request } from 'express';
import { v4, v5 } from 'uuid';
import { correlationIdOf } from './correlation';

/** Namespace under which a caller's Idempotency-Key becomes the command's UUID. */
const IDEMPOTENCY_NAMESPACE = '9a1c1c62-5a54-4c1f-8f1e-0d6d4f6c2a11';

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

/**
 * What surrounds a command, read from the headers:
 * `X-Actor-Id` (a person of the directory; without it the calling service acts), `X-On-Behalf-Of`, `Idempotency-Key`,
 * `If-Match: "<revision>"`, `X-Occurred-At` (RFC 3339 with an offset; now when absent), `X-Causation-Id`.
 */
export const CallOf = createParamDecorator((_data: unknown, context: ExecutionContext): Call =>
  readCall(context.switchToHttp().getRequest<Request>(), instantOf(new Date())),
);

/** @throws InvalidInput naming the header at fault. */
export function readCall(request: Request, now: Instant): Call {
  const correlationId = correlationIdOf(request);
  const commandId = commandIdOf(request);
  return {
    commandId,
    correlationId,
    causationId: headerId(request, 'X-Causation-Id') ?? commandId,
    actor: actorOf(request),
    occurredAt: occurredAtOf(request) ?? now,
    expectedRevision: expectedRevisionOf(request),
  };
}

function commandIdOf(request: Request): string {
  const key = request.header('idempotency-key');
  if (key === undefined) return v4();
  if (key.length < 8 || key.length > 200) {
    throw fault('Idempotency-Key', 'phải dài từ 8 đến 200 ký tự (8 to 200 characters)');
  }
  // The route belongs to the id, so that one key sent to two addresses does not hide the second command.
  return v5(`${request.method} ${request.path} ${key}`, IDEMPOTENCY_NAMESPACE);
}

function actorOf(request: Request): ActorRequest {
  const personId = headerId(request, 'X-Actor-Id');
  const onBehalfOf = headerId(request, 'X-On-Behalf-Of');
  if (personId !== null) return { kind: 'person', personId, onBehalfOf };
  if (onBehalfOf !== null)
    throw fault('X-On-Behalf-Of', 'cần đi cùng X-Actor-Id (needs X-Actor-Id)');
  return { kind: 'service', serviceId: headerId(request, 'X-Service-Id') ?? 'api' };
}

function headerId(request: Request, name: string): string | null {
  const value = request.header(name);
  if (value === undefined || value === '') return null;
  if (!ID.test(value))
    throw fault(name, 'phải là một mã: chữ không dấu, số, . _ - (must be an id)');
  return value;
}

function occurredAtOf(request: Request): Instant | null {
  const value = request.header('x-occurred-at');
  if (value === undefined || value === '') return null;
  const instant = parseInstant(value);
  if (instant !== null) return instant;
  throw fault(
    'X-Occurred-At',
    'phải là thời điểm RFC 3339 có múi giờ, ví dụ 2025-10-20T09:00:00+07:00',
  );
}

function expectedRevisionOf(request: Request): number | null {
  const value = request.header('if-match');
  if (value === undefined || value === '*') return null;
  const revision = /^"?(\d{1,9})"?$/.exec(value)?.[1];
  if (revision === undefined)
    throw fault('If-Match', 'phải là số bản trong ngoặc kép, ví dụ "3" (a quoted revision)');
  return Number(revision);
}

const fault = (path: string, message: string): InvalidInput =>
  new InvalidInput([{ path, message }]);
