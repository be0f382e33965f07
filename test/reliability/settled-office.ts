import { randomUUID } from 'node:crypto';
import { openApplication, type OpenedApplication } from '@thidua/application';
import { instant, type RecordedEvent } from '@thidua/kernel';
import { OFFICE } from '../processes/office-over-http';
import { until } from '../processes/run-process';
import type { Ground } from './office-message';
import { readLog } from './read-log';
import type { Tally } from './tally';

const withOffice = async <T>(
  ground: Ground,
  work: (application: OpenedApplication) => Promise<T>,
): Promise<T> => {
  const application = await openApplication({
    ...ground,
    runBackground: true,
    sampleFolder: null,
    tell: () => undefined,
  });
  try {
    return await work(application);
  } finally {
    await application.close();
  }
};

/** Resolves when every read model and process manager has handled the whole log and is well. */
const settled = ({ queries }: OpenedApplication) =>
  until(
    () => queries.health({}),
    ({ status, projections, reactors }) =>
      status === 'ok' && [...projections, ...reactors].every(({ lag }) => lag === '0'),
  );

/** Enters the sample office into an empty log and builds the read models. */
export const enterSampleOffice = (ground: Ground): Promise<void> =>
  withOffice(ground, async (application) => {
    const id = randomUUID();
    await application.commands.loadOffice(
      { office: JSON.parse(OFFICE.toString('utf8')) as unknown },
      {
        commandId: id,
        correlationId: id,
        causationId: id,
        actor: { kind: 'system' },
        occurredAt: instant('2025-01-02T08:00:00+07:00'),
        expectedRevision: null,
      },
    );
    await settled(application);
  });

/** Waits until the read models have come to the end of the log; gives the log, and how each compares with a rebuild. */
export const readSettled = (
  ground: Ground,
): Promise<{
  readonly events: readonly RecordedEvent[];
  readonly readModels: NonNullable<Tally['readModels']>;
}> =>
  withOffice(ground, async (application) => {
    await settled(application);
    const { checks } = await application.queries.projectionCheck({});
    const equalCount = checks.filter(({ isEqual }) => isEqual).length;
    return {
      events: await readLog(application.database, ground.eventStoreUrl),
      readModels: { compared: checks.length, equal: equalCount },
    };
  });
