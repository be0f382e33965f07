import { upToDate, type ApiClient } from '../connection';

export const addressOf = (task: string): string => `/v1/tasks/${encodeURIComponent(task)}`;

/** A task number is looked up on the board, so the board has to know the latest plan first. */
export async function whenBoardIsUpToDate(api: ApiClient): Promise<{ readonly after: string }> {
  const after = await upToDate(api);
  await api.get('/v1/tasks', { ...after, limit: 1 });
  return after;
}
