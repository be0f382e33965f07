import type { ReadReq } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import type { LoggedEvent } from './stand-in-log';

/** Which events a read lets through; all of them when it has no filter. */
export function filterOf(options: ReadReq.Options): (event: LoggedEvent) => boolean {
  const filter = options.getFilter();
  if (filter === undefined) return () => true;
  const isByType = filter.hasEventType();
  const expression = isByType ? filter.getEventType() : filter.getStreamIdentifier();
  const prefixes = expression?.getPrefixList() ?? [];
  const pattern = expression?.getRegex() === '' ? null : new RegExp(expression?.getRegex() ?? '');
  return (event) => {
    const name = isByType ? event.type : event.stream;
    if (prefixes.length > 0) return prefixes.some((prefix) => name.startsWith(prefix));
    return pattern?.test(name) ?? true;
  };
}
