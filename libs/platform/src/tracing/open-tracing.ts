import { BadEnvironment, type Settings } from '../config/environment';
import type { ProcessRole } from '../logging/process-log';
import type { Tracing } from './tracing';

/**
 * Null when no collector is named; then not even the OpenTelemetry packages are loaded.
 * @throws BadEnvironment when a collector is named and the optional packages were not installed.
 */
export async function openTracing(
  role: ProcessRole,
  { otlpEndpoint }: Pick<Settings, 'otlpEndpoint'>,
): Promise<Tracing | null> {
  if (otlpEndpoint === null) return null;
  try {
    const { openOtlpTracing } = await import('./otlp-tracing.js');
    return openOtlpTracing(role, otlpEndpoint);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND'))
      throw error;
    throw new BadEnvironment(
      'Biến môi trường OTEL_EXPORTER_OTLP_ENDPOINT cần các gói @opentelemetry chưa được cài (needs the optional @opentelemetry packages: npm ci --include=optional)',
    );
  }
}
