import { InvalidInput, type FieldFault, type IncomingEvent } from '@thidua/application';
import { parseInstant } from '@thidua/kernel';
import { CloudEvent, HTTP, ValidationError } from 'cloudevents';
import type { Request } from 'express';

/**
 * A CloudEvent of either HTTP mode, read and validated by the CNCF's own SDK (CloudEvents 1.0.2, HTTP protocol binding).
 * @throws InvalidInput naming the attribute at fault.
 */
export const readCloudEvent = (request: Sent): IncomingEvent => incoming(parse(request));

/** What of a request says which event it carries. */
type Sent = Pick<Request, 'headers' | 'body'>;

/** More than this and one caller keeps all others waiting. */
const BATCH_MAX = 1_000;

const BATCH = 'application/cloudevents-batch+json';

export const isBatch = ({ headers }: Sent): boolean =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase() === BATCH;

/**
 * Every event of a batch (CloudEvents HTTP protocol binding 1.0.2, section 3.3), in order.
 * @throws InvalidInput naming each event at fault by its place: of a batch that cannot be read nothing is taken.
 */
export function readCloudEvents({ body }: Sent): readonly IncomingEvent[] {
  const items: unknown = body;
  if (!Array.isArray(items) || items.length === 0 || items.length > BATCH_MAX) {
    throw fault(
      '',
      `phải là một mảng từ 1 đến ${BATCH_MAX} sự kiện (an array of 1 to ${BATCH_MAX} events)`,
    );
  }
  const headers = { 'content-type': 'application/cloudevents+json' };
  const faults: FieldFault[] = [];
  const events = items.flatMap((item: unknown, index) => {
    try {
      return [readCloudEvent({ headers, body: item })];
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      faults.push(
        ...error.faults.map(({ path, message }) => {
          return { path: [String(index), path].filter(Boolean).join('.'), message };
        }),
      );
      return [];
    }
  });
  if (faults.length > 0) throw new InvalidInput(faults);
  return events;
}

function incoming(event: CloudEvent<unknown>): IncomingEvent {
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

function parse(request: Sent): CloudEvent<unknown> {
  const body: unknown = Buffer.isBuffer(request.body)
    ? request.body.toString('utf8')
    : request.body;
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? null);
  try {
    const event = HTTP.toEvent<unknown>({ headers: request.headers, body: text });
    if (Array.isArray(event))
      throw fault(
        '',
        'nhiều sự kiện phải gửi với kiểu application/cloudevents-batch+json (use that type for several events)',
      );
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
