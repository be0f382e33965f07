import { taskOutcome, type TaskOutcome } from '@thidua/projections';
import type { UnitScore } from '@thidua/scoring';
import type { HashedSheet } from '../../scores/hashed-sheet';
import { eventWords } from '../frame/event-words';
import { idsOf } from '../frame/findings';
import type { Facts, TaskFile } from '../frame/question';
import { taskOf, unitsLeading } from '../frame/task-rows';

const rankIn = ({ groups }: HashedSheet, unitId: string): number | null =>
  groups.flatMap(({ ranks }) => ranks).find((each) => each.unitId === unitId)?.rank ?? null;

const scoreIn = ({ units }: HashedSheet, unitId: string): UnitScore | undefined =>
  units.find(({ unit }) => unit.unitId === unitId);

const idsBehind = (score: UnitScore | undefined): readonly string[] =>
  idsOf(score?.lines.flatMap(({ entries }) => entries) ?? []);

/** Every unit of either sheet with its total and rank in both. */
export function unitChanges(then: HashedSheet, now: HashedSheet) {
  const units = [...then.units, ...now.units].map(({ unit }) => unit.unitId);
  return [...new Set(units)].sort().map((unitId) => {
    const [before, after] = [scoreIn(then, unitId), scoreIn(now, unitId)];
    const [totalThen, totalNow] = [before?.total ?? null, after?.total ?? null];
    const [rankThen, rankNow] = [rankIn(then, unitId), rankIn(now, unitId)];
    return {
      unitId,
      totalThen: totalThen?.decimal ?? null,
      totalNow: totalNow?.decimal ?? null,
      rankThen,
      rankNow,
      isChanged: totalThen?.exact !== totalNow?.exact || rankThen !== rankNow,
      eventIds: [...new Set([...idsBehind(before), ...idsBehind(after)])].sort(),
    };
  });
}

/** A task whose outcome is another than it was known to be then, with the events that made it so. */
function changeOf(file: TaskFile, then: TaskOutcome | null, since: bigint) {
  if (JSON.stringify(then) === JSON.stringify(file.outcome)) return [];
  const events = file.told.filter(({ position }) => position > since);
  return [
    {
      ...taskOf(file.outcome),
      unitIds: unitsLeading(file.outcome),
      bucketThen: then?.byDateInForce.bucket ?? null,
      bucketNow: file.outcome.byDateInForce.bucket,
      events: events.map(({ type }) => eventWords(type)),
      eventIds: events.map(({ eventId }) => eventId),
    },
  ];
}

/** Tasks that are seen otherwise on the same day, because of what was recorded after the position. */
export const taskChanges = ({ files, request }: Facts, since: bigint) =>
  files.flatMap((file) =>
    changeOf(file, taskOutcome(file.row, { asOf: request.asOf, knownAtPosition: since }), since),
  );
