import { addDays, streamName, yearOf, type LocalMonth } from '@thidua/kernel';
import { loadTaskOutcomes, outcomesOf } from '@thidua/projections';
import {
  briefingDecider,
  briefingEvents,
  dueBriefings,
  type BriefingCommand,
  type BriefingFacts,
  type DueBriefing,
} from '@thidua/urging';
import type { ApplicationParts } from '../application-parts';
import type { Call } from '../calls/call';
import { derivedId } from '../calls/derived-call';
import { foldStream } from '../calls/fold-stream';
import { actorFactsOf } from '../organisation/directory-source';
import type { LookGround } from './look-ground';

/** A briefing that a look opened or closed. */
export interface ToldBriefing {
  readonly act: DueBriefing['act'];
  readonly month: LocalMonth;
  readonly eventId: string;
  /** Position of the event, a decimal string. */
  readonly position: string | null;
}

type NotReported = BriefingFacts<'BriefingClosed'>['notReported'];

/** Opens and closes the months whose day has come; what was opened or closed before stays as it is. */
export async function lookAtBriefings(
  parts: ApplicationParts,
  ground: LookGround,
  call: Call,
): Promise<readonly ToldBriefing[]> {
  const told: ToldBriefing[] = [];
  for (const due of dueBriefings(ground.calendar, ground.reportDueDay, ground.on)) {
    const state = await briefingState(parts, due.month);
    if (state === 'closed' || (state === 'open' && due.act === 'open')) continue;
    const event = await settle(parts, due, ground, call);
    if (event !== null) told.push(event);
  }
  return told;
}

const briefingState = async ({ store }: ApplicationParts, month: LocalMonth) =>
  foldStream(briefingDecider, await store.readStream(streamName(briefingDecider.category, month)));

async function settle(
  parts: ApplicationParts,
  { act, month, cutOffOn, forOn }: DueBriefing,
  { on }: LookGround,
  call: Call,
): Promise<ToldBriefing | null> {
  const command: BriefingCommand =
    act === 'open'
      ? { type: 'OpenBriefing', data: { month, cutOffOn } }
      : {
          type: 'CloseBriefing',
          data: { month, cutOffOn, forOn, notReported: await owedFor(parts, month, cutOffOn) },
        };
  const actor = actorFactsOf(await parts.directory.current(), { kind: 'system' }, on);
  // What is owed is computed anew by each look, so the state of the stream, not the id, keeps it from happening twice.
  const asked: Call = {
    ...call,
    commandId: derivedId(call.commandId, act, month),
    causationId: call.commandId,
    expectedRevision: null,
  };
  const { events, position } = await parts.runner.run(
    { decider: briefingDecider, events: briefingEvents },
    { id: month, command, call: asked, contextOf: () => ({ actor, on }) },
  );
  const event = events[0];
  return event === undefined ? null : { act, month, eventId: event.id, position };
}

/** Tasks whose report of the month was missing when the cut-off day was over, unit by unit. */
async function owedFor(
  { database }: ApplicationParts,
  month: LocalMonth,
  cutOffOn: DueBriefing['cutOffOn'],
): Promise<NotReported> {
  const asOf = addDays(cutOffOn, 1);
  const rows = await loadTaskOutcomes(database.pool, { year: yearOf(month) });
  const owed = new Map<string, string[]>();
  for (const { taskId, reports } of outcomesOf(rows, { asOf })) {
    for (const { unitId, period, status } of reports) {
      if (period !== month || status !== 'missing') continue;
      owed.set(unitId, [...(owed.get(unitId) ?? []), taskId]);
    }
  }
  return [...owed]
    .map(([unitId, taskIds]) => ({ unitId, taskIds: taskIds.sort() }))
    .sort((a, b) => (a.unitId < b.unitId ? -1 : 1));
}
