import { z } from 'zod';
import type { ApiClient, Query } from './api-client';
import { readAnswer } from './read-answer';

const heads = z.object({ projections: z.array(z.object({ head: z.string().regex(/^\d+$/) })) });

/**
 * The parameter that makes an answer hold everything recorded before the question: each command is a process of its own
 * and remembers no position, and whoever has just typed something must see it.
 */
export async function upToDate(api: ApiClient): Promise<{ readonly after: string }> {
  const { projections } = readAnswer(heads, await api.get('/v1/projections'));
  const head = projections.map((each) => BigInt(each.head)).reduce((a, b) => (a > b ? a : b), 0n);
  return { after: head.toString() };
}

/** Asks a read model for an up-to-date answer. */
export const ask = async (api: ApiClient, path: string, query: Query = {}): Promise<unknown> =>
  api.get(path, { ...query, ...(await upToDate(api)) });
