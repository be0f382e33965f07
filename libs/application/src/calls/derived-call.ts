import type { Instant } from '@thidua/kernel';
import { parse, v5 } from 'uuid';
import type { Call } from './call';

/** Namespace of command ids that are derived from another id, so that a retry of the whole repeats every part. */
const DERIVED_NAMESPACE = parse('3d5b7f0e-6a3b-4a63-9b1c-2f1f6e7a8c90');

export const derivedId = (...parts: readonly string[]): string =>
  v5(parts.join('\u0000'), DERIVED_NAMESPACE);

/** One part of a larger command: its own id, the same chain. */
export const partOf = (call: Call, part: string, occurredAt: Instant = call.occurredAt): Call => ({
  ...call,
  commandId: derivedId(call.commandId, part),
  causationId: call.commandId,
  occurredAt,
  expectedRevision: null,
});
