import type { PreparedAppend } from '../prepared-append';
import { AppendTooLarge } from './kurrentdb-faults';

/** One gRPC message of a server since 25.1, less room for ids and types. */
export const APPEND_BYTES_MAX = 15 * 1_024 * 1_024;

/** @throws AppendTooLarge before anything is sent: the server's own refusal may come as an error without a name. */
export function refuseTooLarge({ stream, events }: PreparedAppend, byteCountMax: number): void {
  const byteCount = events.reduce(
    (sum, { data, metadata }) => sum + Buffer.byteLength(data) + Buffer.byteLength(metadata),
    0,
  );
  if (byteCount > byteCountMax) throw new AppendTooLarge(stream, byteCount, byteCountMax);
}
