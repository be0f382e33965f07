// Entry of a process that holds the application on a database of its own.
import { answerQuestions, Opened } from '../measure/answer-questions';
import { readSettings } from '../place/settings';
import { bySystem, openOffice, type Office } from './office';
import type { Asking, OfficeQuestions, YearEnd } from './office-questions';

const opened = new Opened<Office>();

/** The question that is measured: a whole year as it stood on its last day. */
const yearQuestion = (year: number) => ({ year, asOf: `${year}-12-31` });

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}

function ask(what: Asking, year: number): Promise<number> {
  const { queries } = opened.get().application;
  return secondsOf(() =>
    what === 'kpis'
      ? queries.kpiCounts(yearQuestion(year))
      : queries.rankingCounts(yearQuestion(year)),
  );
}

async function yearEnd(year: number): Promise<YearEnd> {
  const { queries, commands } = opened.get().application;
  const asOf = `${year}-12-31`;
  const sheet = await secondsOf(() =>
    queries.scoreSheet({ asker: { kind: 'system' }, year, asOf }),
  );
  const call = bySystem(`${year + 1}-01-05T02:00:00Z`);
  const freeze = await secondsOf(() => commands.freezeScore({ year, asOf, ruleSet: null }, call));
  let matches: boolean | null = null;
  const proof = await secondsOf(async () => {
    ({ matchesRecord: matches } = await queries.scoreSheet({ asker: { kind: 'system' }, year }));
  });
  if (matches !== true) throw new Error('The frozen sheet does not have the recorded hash');
  return { sheet, freeze, proof };
}

answerQuestions<OfficeQuestions>({
  open: async ({ target, background }) => {
    const { database } = opened.set(await openOffice(target, background));
    return readSettings(database.pool);
  },
  fill: (filling) => opened.get().fill(filling),
  feed: async (names) => {
    const { feed, database } = opened.get();
    await feed(names);
    await database.pool.query('analyze');
    return null;
  },
  ask: ({ what, year }) => ask(what, year),
  yearEnd: ({ year }) => yearEnd(year),
  close: async () => {
    await opened.get().close();
    return null;
  },
});
