import { FACT_TYPES } from '@thidua/projections';
import type { ToldType } from './told';

/** Every event type that outcomes, indicators and scores rest on. */
export const FACT_EVENTS: readonly ToldType[] = FACT_TYPES;
