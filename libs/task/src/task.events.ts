import type { EventsOf } from '@thidua/kernel';
import type { z } from 'zod';
import { assignmentEvents } from './events/assignment.events';
import { migrationEvents } from './events/migration.events';
import { countEvents } from './events/count.events';
import { passingOnEvents } from './events/passing-on.events';
import { productEvents } from './events/product.events';
import { reportingEvents } from './events/reporting.events';
import { resultEvents } from './events/result.events';
import { seriesEvents } from './events/series.events';
import { settlingEvents } from './events/settling.events';
import { steeringEvents } from './events/steering.events';
import { urgingEvents } from './events/urging.events';

/**
 * The life of a task as the log tells it. Names and fields are permanent: a change is a new type or a new schema
 * version with an upcaster. `occurredAt` in the metadata is when it happened; days inside the data say which calendar
 * day a fact refers to (Asia/Ho_Chi_Minh).
 */
export const taskEvents = {
  ...assignmentEvents,
  ...reportingEvents,
  ...steeringEvents,
  ...productEvents,
  ...resultEvents,
  ...passingOnEvents,
  ...migrationEvents,
  ...urgingEvents,
  ...settlingEvents,
  ...seriesEvents,
  ...countEvents,
} as const;

export type TaskEvent = EventsOf<typeof taskEvents>;
export type TaskEventType = TaskEvent['type'];

type FactsByType = { readonly [K in TaskEventType]: z.infer<(typeof taskEvents)[K]['data']> };
/** The data of one event type. */
export type TaskFacts<K extends TaskEventType> = FactsByType[K];
