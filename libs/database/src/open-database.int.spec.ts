import fs from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseUnreachable, DataFolderInUse, DataFolderUnusable } from './database-errors';
import { inTransaction, type Database } from './database';
import { askLockHolder } from './folder-lock';
import { openDatabase } from './open-database';
import { describeWithPostgres, layEngine, openTestDatabase } from './testing';

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'thidua-open-'));
});
afterAll(() => rm(parent, { recursive: true, force: true }));

const errorOf = (attempt: Promise<Database>): Promise<unknown> =>
  attempt.then(
    (database) => database.close().then(() => null),
    (error: unknown) => error,
  );

describe('the embedded database on disk', () => {
  it('flushes every commit to the disk', async () => {
    await layEngine(join(parent, 'flushed'));
    const database = await openDatabase({ dataDir: join(parent, 'flushed') });
    const flush = jest.spyOn(fs, 'fdatasyncSync');
    try {
      await database.pool.query('create table paper (number int)');
      for (let number = 1; number <= 5; number++) {
        flush.mockClear();
        await database.pool.query('insert into paper values ($1)', [number]);
        expect(flush).toHaveBeenCalled();
      }
      flush.mockClear();
      await database.pool.query('select * from paper');
      expect(flush).not.toHaveBeenCalled();
    } finally {
      flush.mockRestore();
      await database.close();
    }
  });

  it('keeps what was committed when it is opened again', async () => {
    const dataDir = join(parent, 'flushed');
    const database = await openDatabase({ dataDir });
    const { rows } = await database.pool.query('select count(*) from paper');
    await database.close();
    expect(rows).toEqual([{ count: '5' }]);
  });

  it('builds itself anew when its first start was cut short', async () => {
    const dataDir = join(parent, 'cut-short');
    await mkdir(join(dataDir, 'postgres.new', 'base'), { recursive: true });
    const database = await openDatabase({ dataDir });
    await database.pool.query('select 1');
    await database.close();
    expect(await readdir(dataDir)).toEqual(['postgres']);
  });

  it('is refused to a second opener, who learns who holds it and where that one serves', async () => {
    const dataDir = join(parent, 'flushed');
    const database = await openDatabase({ dataDir });
    const holder = { pid: process.pid, url: 'http://127.0.0.1:3000' };
    expect(await askLockHolder(dataDir)).toEqual({ pid: process.pid, url: null });
    database.lock?.announce(holder);
    const error = await errorOf(openDatabase({ dataDir }));
    expect(error).toBeInstanceOf(DataFolderInUse);
    expect(error).toMatchObject({ holder });
    await database.close();
    expect(await askLockHolder(dataDir)).toBeNull();
  });

  it.each([
    ['a file', 'notAFolder', (path: string) => writeFile(path, 'x')],
    [
      'a folder of something else',
      'foreignContent',
      (path: string) => mkdir(join(path, 'photos'), { recursive: true }),
    ],
    [
      'a damaged database',
      'unreadable',
      async (path: string) => {
        await mkdir(join(path, 'postgres'), { recursive: true });
        await writeFile(join(path, 'postgres', 'PG_VERSION'), '7\n');
      },
    ],
  ])('refuses %s with one line', async (_title, fault, prepare) => {
    const dataDir = join(parent, fault);
    await prepare(dataDir);
    const error = await errorOf(openDatabase({ dataDir }));
    expect(error).toBeInstanceOf(DataFolderUnusable);
    expect(error).toMatchObject({ fault });
    expect((error as Error).message).not.toContain('\n');
    expect(await askLockHolder(dataDir)).toBeNull();
  });

  it('refuses a place where it may not write', async () => {
    // Not even root may make a folder in the kernel's own tree.
    const error = await errorOf(openDatabase({ dataDir: '/sys/thi-dua' }));
    expect(error).toMatchObject({ name: 'DataFolderUnusable', fault: 'notWritable' });
  });
});

describe('a PostgreSQL server that does not answer', () => {
  it('is named in the error, and its password is not', async () => {
    const url = 'postgres://clerk:secret@127.0.0.1:1/office';
    const error = await errorOf(openDatabase({ url }));
    expect(error).toBeInstanceOf(DatabaseUnreachable);
    expect((error as Error).message).toContain('127.0.0.1:1/office');
    expect((error as Error).message).not.toContain('secret');
  });
});

const behaves = (kind: Database['kind']) => (): void => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    await database.pool.query('create table paper (number int primary key)');
  });
  afterAll(() => database.close());

  it('gives int8 as a decimal string and jsonb as data', async () => {
    const { rows } = await database.pool.query(
      `select 9007199254740993::bigint as big, '{"tên":"Hương"}'::jsonb as data`,
    );
    expect(rows).toEqual([{ big: '9007199254740993', data: { tên: 'Hương' } }]);
  });

  it('rolls a transaction back when its work throws, and goes on working', async () => {
    const failing = inTransaction(database.pool, async (client) => {
      await client.query('insert into paper values (1)');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const { rows } = await database.pool.query('select count(*)::int as count from paper');
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('goes on working after statements that were refused, also when they came together', async () => {
    const { pool } = database;
    const attempts = [8, 8, 8, 9, 9].map((number) =>
      pool.query({ name: 'file', text: 'insert into paper values ($1)', values: [number] }),
    );
    const results = await Promise.allSettled(attempts);
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
    ]);
    const [one, two] = await Promise.all([
      pool.query('select $1::int as echo', [1]),
      pool.query('select $1::int as echo', [2]),
    ]);
    expect([one.rows, two.rows]).toEqual([[{ echo: 1 }], [{ echo: 2 }]]);
  });

  it('reports a broken constraint by its SQLSTATE', async () => {
    const twice = inTransaction(database.pool, async (client) => {
      await client.query('insert into paper values (7)');
      await client.query('insert into paper values (7)');
    });
    await expect(twice).rejects.toMatchObject({ code: '23505' });
  });
};

describe('the pool on PGlite', behaves('pglite'));
describeWithPostgres('the pool on PostgreSQL', behaves('postgres'));

describeWithPostgres('a PostgreSQL server that cuts a connection', () => {
  it('fails the transaction on it and nothing else', async () => {
    const database = await openTestDatabase('postgres');
    const failed = inTransaction(database.pool, async (client) => {
      const { rows } = await client.query<{ readonly pid: number }>(
        'select pg_backend_pid() as pid',
      );
      await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await client.query('select pg_sleep(10)');
    });
    await expect(failed).rejects.toThrow();
    const { rows } = await database.pool.query('select 1 as one');
    expect(rows).toEqual([{ one: 1 }]);
    await database.close();
  });
});
