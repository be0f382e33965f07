import { Command } from 'commander';
import type { ApiClient } from '../connection';
import { Output, progressOn } from '../output';
import { addProjectionCommands } from '.';

const check = (difference: object) => ({
  ...{ name: 'task_board', table: 'read.task_board_v1', position: '90', differences: [] },
  ...{ isEqual: true, liveHash: 'a'.repeat(64), rebuiltHash: 'a'.repeat(64), differenceCount: 0 },
  ...difference,
});

/** A command line against an API that gives this answer to everything. */
async function run(line: readonly string[], answer: unknown, isJson = false) {
  const posted: string[] = [];
  const bodies: unknown[] = [];
  const api = {
    url: 'http://x',
    post: (path: string, body?: unknown) => {
      posted.push(path);
      bodies.push(body);
      return Promise.resolve(answer);
    },
    get: () => Promise.resolve(answer),
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
    .parseAsync(['projections', ...line], { from: 'user' })
    .then(() => null)
    .catch((error: unknown) => error);
  return { failure, stdout: written.join(''), posted, bodies };
}

const rebuild = (answer: unknown, isJson: boolean) => run(['rebuild', '--check'], answer, isJson);

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

describe('the repairs of a read model', () => {
  it('rebuilds one by name and says which generation is read now', async () => {
    const answer = { generation: 2, position: '120', repeated: false };
    const { stdout, posted, failure } = await run(['rebuild', 'task_board'], answer);
    expect(failure).toBeNull();
    expect(posted).toEqual(['/v1/projections/task_board/rebuild']);
    expect(stdout).toContain('task_board nay dùng thế hệ 2, đúng đến vị trí 120');
  });

  it('does not guess between one table and the comparison of all', async () => {
    for (const line of [['rebuild'], ['rebuild', 'task_board', '--check']]) {
      const { failure, posted } = await run(line, {});
      expect(failure).toMatchObject({ code: 'WRONG_USAGE', exitCode: 2 });
      expect(posted).toEqual([]);
    }
  });

  it('rolls back to the generation that is named, and says when it is read already', async () => {
    const answer = { generation: 1, position: '9', repeated: true };
    const { stdout, bodies } = await run(['rollback', 'task_board', '--to', '1'], answer);
    expect(bodies).toEqual([{ generation: 1 }]);
    expect(stdout).toContain('đã dùng thế hệ 1 từ trước');
  });

  it('skips with a reason and says what became of what had queued', async () => {
    const answer = {
      skipped: [{ position: '7' }],
      repeated: false,
      retried: { appliedCount: 2, leftCount: 0, error: null },
    };
    const line = ['skip', 'task_board', '--key', 'p.1', '--position', '7', '--reason', 'nhập nhầm'];
    const { stdout, posted, bodies } = await run(line, answer);
    expect(posted).toEqual(['/v1/projections/task_board/skip']);
    expect(bodies).toEqual([{ key: 'p.1', position: '7', reason: 'nhập nhầm' }]);
    expect(stdout).toContain('đã ghi sổ bỏ qua vị trí 7');
    expect(stdout).toContain('Đã đưa vào 2 sự kiện, còn để riêng 0.');
  });

  it('refuses a position that is none before it asks anybody', async () => {
    const line = ['skip', 'task_board', '--position', 'x7', '--reason', 'nhập nhầm'];
    const { failure, posted } = await run(line, {});
    expect(failure).toMatchObject({ exitCode: 2 });
    expect(posted).toEqual([]);
  });

  it('drops a generation and says when there was nothing to drop', async () => {
    const line = ['drop', 'task_board', '--generation', '1', '--version', '2'];
    const { stdout, bodies } = await run(line, { dropped: false });
    expect(bodies).toEqual([{ generation: 1, version: 2 }]);
    expect(stdout).toContain('không còn từ trước');
  });

  it('shows the record of skips with who, when and why', async () => {
    const skipped = {
      ...{ position: '7', key: null, eventType: 'WorkStarted', reason: 'nhập nhầm' },
      ...{ actor: { id: 'cb-004' }, skippedAt: '2026-01-05T01:00:00.000Z' },
    };
    const { stdout } = await run(['skipped', 'task_board'], { skipped: [skipped] });
    for (const part of ['7', 'WorkStarted', 'tất cả', 'cb-004', 'nhập nhầm']) {
      expect(stdout).toContain(part);
    }
    const none = await run(['skipped', 'task_board'], { skipped: [] });
    expect(none.stdout).toContain('chưa bỏ qua sự kiện nào');
  });

  it('lists the generations of one read model, and names those there are for another name', async () => {
    const generation = {
      ...{ version: 1, generation: 2, state: 'live', position: '120' },
      ...{ leaseOwner: 'worker-1', missedSkip: false },
    };
    const answer = { projections: [{ name: 'task_board', generations: [generation] }] };
    const { stdout } = await run(['generations', 'task_board'], answer);
    expect(stdout).toContain('đang dùng');
    expect(stdout).toContain('worker-1');
    const { failure } = await run(['generations', 'nothing'], answer);
    expect((failure as Error).message).toContain('task_board');
  });
});
