import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { ApiClient, Headers } from '../../connection';
import { readAnswer } from '../../connection/read-answer';
import { CommandFailure } from '../../failures/command-failure';
import type { Act } from '../script/act';

const outcome = z.object({
  repeated: z.boolean(),
  events: z.array(z.object({ id: z.string(), type: z.string() })),
});
type Outcome = z.infer<typeof outcome>;

/** What the API said to an act. */
export type Said =
  | {
      readonly answer: 'accepted';
      readonly isRepeated: boolean;
      readonly events: Outcome['events'];
    }
  | { readonly answer: 'refused'; readonly code: string; readonly detail: string };

/** Answers that say nothing about the act itself; the first is worth another try, the others end the play. */
const BUSY = 'OVERLOADED';
const BROKEN = [
  'INTERNAL',
  'SERVER_UNREACHABLE',
  'UNREADABLE_ANSWER',
  'UNAUTHENTICATED',
  'WRONG_HOST',
];
const TRY_COUNT_MAX = 6;

/** `ReportProgress` in the vocabulary is `report-progress` in an address. */
const segmentOf = (command: string): string =>
  command.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/**
 * Sends one act under its idempotency key.
 * @throws CommandFailure when the server cannot be reached or fails by itself.
 */
export async function sendAct(
  api: ApiClient,
  { taskId, act, mark }: { readonly taskId: string; readonly act: Act; readonly mark: string },
): Promise<Said> {
  const headers: Headers = {
    'X-Actor-Id': act.actorId,
    'X-Occurred-At': act.occurredAt,
    'X-Correlation-Id': mark,
    'Idempotency-Key': act.idempotencyKey,
  };
  const path = `/v1/tasks/${encodeURIComponent(taskId)}/${segmentOf(act.command)}`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { repeated, events } = readAnswer(outcome, await api.post(path, act.data, headers));
      // An act that changes nothing was said before, if not under this very key.
      return { answer: 'accepted', isRepeated: repeated || events.length === 0, events };
    } catch (error) {
      if (!(error instanceof CommandFailure) || BROKEN.includes(error.code)) throw error;
      if (error.code !== BUSY || attempt === TRY_COUNT_MAX) {
        return { answer: 'refused', code: error.code, detail: error.detail };
      }
      await sleep(100 * 2 ** attempt);
    }
  }
}
