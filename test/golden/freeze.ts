// `node -r ./test/register.cjs test/golden/freeze.ts`: adds a history for each category that lacks a sample of an event type at
// its present version. Files that are there are left alone, unless `--results` asks to state anew what follows from them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldHistory, HISTORIES, readHistories, recordSamples, type History } from './history';
import { categories, type Category } from './samples';

const write = (name: string, history: History): void => {
  writeFileSync(join(HISTORIES, name), `${JSON.stringify(history, null, 2)}\n`);
};

const isCovered = ({ decider, catalogue }: Category, histories: readonly History[]): boolean =>
  Object.entries(catalogue).every(([type, { schemaVersion }]) =>
    histories.some(
      ({ category, events }) =>
        category === decider.category &&
        events.some((event) => event.type === type && event.schemaVersion === schemaVersion),
    ),
  );

const frozen = readHistories();
for (const category of categories) {
  const own = [...frozen].filter(([, history]) => history.category === category.decider.category);
  if (process.argv.includes('--results')) {
    for (const [name, { events }] of own) {
      write(name, { category: category.decider.category, events, ...foldHistory(category, events) });
    }
  }
  const histories = own.map(([, history]) => history);
  if (isCovered(category, histories)) continue;
  const events = JSON.parse(JSON.stringify(recordSamples(category))) as History['events'];
  const name = `${category.decider.category}-${String(own.length + 1).padStart(3, '0')}.json`;
  write(name, { category: category.decider.category, events, ...foldHistory(category, events) });
}
