import { appendScenario } from './append/append.scenario';
import type { Scenario } from './scenario';

/** By the name the command takes. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  append: appendScenario,
};
