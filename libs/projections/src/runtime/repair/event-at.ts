import type { RecordedEvent } from '@thidua/kernel';
import type { LogReader } from '../log-reader';

/** The event at the position, a decimal string. @throws Error when the log has none there. */
export async function eventAt(store: LogReader, position: string): Promise<RecordedEvent> {
  const { events } = await store.readAll({ after: BigInt(position) - 1n, maxCount: 1 });
  const event = events[0];
  if (event?.position !== BigInt(position)) throw new Error(`No event at position ${position}`);
  return event;
}
