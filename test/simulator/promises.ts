import type { RecordedEvent } from '@thidua/kernel';
import type { Projection } from '@thidua/projections';
import type { Answer } from './office/client';
import { asksForReply } from './office/replier';
import type { SeenRow } from './table-double/looks';
import type { World } from './world/world';

type Log = readonly RecordedEvent[];

/** What the log holds, event by event: its order, its times and its ids. */
export function checkLog(world: World, log: Log): void {
  const heads = new Map<string, number>();
  const ids = new Set<string>();
  log.forEach((event, index) => {
    const { id, stream, revision, position, recordedAt } = event;
    const where = `${id} at ${position}, ${stream}/${revision}`;
    world.expect('positionsFollowCommits', position === BigInt(index + 1), where);
    world.expect('revisionsAreGapFree', revision === (heads.get(stream) ?? 0), where);
    const { ordinal } = event.data as { readonly ordinal?: number };
    world.expect('decidedOnItsPast', ordinal === revision, `${where}, decided as ${ordinal}`);
    world.expect('noEventTwice', !ids.has(id), where);
    const former = log[index - 1]?.recordedAt ?? recordedAt;
    world.expect('timeNeverRunsBack', former <= recordedAt, `${where}: ${former}, ${recordedAt}`);
    heads.set(stream, revision + 1);
    ids.add(id);
  });
}

/** Every answer is true of the log, and what was answered before something else was sent stands before it. */
export function checkAnswers(world: World, log: Log, answers: readonly Answer[]): void {
  for (const { call, outcome } of answers) {
    const last = log.find(({ position }) => position.toString() === outcome.position);
    const isStored =
      last?.stream === outcome.stream &&
      last.revision === outcome.revision &&
      last.id === outcome.events.at(-1)?.id;
    world.expect('acknowledgedIsStored', isStored, `${call.commandId}: ${JSON.stringify(outcome)}`);
  }
  for (const earlier of answers) {
    for (const later of answers.filter(({ sentAt }) => sentAt > earlier.answeredAt)) {
      const [from, to] = [earlier, later].map(({ outcome }) => BigInt(outcome.position ?? 0));
      const detail = `${earlier.call.commandId} at ${from}, then ${later.call.commandId} at ${to}`;
      world.expect('positionsFollowCommits', (from ?? 0n) < (to ?? 0n), detail);
    }
  }
}

/** Whoever asked for a reply got one, and nobody else did. */
export function checkReplies(world: World, log: Log): void {
  const replies = log.filter(({ type }) => type === 'Replied');
  for (const { id } of log.filter(asksForReply)) {
    const got = replies.filter(({ data }) => (data as { readonly to: string }).to === id);
    world.expect('effectsHappenOnce', got.length === 1, `${id} got ${got.length} replies`);
  }
  const askedCount = log.filter(asksForReply).length;
  const detail = `${replies.length} replies to ${askedCount} that asked`;
  world.expect('effectsHappenOnce', replies.length === askedCount, detail);
}

/** The rows that the projection's own fold gives, one event after the other, with nothing in between. */
export function foldOf(projection: Projection, log: Log): readonly SeenRow[] {
  const rows = new Map<string, { readonly row: object; readonly position: string }>();
  for (const event of log.filter(
    ({ type }) => projection.types === 'all' || projection.types.includes(type),
  )) {
    for (const key of projection.keysOf(event)) {
      const row = projection.evolve(rows.get(key)?.row ?? null, event, key);
      if (row === null) rows.delete(key);
      else rows.set(key, { row, position: event.position.toString() });
    }
  }
  return [...rows]
    .map(([key, { row, position }]) => seen(key, position, row))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function seen(key: string, position: string, row: object): SeenRow {
  const { count, labels, seen } = row as SeenRow;
  return { key, position, count, labels, seen };
}
