import { problemSchema } from '../openapi/problem-schema';

const text = { type: 'string' as const };
const listOf = (properties: Record<string, object>) => ({
  type: 'array' as const,
  items: { type: 'object' as const, properties },
});

const notices = {
  ...listOf({ code: text, name: { type: ['string', 'null'] }, vi: text, en: text }),
  description: 'What needs a look: a code for machines, a text for people.',
};
const loops = listOf({ name: text, lag: text, condition: text });

/** JSON Schema of GET /health. */
export const healthSchema = {
  type: 'object' as const,
  required: ['status', 'process', 'head', 'storage', 'projections', 'reactors', 'jobs', 'notices'],
  properties: {
    status: { type: 'string' as const, enum: ['ok', 'degraded', 'unavailable'] },
    process: {
      type: 'object' as const,
      properties: { role: text, startedAt: text, isStopping: { type: 'boolean' as const } },
    },
    head: { type: ['string', 'null'], description: 'Last position of the log.' },
    storage: { type: ['string', 'null'], enum: ['embedded', 'server', null] },
    log: { type: ['string', 'null'], enum: ['postgresql', 'kurrentdb', null] },
    mail: {
      type: ['object', 'null'],
      description: 'Notices to be mailed by what became of them; null where mail is off.',
    },
    projections: loops,
    reactors: loops,
    jobs: listOf({
      name: text,
      nextRunAt: { type: ['string', 'null'] },
      lastOutcome: { type: ['object', 'null'] },
    }),
    notices,
  },
} as object;

/** JSON Schema of GET /health/ready when the answer is yes. */
export const readinessSchema = {
  type: 'object' as const,
  required: ['isReady', 'notices'],
  properties: { isReady: { type: 'boolean' as const }, notices },
} as object;

/** JSON Schema of GET /health/ready when the answer is no. */
export const readinessProblemSchema = {
  ...problemSchema,
  properties: { ...problemSchema.properties, faults: notices },
} as object;
