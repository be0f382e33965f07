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

/** An event as the SDK validated it, and the attributes as they were sent: the SDK makes up what is missing. */
interface Read {
  readonly event: CloudEvent<unknown>;
  readonly sent: (attribute: string) => unknown;
}

function incoming({ event, sent }: Read): IncomingEvent {
  if (event.subject === undefined || event.subject === '')
    throw fault('subject', 'phải là mã nhiệm vụ (must be the task id)');
  const stated = sent('time');
  const time = typeof stated === 'string' ? parseInstant(stated) : null;
  if (stated !== undefined && time === null)
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

function parse(request: Sent): Read {
  try {
    return isStructured(request) ? structured(request.body) : binary(request);
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput(faultsOf(error));
  }
}

const isStructured = ({ headers }: Sent): boolean =>
  headers['content-type']?.toLowerCase().startsWith('application/cloudevents') === true;

/** Structured mode: the body is the event. The constructor validates and decodes `data_base64`. */
function structured(body: unknown): Read {
  const isText = typeof body === 'string' || Buffer.isBuffer(body);
  const item = isText ? (JSON.parse(body.toString('utf8')) as unknown) : body;
  if (Array.isArray(item)) {
    throw fault(
      '',
      'nhiều sự kiện phải gửi với kiểu application/cloudevents-batch+json (use that type for several events)',
    );
  }
  if (typeof item !== 'object' || item === null)
    throw fault('', 'phải là một sự kiện CloudEvents 1.0 (must be a CloudEvent 1.0)');
  const attributes = item as Readonly<Record<string, unknown>>;
  const sent = (name: string): unknown => attributes[name];
  requireAttributes(sent);
  return { event: new CloudEvent<unknown>(attributes), sent };
}

/** Binary mode: attributes are headers, the body is the data. */
function binary({ headers, body }: Sent): Read {
  const sent = (name: string): unknown => headers[`ce-${name}`];
  const text: unknown = Buffer.isBuffer(body) ? body.toString('utf8') : body;
  const event = HTTP.toEvent<unknown>({
    headers,
    body: typeof text === 'string' ? text : JSON.stringify(text ?? null),
  });
  if (Array.isArray(event)) throw fault('', 'phải là một sự kiện (must be one event)');
  requireAttributes(sent);
  // The constructor validates; the reader alone lets attributes of the wrong form pass.
  return { event: new CloudEvent<unknown>(event), sent };
}

/** CloudEvents 1.0.2, section 3.1: an id made up here would take the same event twice. */
function requireAttributes(sent: Read['sent']): void {
  const missing = ['id', 'source', 'type'].filter((name) =>
    [undefined, ''].includes(sent(name) as string),
  );
  const faults = missing.map((path) => ({
    path,
    message: 'không được thiếu (CloudEvents 1.0: is required)',
  }));
  if (sent('specversion') !== '1.0')
    faults.push({ path: 'specversion', message: 'phải là "1.0" (must be "1.0")' });
  if (faults.length > 0) throw new InvalidInput(faults);
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
