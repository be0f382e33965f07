import { Command } from 'commander';
import type { ApiClient } from '../connection';
import { Output, progressOn } from '../output';
import { addProjectionCommands } from '.';

const check = (difference: object) => ({
  ...{ name: 'task_board', table: 'read.task_board_v1', position: '90', differences: [] },
  ...{ isEqual: true, liveHash: 'a'.repeat(64), rebuiltHash: 'a'.repeat(64), differenceCount: 0 },
  ...difference,
});

/** `projections rebuild --check` against an API that gives this answer. */
async function rebuild(answer: unknown, isJson: boolean) {
  const posted: string[] = [];
  const api = {
    url: 'http://x',
    post: (path: string) => {
      posted.push(path);
      return Promise.resolve(answer);
    },
  } as Partial<ApiClient> as ApiClient;
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text) > 0, once: () => undefined };
  const progress = progressOn({ write: () => true });
  const program = new Command();
  addProjectionCommands(program, {
    connect: (use) => use(api),
    output: new Output({ stream, progress, isJson: () => isJson }),
    progress,
    folder: '.',
  });
  const failure = await program
    .parseAsync(['projections', 'rebuild', '--check'], { from: 'user' })
    .then(() => null)
    .catch((error: unknown) => error);
  return { failure, stdout: written.join(''), posted };
}

describe('the check by rebuilding', () => {
  it('ends well when every table is equal, and says at which position', async () => {
    const equal = { isEqual: true, checks: [check({})] };
    const { failure, stdout, posted } = await rebuild(equal, false);
    expect(failure).toBeNull();
    expect(posted).toEqual(['/v1/projections/check']);
    expect(stdout).toContain('read.task_board_v1');
    expect(stdout).toContain('giống hệt');
  });

  const differences = [
    { table: 'read.task_board_v1', key: 'p.2.1', kind: 'changed' },
    { table: 'read.task_board_v1', key: 'p.2.2', kind: 'unexpected' },
  ];
  const unequal = {
    isEqual: false,
    checks: [
      check({ isEqual: false, rebuiltHash: 'b'.repeat(64), differenceCount: 12, differences }),
      check({ table: 'read.targets_v1' }),
    ],
  };

  it('fails with 1 and names the table and the keys that differ', async () => {
    const { failure, stdout } = await rebuild(unequal, false);
    expect(failure).toMatchObject({ code: 'REBUILD_DIFFERS', exitCode: 1 });
    const detail = (failure as Error).message;
    expect(detail).toContain('read.task_board_v1: 12 dòng khác');
    expect(detail).toContain('p.2.1 (nội dung khác)');
    expect(detail).toContain('p.2.2 (bảng thừa)');
    expect(detail).not.toContain('read.targets_v1');
    expect(stdout).not.toContain('giống hệt');
  });

  it('gives a program the whole comparison even when it fails', async () => {
    const { failure, stdout } = await rebuild(unequal, true);
    expect(JSON.parse(stdout)).toEqual(unequal);
    expect(failure).toMatchObject({ exitCode: 1 });
  });
});
