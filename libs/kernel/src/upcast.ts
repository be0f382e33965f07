import type { RecordedEvent } from './event';
import { invariant } from './invariant';
import type { EventCatalogue } from './vocabulary';

/** An event in the form of today's schema; the same object when it has it already. */
export type Upcast = (event: RecordedEvent) => RecordedEvent;

/** The log holds a version this code does not know: a newer process wrote it, and this one must not guess. */
export class EventFromLaterVersion extends Error {
  constructor(
    readonly event: Pick<RecordedEvent, 'id' | 'type' | 'schemaVersion'>,
    readonly knownVersion: number,
  ) {
    super(
      `Event ${event.id} (${event.type}) has schema version ${event.schemaVersion}, this code knows ${knownVersion}; ` +
        'upgrade this process',
    );
    this.name = 'EventFromLaterVersion';
  }
}

/**
 * The upcasters of a catalogue as one function. An event whose type is not in the catalogue passes as it is.
 * @throws Error at once when a step between version 1 and today's is missing.
 */
export function upcastWith(catalogue: EventCatalogue): Upcast {
  for (const [type, { schemaVersion, upcasters = {} }] of Object.entries(catalogue)) {
    for (let version = 1; version < schemaVersion; version += 1) {
      invariant(upcasters[version], `${type} has an upcaster from schema version ${version}`);
    }
  }
  return (event) => {
    const definition = catalogue[event.type];
    if (definition === undefined || event.schemaVersion === definition.schemaVersion) return event;
    const { schemaVersion, upcasters = {} } = definition;
    if (event.schemaVersion > schemaVersion) throw new EventFromLaterVersion(event, schemaVersion);
    let { data } = event;
    for (let version = event.schemaVersion; version < schemaVersion; version += 1) {
      const upcaster = upcasters[version];
      invariant(upcaster, `${event.type} has an upcaster from schema version ${version}`);
      data = upcaster(data);
    }
    return { ...event, schemaVersion, data };
  };
}
