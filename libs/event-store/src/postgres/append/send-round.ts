import { setTimeout as sleep } from 'node:timers/promises';
import { AppendOutcomeUnknown } from '../../append-faults';
import type { PreparedAppend } from '../../prepared-append';
import type { Answer } from './group-writer';

/** Writes all requests in one transaction and answers each; rejects when the transaction failed or may have. */
export type AppendGroup = (requests: readonly PreparedAppend[]) => Promise<readonly Answer[]>;

/** Pauses before asking again after a lost connection, in milliseconds: about six seconds in all. */
const PAUSES_MS: readonly number[] = [50, 100, 200, 400, 800, 1600, 3200];

/** Connection failures, shutdown, too many connections, deadlock and serialisation: worth asking again as a whole. */
const PASSING_SQLSTATE = /^(08|57P|53300|40)/;

/**
 * Sends a group so that its members do not share fate: when the database refuses the group, each request is sent alone
 * and only the one at fault fails. After a lost connection the outcome is unknown, so the same group is sent again;
 * what had been written is then answered by command id instead of written twice.
 */
export async function sendRound(
  append: AppendGroup,
  requests: readonly PreparedAppend[],
  pausesMs: readonly number[] = PAUSES_MS,
): Promise<readonly Answer[]> {
  try {
    return await withPatience(() => append(requests), pausesMs);
  } catch (error) {
    if (mayPass(error)) {
      return requests.map(({ commandId }) => new AppendOutcomeUnknown(commandId, error));
    }
    if (requests.length === 1) return [asError(error)];
    return sendOneByOne(append, requests, pausesMs);
  }
}

async function sendOneByOne(
  append: AppendGroup,
  requests: readonly PreparedAppend[],
  pausesMs: readonly number[],
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const request of requests) answers.push(...(await sendRound(append, [request], pausesMs)));
  return answers;
}

async function withPatience<T>(attempt: () => Promise<T>, pausesMs: readonly number[]): Promise<T> {
  for (const pause of pausesMs) {
    try {
      return await attempt();
    } catch (error) {
      if (!mayPass(error)) throw error;
      await sleep(pause);
    }
  }
  return attempt();
}

/** An error the server reported carries a severity; one without it comes from the connection. */
function mayPass(error: unknown): boolean {
  const { severity, code } = error as { readonly severity?: unknown; readonly code?: unknown };
  if (severity === undefined) return true;
  return typeof code === 'string' && PASSING_SQLSTATE.test(code);
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error), { cause: error });
