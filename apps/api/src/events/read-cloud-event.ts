import { InvalidInput, type IncomingEvent } from '@thidua/application';
import { parseInstant } from '@thidua/kernel';
import { CloudEvent, HTTP, ValidationError } from 'cloudevents';
import type { Request } from 'express';

/**
 * A CloudEvent of either HTTP mode, read and validated by the CNCF's own SDK (CloudEvents 1.0.2, HTTP protocol binding).
 * @throws InvalidInput naming the attribute at fault.
 */
export function readCloudEvent(request: Request): IncomingEvent {
  const event = parse(request);
  if (event.subject === undefined || event.subject === '')
    throw fault('subject', 'phải là mã nhiệm vụ (must be the task id)');
  const time = event.time === undefined ? null : parseInstant(event.time);
  if (event.time !== undefined && time === null)
    throw fault('time', 'phải là thời điểm RFC 3339 có múi giờ (RFC 3339)');
  const actor = event['authid'];
  return {
    id: event.id,
    source: event.source,
    type: event.type,
    subject: event.subject,
    time,
    data: event.data,
    actorId: typeof actor === 'string' && actor !== '' ? actor : null,
  };
}

function parse(request: Request): CloudEvent<unknown> {
  const body: unknown = Buffer.isBuffer(request.body)
    ? request.body.toString('utf8')
    : request.body;
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? null);
  try {
    const event = HTTP.toEvent<unknown>({ headers: request.headers, body: text });
    if (Array.isArray(event))
      throw fault('', 'chỉ nhận từng sự kiện một ở đây (one event at a time)');
    // The constructor validates; the reader alone lets attributes of the wrong form pass.
    return new CloudEvent<unknown>(event);
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput(faultsOf(error));
  }
}

function faultsOf(error: unknown): { path: string; message: string }[] {
  const reason = error instanceof Error ? error.message : String(error);
  if (!(error instanceof ValidationError) || !Array.isArray(error.errors)) {
    return [
      { path: '', message: `không phải là CloudEvent 1.0 (not a CloudEvent 1.0): ${reason}` },
    ];
  }
  return error.errors.map((each) => {
    const [path, message] =
      typeof each === 'string' ? ['', each] : [each.instancePath.slice(1), each.message ?? ''];
    return { path, message: `không đúng CloudEvents 1.0 (CloudEvents 1.0): ${message}` };
  });
}

const fault = (path: string, message: string): InvalidInput =>
  new InvalidInput([{ path, message }]);
