import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { Call } from '@thidua/application';
import { CommandRejected } from '@thidua/kernel';
import type { AppliedBatch } from '@thidua/projections';
import type { ProcessRole } from '../logging/process-log';
import type { ArrivingRequest, Tracing } from './tracing';

/** A collector that is away must not hold up the end of the process. */
const CLOSE_TIMEOUT_MS = 3_000;
/** A batch holds up to a thousand events; the chains of its first ones are enough to find it by. */
const CORRELATIONS_OF_BATCH = 20;

const CORRELATION_ID = 'thidua.correlation_id';

/**
 * Sends spans to `<endpoint>/v1/traces` in the background. Headers, sampling and resource attributes are those of the
 * standard `OTEL_…` variables; an incoming `traceparent` is continued.
 */
export function openOtlpTracing(role: ProcessRole, endpoint: string): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `thidua-${role}` }).merge(
      detectResources({ detectors: [envDetector] }),
    ),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  return {
    handleRequest,
    aroundCommand: ({ type, stream, call }, run) =>
      inSpan(`command ${type}`, { ...chainOf(call), 'thidua.stream': stream }, run),
    aroundAppend: ({ stream, eventCount, call }, run) =>
      inSpan(
        'append',
        { ...chainOf(call), 'thidua.stream': stream, 'thidua.event_count': eventCount },
        run,
      ),
    onBatch: recordBatch,
    close: async () => {
      await Promise.race([
        provider.shutdown().catch(() => undefined),
        new Promise((resolve) => setTimeout(resolve, CLOSE_TIMEOUT_MS).unref()),
      ]);
      for (const api of [trace, context, propagation]) api.disable();
    },
  };
}

const tracer = () => trace.getTracer('thidua');

const chainOf = ({ correlationId, causationId, commandId }: Call): Attributes => ({
  [CORRELATION_ID]: correlationId,
  'thidua.causation_id': causationId,
  'thidua.command_id': commandId,
});

function handleRequest(
  { method, headers, correlationId }: ArrivingRequest,
  handle: () => void,
): ReturnType<Tracing['handleRequest']> {
  const caller = propagation.extract(ROOT_CONTEXT, headers);
  const attributes = { 'http.request.method': method, [CORRELATION_ID]: correlationId };
  const span = tracer().startSpan(method, { kind: SpanKind.SERVER, attributes }, caller);
  context.with(trace.setSpan(caller, span), handle);
  return ({ route, status }) => {
    span.updateName(`${method} ${route}`);
    span.setAttributes({ 'http.route': route, 'http.response.status_code': status });
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  };
}

/** A refusal is an answer, not an error; the message of an error may hold what was sent, so only its name is told. */
function inSpan<T>(name: string, attributes: Attributes, run: () => Promise<T>): Promise<T> {
  return tracer().startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await run();
    } catch (error) {
      if (error instanceof CommandRejected) span.setAttribute('thidua.problem', error.code);
      else span.setStatus({ code: SpanStatusCode.ERROR, message: nameOf(error) });
      throw error;
    } finally {
      span.end();
    }
  });
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

function recordBatch({ name, from, to, events, startedAtMs, durationMs }: AppliedBatch): void {
  const chains = new Set(events.map(({ metadata }) => metadata.correlationId));
  const span = tracer().startSpan(`project ${name}`, {
    root: true,
    startTime: startedAtMs,
    attributes: {
      'thidua.projection': name,
      'thidua.from_position': from.toString(),
      'thidua.to_position': to.toString(),
      'thidua.event_count': events.length,
      'thidua.correlation_ids': [...chains].slice(0, CORRELATIONS_OF_BATCH),
    },
  });
  span.end(startedAtMs + durationMs);
}
