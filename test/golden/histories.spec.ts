import { allEvents } from '@thidua/application';
import { categories, type Category } from './samples';
import { foldHistory, readHistories, upcastHistory, type History } from './history';

const histories = [...readHistories()];
const categoryOf = ({ category }: History): Category => {
  const found = categories.find(({ decider }) => decider.category === category);
  if (found === undefined) throw new Error(`No category named ${category}`);
  return found;
};

describe('the frozen histories', () => {
  it('hold a sample of every event type at its present version', () => {
    const frozen = new Set(
      histories.flatMap(([, { events }]) =>
        events.map(({ type, schemaVersion }) => `${type} v${schemaVersion}`),
      ),
    );
    const missing = Object.entries(allEvents)
      .map(([type, { schemaVersion }]) => `${type} v${schemaVersion}`)
      .filter((each) => !frozen.has(each));
    expect(missing).toEqual([]);
  });

  it('know every category of the log', () => {
    const known = categories.flatMap(({ catalogue }) => Object.keys(catalogue)).sort();
    expect(known).toEqual(Object.keys(allEvents).sort());
  });

  describe.each(histories)('%s', (_name, history) => {
    const category = categoryOf(history);

    it('is read in today’s schema, event by event', () => {
      for (const event of upcastHistory(category, history.events)) {
        const result = category.catalogue[event.type]?.data.safeParse(event.data);
        expect({ type: event.type, error: result?.error ?? null, known: result?.success }).toEqual({
          type: event.type,
          error: null,
          known: true,
        });
      }
    });

    it('leads to the state and the rows it led to when it was frozen', () => {
      const { state, rows } = foldHistory(category, history.events);
      expect(state).toEqual(history.state);
      expect(rows).toEqual(history.rows);
    });
  });
});
