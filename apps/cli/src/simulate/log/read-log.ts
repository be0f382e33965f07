import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { ApiClient } from '../../connection';
import { readAnswer } from '../../connection/read-answer';
import { CommandFailure } from '../../failures/command-failure';
import { logEntry, type LogEntry } from './log-entry';

const heads = z.object({ projections: z.array(z.object({ head: z.string().regex(/^\d+$/) })) });

/** How long the audit trail may lag behind the log before the command gives up; a large play leaves a long tail. */
const LAG_TIMEOUT_MS = 300_000;
const ASK_AGAIN_MS = 250;

const isOfUse = ({ stream }: LogEntry): boolean => /^(task|plan|unit|official)-/.test(stream);

/**
 * Everything recorded before the call about tasks, plans, units and officials, in the order of the log.
 * @throws CommandFailure when the audit trail does not catch up with the log.
 */
export async function readLog(api: ApiClient): Promise<readonly LogEntry[]> {
  const { projections } = readAnswer(heads, await api.get('/v1/projections'));
  const head = projections.map((each) => BigInt(each.head)).reduce((a, b) => (a > b ? a : b), 0n);
  const deadline = Date.now() + LAG_TIMEOUT_MS;
  for (;;) {
    const { entries, last } = await readOnce(api, head);
    if (last >= head) return entries;
    if (Date.now() > deadline) throw laggingBehind(last, head);
    await sleep(ASK_AGAIN_MS);
  }
}

async function readOnce(
  api: ApiClient,
  head: bigint,
): Promise<{ readonly entries: readonly LogEntry[]; readonly last: bigint }> {
  const entries: LogEntry[] = [];
  let last = 0n;
  for await (const line of api.lines('/v1/audit', { after: head.toString() })) {
    const entry = readAnswer(logEntry, line);
    last = BigInt(entry.position);
    if (isOfUse(entry)) entries.push(entry);
  }
  return { entries, last };
}

const laggingBehind = (last: bigint, head: bigint): CommandFailure =>
  new CommandFailure(
    'AUDIT_TRAIL_BEHIND',
    `Nhật ký kiểm toán mới đến vị trí ${last}, chưa kịp vị trí ${head}. Hãy xem: projections status.`,
  );
