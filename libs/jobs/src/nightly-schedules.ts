import type { Schedule } from './jobs';

/** Every night, when nobody works, each read model is folded again from the log and compared with the one in use. */
export const checkReadModels: Schedule = { name: 'check-read-models', cron: '30 2 * * *' };

/** After the check, which leaves replaced rows of its own behind. */
export const tidyTables: Schedule = { name: 'tidy-tables', cron: '30 3 * * *' };
