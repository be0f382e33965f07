import { defaultFlow } from '../definitions/default-flow';
import { definitionBook } from './definition-book';
import { noWorkflow, type WorkflowState } from './workflow.state';

const flow = (id: string, version: number, reportDueDay = 20) => ({
  ...defaultFlow,
  id,
  version,
  reportDueDay,
});

const SHIPPED = [flow('two-level', 1), flow('default', 2), flow('default', 1)];

const bookWith = (states: Readonly<Record<string, Partial<WorkflowState>>> = {}) =>
  definitionBook(
    SHIPPED,
    new Map(Object.entries(states).map(([id, state]) => [id, { ...noWorkflow, ...state }])),
  );

const namesIn = (book: ReturnType<typeof bookWith>) =>
  book.all.map(({ definition, origin }) => `${definition.id}@${definition.version} ${origin}`);

describe('the book of flows', () => {
  it('lists what is shipped and what was published, by id and then by version', () => {
    const own = { published: [flow('annual', 1)] };
    const further = { published: [flow('default', 10), flow('default', 3)] };
    expect(namesIn(bookWith({ default: further, annual: own }))).toEqual([
      'annual@1 published',
      'default@1 shipped',
      'default@2 shipped',
      'default@3 published',
      'default@10 published',
      'two-level@1 shipped',
    ]);
  });

  it('has the published version where one of that number is shipped too, as running tasks are pinned to it', () => {
    const published = flow('default', 2, 25);
    const book = bookWith({ default: { published: [published] } });
    expect(namesIn(book)).toEqual([
      'default@1 shipped',
      'default@2 published',
      'two-level@1 shipped',
    ]);
    expect(book.find('default', 2)?.definition).toBe(published);
  });

  it('finds a version by its number, also a retired one', () => {
    const book = bookWith({ default: { retiredVersions: [1] } });
    expect(book.find('default', 1)).toMatchObject({ definition: SHIPPED[2], isRetired: true });
    expect(book.find('default', 2)).toMatchObject({ definition: SHIPPED[1], isRetired: false });
    expect(book.find('default', 3)).toBeNull();
    expect(book.find('annual', 1)).toBeNull();
  });

  it('begins new tasks under the newest version of the flow that is not retired', () => {
    expect(bookWith().newest('default')?.definition.version).toBe(2);
    const retired = bookWith({ default: { retiredVersions: [2] } });
    expect(retired.newest('default')?.definition).toEqual(flow('default', 1));
  });

  it('begins none where every version is retired, or where there is none', () => {
    const book = bookWith({ default: { retiredVersions: [1, 2] } });
    expect(book.newest('default')).toBeNull();
    expect(book.newest('annual')).toBeNull();
    expect(book.newest('two-level')?.isRetired).toBe(false);
  });
});
