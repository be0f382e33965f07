import type { EventStore } from '@thidua/event-store';

/** What the runtime needs of the log: it reads in order and never writes. */
export type LogReader = Pick<EventStore, 'readAll' | 'head' | 'wake'>;
