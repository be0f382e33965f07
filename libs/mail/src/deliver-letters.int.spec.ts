import type { Database } from '@thidua/database';
import { openTestDatabase } from '@thidua/database/testing';
import { instant, instantOf, type Instant } from '@thidua/kernel';
import { deliverLetters, openPost, Outbox, type Delivery, type Post } from '.';
import { openMailServer, type MailServer, type MailServerOptions } from './testing';

const ADDRESSES: Readonly<Record<string, string>> = {
  'cb-001': 'giam.doc@sct.example',
  'cb-002': 'pho.giam.doc@sct.example',
  'cb-009': 'khong.co@sct.example',
};
/** A name written with combining accents, as some keyboards do. */
const TITLE = 'Nhắc hạn nhiệm vụ 2.1: còn 5 ngày làm việc'.normalize('NFD');
const START = instant('2025-10-03T08:00:00+07:00');

describe('mailing', () => {
  let database: Database;
  let clock: Instant;
  const open: { server: MailServer | null; posts: Post[] } = { server: null, posts: [] };

  const after = (minutes: number): void => {
    clock = instantOf(new Date(Date.parse(clock) + minutes * 60_000));
  };
  const serve = async (options?: MailServerOptions): Promise<MailServer> =>
    (open.server = await openMailServer(options));
  const postTo = (port: number, credentials = ''): Post => {
    const scheme = credentials === '' ? 'smtp' : 'smtps';
    const tls = credentials === '' ? '' : '?tls.rejectUnauthorized=false';
    const smtpUrl = `${scheme}://${credentials}127.0.0.1:${port}${tls}`;
    const post = openPost({ smtpUrl, from: 'Thi Đua <thidua@sct.example>', isDigest: false });
    open.posts.push(post);
    return post;
  };
  const outboxOf = (isDigest = false): Promise<Outbox> => Outbox.open(database, { isDigest });
  const deliver = (outbox: Outbox, post: Post): Promise<Delivery> =>
    deliverLetters({
      outbox,
      post,
      now: () => clock,
      addressOf: (personId) => Promise.resolve(ADDRESSES[personId] ?? null),
      describe: (noticeIds) =>
        Promise.resolve(
          noticeIds.map((id) => ({ title: TITLE, lines: [`Mã: ${id}`, 'Lý do: a < b & c'] })),
        ),
    });
  const add = (outbox: Outbox, ...pairs: readonly (readonly [string, string])[]): Promise<void> =>
    outbox.add(
      pairs.map(([noticeId, personId]) => ({ noticeId, personId })),
      clock,
    );
  const kept = async (): Promise<string> => {
    const { rows } = await database.pool.query('select * from mail.outbox');
    return JSON.stringify(rows);
  };

  beforeEach(async () => {
    database = await openTestDatabase('pglite');
    clock = START;
  });
  afterEach(async () => {
    for (const post of open.posts.splice(0)) post.close();
    await open.server?.close();
    open.server = null;
    await database.close();
  });

  it('sends one letter for each notice and person, in Vietnamese, as text and as HTML', async () => {
    const { port, received } = await serve();
    const outbox = await outboxOf();
    await add(outbox, ['n-1', 'cb-001'], ['n-1', 'cb-002']);
    await add(outbox, ['n-1', 'cb-001']);
    expect(await deliver(outbox, postTo(port))).toMatchObject({ sent: 2, away: null });
    expect(await deliver(outbox, postTo(port))).toMatchObject({ sent: 0 });
    expect(received.map(({ to }) => to[0]).sort()).toEqual([
      'giam.doc@sct.example',
      'pho.giam.doc@sct.example',
    ]);
    const [mail] = received;
    expect(mail?.headers.get('subject')).toBe(`[Thi Đua] ${TITLE.normalize('NFC')}`);
    expect(mail?.headers.get('from')).toBe('Thi Đua <thidua@sct.example>');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.headers.get('message-id')).toMatch(/^<[0-9a-f-]{36}@sct\.example>$/);
    expect(mail?.text.replaceAll('\r\n', '\n')).toContain(
      `${TITLE.normalize('NFC')}\nMã: n-1\nLý do: a < b & c\n`,
    );
    expect(mail?.html).toContain('Lý do: a &lt; b &amp; c');
    expect(new Set(received.map(({ headers }) => headers.get('message-id'))).size).toBe(2);
    expect(await outbox.depth()).toEqual({ waiting: 0, sent: 2, refused: 0, unaddressed: 0 });
  });

  it('waits for a server that is away, longer each time, and keeps no address', async () => {
    const { port } = await serve();
    await open.server?.close();
    const outbox = await outboxOf();
    await add(outbox, ['n-1', 'cb-001'], ['n-2', 'cb-001']);
    const post = postTo(port);
    const first = await deliver(outbox, post);
    expect(first).toMatchObject({
      sent: 0,
      deferred: 1,
      away: expect.stringMatching(/^E/) as string,
    });
    expect(await kept()).not.toContain('@');
    after(1);
    expect(await deliver(outbox, post)).toMatchObject({ deferred: 1 });
    const { received } = await serve({ port });
    after(30);
    expect(await deliver(outbox, post)).toMatchObject({ sent: 2, away: null });
    expect(received).toHaveLength(2);
  });

  it('gives a refused recipient up, tries one that is told to wait, and goes on with the others', async () => {
    const codes: Record<string, number> = {
      'khong.co@sct.example': 550,
      'giam.doc@sct.example': 450,
    };
    const { port, received } = await serve({ refuse: (address) => codes[address] });
    const outbox = await outboxOf();
    await add(outbox, ['n-1', 'cb-009'], ['n-1', 'cb-001'], ['n-1', 'cb-002'], ['n-1', 'cb-404']);
    const post = postTo(port);
    expect(await deliver(outbox, post)).toEqual({
      sent: 1,
      refused: 1,
      deferred: 1,
      unaddressed: 1,
      away: null,
    });
    const rows = await kept();
    expect(rows).toContain('EENVELOPE 550');
    expect(rows).not.toContain('@');
    delete codes['giam.doc@sct.example'];
    after(2);
    expect(await deliver(outbox, post)).toMatchObject({ sent: 1, refused: 0 });
    expect(received).toHaveLength(2);
    after(60 * 24);
    expect(await deliver(outbox, post)).toMatchObject({ sent: 0, refused: 0 });
  });

  it('shares the letters between two workers and sends none twice', async () => {
    const { port, received } = await serve();
    const [one, other] = [await outboxOf(), await outboxOf()];
    await add(one, ...Array.from({ length: 12 }, (_, n) => [`n-${n}`, 'cb-001'] as const));
    const done = await Promise.all([deliver(one, postTo(port)), deliver(other, postTo(port))]);
    expect(done.reduce((sum, { sent }) => sum + sent, 0)).toBe(12);
    expect(new Set(received.map(({ headers }) => headers.get('message-id'))).size).toBe(12);
    expect(received).toHaveLength(12);
  });

  it('sends again what a worker had in hand when it died, under the same Message-ID', async () => {
    const { port, received } = await serve();
    const outbox = await outboxOf();
    await add(outbox, ['n-1', 'cb-001']);
    const post = postTo(port);
    const dying: Post = {
      ...post,
      send: async (address, letter) => {
        await post.send(address, letter);
        throw new Error('killed');
      },
    };
    await expect(deliver(outbox, dying)).rejects.toThrow('killed');
    after(5);
    expect(await deliver(outbox, post)).toMatchObject({ sent: 0 });
    after(6);
    expect(await deliver(outbox, post)).toMatchObject({ sent: 1 });
    const ids = received.map(({ headers }) => headers.get('message-id'));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('sends one digest a person a day, and what comes later with the next day’s', async () => {
    const { port, received } = await serve();
    const outbox = await outboxOf(true);
    await add(outbox, ['n-1', 'cb-001'], ['n-2', 'cb-001'], ['n-1', 'cb-002']);
    const post = postTo(port);
    expect(await deliver(outbox, post)).toMatchObject({ sent: 0 });
    clock = instant('2025-10-04T07:30:00+07:00');
    expect(await deliver(outbox, post)).toMatchObject({ sent: 2 });
    const subjects = received.map(({ headers }) => headers.get('subject')).sort();
    expect(subjects[0]).toBe('[Thi Đua] 2 thông báo về nhiệm vụ');
    expect(received.find(({ to }) => to.includes('giam.doc@sct.example'))?.text).toMatch(
      /n-1[^]*n-2/,
    );
    clock = instant('2025-10-04T07:29:59+07:00');
    await add(outbox, ['n-3', 'cb-001']);
    clock = instant('2025-10-04T07:31:00+07:00');
    expect(await deliver(outbox, post)).toMatchObject({ sent: 0 });
    clock = instant('2025-10-05T07:30:00+07:00');
    expect(await deliver(outbox, post)).toMatchObject({ sent: 1 });
    expect(received).toHaveLength(3);
  });

  it('speaks TLS and says who it is; a wrong password sends nothing and is told without it', async () => {
    const { port, received } = await serve({ password: 'bi-mat' });
    const outbox = await outboxOf();
    await add(outbox, ['n-1', 'cb-001']);
    const refused = await deliver(outbox, postTo(port, 'thidua:sai-mat-khau@'));
    expect(refused).toMatchObject({ deferred: 1, away: 'EAUTH 535' });
    after(2);
    expect(await deliver(outbox, postTo(port, 'thidua:bi-mat@'))).toMatchObject({ sent: 1 });
    expect(received).toHaveLength(1);
  });
});
