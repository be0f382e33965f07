import { appendScenario } from './append/append.scenario';
import { catchUpScenario } from './catch-up/catch-up.scenario';
import { httpIngestScenario } from './http-ingest/http-ingest.scenario';
import { loadFoldScenario } from './load-fold/load-fold.scenario';
import { queriesScenario } from './queries/queries.scenario';
import { rebuildScenario } from './rebuild/rebuild.scenario';
import type { Scenario } from './scenario';
import { unitYearScenario } from './unit-year/unit-year.scenario';
import { yearEndScenario } from './year-end/year-end.scenario';

/** By the name the command takes, in the order of a whole run. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  append: appendScenario,
  'load-fold': loadFoldScenario,
  'catch-up': catchUpScenario,
  rebuild: rebuildScenario,
  queries: queriesScenario,
  'unit-year': unitYearScenario,
  'year-end': yearEndScenario,
  'http-ingest': httpIngestScenario,
};
