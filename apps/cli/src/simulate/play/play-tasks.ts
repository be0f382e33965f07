import type { PersonId, TaskId } from '@thidua/kernel';
import type { ApiClient } from '../../connection';
import type { Act } from '../script/act';
import { sendAct, type Said } from './send-act';

export interface TaskScript {
  readonly taskId: TaskId;
  readonly acts: readonly Act[];
}

/** A refusal nobody intended, or an acceptance where a refusal was due. */
export interface Surprise {
  readonly task: TaskId;
  readonly command: string;
  readonly actor: PersonId;
  readonly occurredAt: string;
  /** `ACCEPTED` when a deliberately wrong act went through. */
  readonly code: string;
  readonly detail: string;
}

export interface Tally {
  applied: number;
  repeated: number;
  refusedAsIntended: number;
  readonly surprises: Surprise[];
}

const CONCURRENCY = 8;

function surprise(taskId: TaskId, act: Act, said: Said): Surprise | null {
  const { command, actorId: actor, occurredAt, mustBeRefusedWith: codes } = act;
  const about = { task: taskId, command, actor, occurredAt };
  if (said.answer === 'accepted') {
    if (codes === null) return null;
    return { ...about, code: 'ACCEPTED', detail: `Phải bị từ chối với ${codes.join(' / ')}` };
  }
  if (codes?.includes(said.code) === true) return null;
  return { ...about, code: said.code, detail: said.detail };
}

function count(tally: Tally, said: Said, unexpected: Surprise | null): void {
  if (unexpected !== null) tally.surprises.push(unexpected);
  else if (said.answer === 'refused') tally.refusedAsIntended += 1;
  else if (said.isRepeated) tally.repeated += 1;
  else tally.applied += 1;
}

/** The acts of one task, one after the other; an act may name an event that an earlier one led to. */
async function playTask(
  api: ApiClient,
  {
    script,
    mark,
    tally,
  }: { readonly script: TaskScript; readonly mark: string; readonly tally: Tally },
  onAct: () => void,
): Promise<void> {
  const eventIds = new Map<string, string>();
  for (const planned of script.acts) {
    const { names } = planned;
    const eventId = names === null ? '' : (eventIds.get(`${names.step} ${names.type}`) ?? '');
    const act =
      names === null ? planned : { ...planned, data: { ...planned.data, [names.field]: eventId } };
    const said = await sendAct(api, { taskId: script.taskId, act, mark });
    if (said.answer === 'accepted') {
      for (const { id, type } of said.events) eventIds.set(`${act.step} ${type}`, id);
    }
    count(tally, said, surprise(script.taskId, act, said));
    onAct();
  }
}

/** Plays all scripts, a few tasks at once; every task draws from its own chance, so their order does not matter. */
export async function playTasks(
  api: ApiClient,
  { scripts, mark }: { readonly scripts: readonly TaskScript[]; readonly mark: string },
  onAct: () => void,
): Promise<Tally> {
  const tally: Tally = { applied: 0, repeated: 0, refusedAsIntended: 0, surprises: [] };
  const waiting = scripts.values();
  const player = async (): Promise<void> => {
    for (const script of waiting) await playTask(api, { script, mark, tally }, onAct);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, player));
  return tally;
}
