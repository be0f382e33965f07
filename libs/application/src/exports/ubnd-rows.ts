import { stateOf, type UbndRow } from '@thidua/reporting';
import type { Facts, TaskFile } from '../questions/frame/question';
import { pick } from '../questions/frame/told';

/** Events of a task that the table reads beside those its outcome rests on. */
export const UBND_EVENTS = ['ResultReported', 'ObstacleRaised', 'DelayCauseConfirmed'] as const;

const listed = (texts: readonly string[]): string =>
  [...new Set(texts)].filter((text) => text !== '').join('; ');

/** Obstacles that are still open, and causes the authority confirmed. */
function remarksOf({ outcome, told }: TaskFile): string {
  const open = new Set(
    outcome.obstacles.filter(({ isResolved }) => !isResolved).map(({ obstacleId }) => obstacleId),
  );
  const raised = pick(told, 'ObstacleRaised').filter(({ data }) => open.has(data.obstacleId));
  const causes = pick(told, 'DelayCauseConfirmed').map(({ data }) => data.cause);
  const waiting = outcome.byDateInForce.bucket === 'waiting' ? ['Chờ điều kiện để thực hiện'] : [];
  return listed([...waiting, ...causes, ...raised.map(({ data }) => data.text)]);
}

const resultOf = ({ outcome, told }: TaskFile): string => {
  const last = outcome.isDone ? pick(told, 'ResultReported').at(-1) : undefined;
  return listed((last?.data.evidence ?? []).map(({ document }) => document?.number ?? ''));
};

/**
 * The tasks of the facts as rows, one each, for their leads. What left the plan is not followed any more; a task that
 * waits for its condition has no deadline yet.
 */
export function ubndRows({ files, directory, request: { asOf } }: Facts): readonly UbndRow[] {
  const name = (unitId: string): string => directory.nameOn(unitId, asOf) ?? unitId;
  return files
    .filter(({ outcome }) => outcome.byDateInForce.bucket !== 'notArisen')
    .map((file) => {
      const { outcome, assigned } = file;
      const { bucket, dueOn, eventIds } = outcome.byDateInForce;
      const days = {
        dueOn: bucket === 'waiting' || bucket === 'noDate' ? null : dueOn,
        completedOn: outcome.completedOn,
      };
      return {
        no: outcome.no,
        title: outcome.title,
        source: listed(assigned.sourceDocuments),
        leads: listed(outcome.leads.map(({ unitId }) => name(unitId))),
        partners: listed([...assigned.coordinatingUnitIds.map(name), ...assigned.openPartners]),
        product: listed(assigned.products.map(({ title }) => title)),
        ...days,
        result: resultOf(file),
        state: stateOf(days, asOf),
        remarks: remarksOf(file),
        eventIds: [...eventIds],
      };
    });
}
