import { instantOf, startOfDay } from '@thidua/kernel';
import type { ApiClient } from '../../connection';
import type { Progress } from '../../output';
import { officeOfLog } from '../log/office-of-log';
import { readLog } from '../log/read-log';
import { yearOfTasks } from '../log/year-of-tasks';
import { drawLeavers } from '../office/leavers';
import { clerks, directors, type Office } from '../office/office';
import { endOfPlay } from '../script/act';
import { markOf, scriptOfTask, type Play } from '../script/script-of-task';
import { WORDS } from '../script/wording';
import { digestOfStreams } from './digest';
import { addPlans, enlargeOffice, sentBy, type Size } from './enlarge';
import { playTasks, type Surprise, type TaskScript } from './play-tasks';

/** What a play did, and what the log holds of it afterwards. */
export interface PlaySummary {
  readonly year: number;
  readonly seed: number;
  /** Tasks of the year that were played. */
  readonly tasks: number;
  /** Tasks of the year somebody else has begun, or that nobody in the directory could work on. */
  readonly leftAlone: number;
  readonly acts: number;
  readonly applied: number;
  readonly repeated: number;
  readonly refusedAsIntended: number;
  /** Count of refusals nobody intended, and the first of them. */
  readonly refusedCount: number;
  readonly refused: readonly Surprise[];
  readonly events: number;
  readonly digest: string;
}

const EXAMPLES_MAX = 10;

/** Those who leave are let go on their last day, as far as that day has come. */
async function letGo(api: ApiClient, { office, year, seed, until }: Play): Promise<void> {
  const mark = markOf({ year, seed });
  for (const [personId, untilOn] of office.leavers) {
    const [actorId] = [...clerks(office, untilOn), ...directors(office, untilOn)].filter(
      (id) => id !== personId,
    );
    const occurredAt = startOfDay(untilOn);
    if (actorId === undefined || occurredAt > until) continue;
    const act = { actorId, occurredAt, key: `leave-${personId}` };
    const body = { untilOn, reason: WORDS.handOver[0] };
    await api.post(`/v1/officials/${personId}/leave-office`, body, sentBy(mark, act));
  }
}

async function prepared(api: ApiClient, size: Size, progress: Progress) {
  progress.says('Đang đọc nhật ký…');
  let entries = await readLog(api);
  if ((await enlargeOffice(api, entries, size)) > 0) entries = await readLog(api);
  progress.says('Đang chuẩn bị kế hoạch…');
  return (await addPlans(api, entries, size)) > 0 ? readLog(api) : entries;
}

/** Plays the year against the API; a second time adds nothing. */
export async function simulateYear(
  api: ApiClient,
  size: Size,
  progress: Progress,
): Promise<PlaySummary> {
  const { year, seed } = size;
  const mark = markOf(size);
  const entries = await prepared(api, size, progress);
  const found = officeOfLog(entries, year, mark);
  const office: Office = { ...found, leavers: drawLeavers(mark, year, found) };
  const play: Play = { year, seed, office, until: endOfPlay(year, instantOf(new Date())) };
  const { played, taskCount } = yearOfTasks(entries, year, mark);
  const scripts = played
    .map((task): TaskScript => ({ taskId: task.taskId, acts: scriptOfTask(task, play) }))
    .filter(({ acts }) => acts.length > 0);
  const total = scripts.reduce((sum, { acts }) => sum + acts.length, 0);

  if (scripts.length > 0) await letGo(api, play);
  let count = 0;
  const tally = await playTasks(api, { scripts, mark }, () => {
    count += 1;
    progress.says('Đang mô phỏng: việc', { count, total });
  });
  progress.says('Đang đọc lại nhật ký để tính mã băm…');
  const streams = new Set(scripts.map(({ taskId }) => `task-${taskId}`));
  const { surprises, ...counts } = tally;
  return {
    year,
    seed,
    tasks: scripts.length,
    leftAlone: taskCount - scripts.length,
    acts: total,
    ...counts,
    refusedCount: surprises.length,
    refused: surprises.slice(0, EXAMPLES_MAX),
    ...digestOfStreams(await readLog(api), streams),
  };
}
