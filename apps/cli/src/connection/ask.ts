import { z } from 'zod';
import type { ApiClient, Query } from './api-client';
import { readAnswer } from './read-answer';

const heads = z.object({ projections: z.array(z.object({ head: z.string().regex(/^\d+$/) })) });

/**
 * Asks a read model for an answer that holds everything recorded before the question: each command is a process of its
 * own and remembers no position, and whoever has just typed something must see it.
 */
export async function ask(api: ApiClient, path: string, query: Query = {}): Promise<unknown> {
  const { projections } = readAnswer(heads, await api.get('/v1/projections'));
  const head = projections.map((each) => BigInt(each.head)).reduce((a, b) => (a > b ? a : b), 0n);
  return api.get(path, { ...query, after: head.toString() });
}
