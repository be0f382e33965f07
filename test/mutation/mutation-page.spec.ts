import { type FolderRow, rowsOf } from './folder-rows';
import { libraryScores, mutationPage, readRows, withNewRows } from './mutation-page';

const FOLDERS = ['libs/workflow/src', 'libs/task/src/decide', 'libs/task/src/rules'];

const row = (folder: string, commit: string, survived = 1): FolderRow => ({
  folder,
  killed: 8,
  timedOut: 1,
  survived,
  notCovered: 0,
  leftOut: 3,
  commit,
});

const mutants = (...statuses: readonly string[]) => ({
  mutants: statuses.map((status) => ({ status })),
});

describe('the rows of a report', () => {
  it('count what became of the mutants, folder by folder', () => {
    const files = {
      'libs/task/src/rules/guards.ts': mutants('Killed', 'Survived', 'Ignored'),
      'libs/task/src/decide/urging.ts': mutants('NoCoverage'),
      'libs/task/src/rules/checks.ts': mutants('Timeout', 'Killed'),
    };
    expect(rowsOf({ files }, 'abc1234')).toEqual([
      {
        folder: 'libs/task/src/decide',
        killed: 0,
        timedOut: 0,
        survived: 0,
        notCovered: 1,
        leftOut: 0,
        commit: 'abc1234',
      },
      {
        folder: 'libs/task/src/rules',
        killed: 2,
        timedOut: 1,
        survived: 1,
        notCovered: 0,
        leftOut: 1,
        commit: 'abc1234',
      },
    ]);
  });

  it('are not made of a run in which a mutant could not be tried', () => {
    const files = { 'libs/task/src/rules/guards.ts': mutants('RuntimeError') };
    expect(() => rowsOf({ files }, 'abc1234')).toThrow('guards.ts: a mutant ended as RuntimeError');
  });
});

describe('the page of mutation tests', () => {
  const rows = [row('libs/workflow/src', 'abc1234'), row('libs/task/src/decide', 'def5678+')];

  it('is read back as it was written', () => {
    expect(readRows(mutationPage(rows, FOLDERS, 'StrykerJS 9'))).toEqual(rows);
  });

  it('says of a folder without a measurement that it was not run', () => {
    const page = mutationPage(rows, FOLDERS, 'StrykerJS 9');
    expect(page).toMatch(/\| libs\/task\/src\/rules \|[ |]*\| not run \|/);
    expect(libraryScores(rows, FOLDERS)).toEqual([
      { library: 'libs/workflow', score: 90, notRun: [] },
      { library: 'libs/task', score: 90, notRun: ['libs/task/src/rules'] },
    ]);
  });

  it('keeps the rows of folders that were not measured again, and drops those that are no more', () => {
    const earlier = [...rows, row('libs/task/src/gone', 'abc1234')];
    const measured = [row('libs/task/src/decide', 'fed8765', 0)];
    expect(withNewRows(earlier, measured, FOLDERS)).toEqual([rows[0], measured[0]]);
  });
});
