import type { IncomingHttpHeaders } from 'node:http';
import type { Instruments } from '@thidua/application';

/** A request as it arrives. */
export interface ArrivingRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly correlationId: string;
}

/** Spans of OpenTelemetry for requests, commands, appends and batches of projections. */
export interface Tracing extends Required<
  Pick<Instruments, 'onBatch' | 'aroundCommand' | 'aroundAppend'>
> {
  /** Opens the span of a request, handles it inside, and gives back what ends the span. */
  handleRequest(
    request: ArrivingRequest,
    handle: () => void,
  ): (answer: { readonly route: string; readonly status: number }) => void;
  /** Sends what has not been sent, within a few seconds. */
  close(): Promise<void>;
}
