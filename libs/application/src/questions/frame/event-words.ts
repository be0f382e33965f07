import { evaluationEvents } from '@thidua/evaluation';
import { officialEvents, unitEvents } from '@thidua/organisation';
import { planEvents } from '@thidua/plan';
import { taskEvents } from '@thidua/task';

const WORDS: ReadonlyMap<string, string> = new Map(
  [taskEvents, planEvents, unitEvents, officialEvents, evaluationEvents].flatMap((catalogue) =>
    Object.entries(catalogue).map(([type, { vi }]) => [type, vi] as const),
  ),
);

/** What an event type is called in Vietnamese. */
export const eventWords = (type: string): string => WORDS.get(type) ?? type;
