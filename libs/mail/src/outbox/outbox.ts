import { inTransaction, type Database } from '@thidua/database';
import { instantOf, localDateOf, type Instant, type PersonId } from '@thidua/kernel';
import type { PoolClient } from 'pg';
import { backOffMs, TRIES_MAX } from './back-off';
import { nextDigestAt } from './digest-time';
import { migrateOutbox } from './outbox-table';

/** A notice that is to be mailed to a person. */
export interface OutgoingNotice {
  readonly noticeId: string;
  readonly personId: PersonId;
}

export interface OutboxOptions {
  /** One letter a person a day instead of one a notice. */
  readonly isDigest: boolean;
}

/** A letter that one worker has taken; nobody else takes it before the lease is over. */
export interface ClaimedLetter {
  readonly personId: PersonId;
  readonly letter: string;
  /** In the order in which they were added. */
  readonly noticeIds: readonly string[];
  /** 1 for the first try. */
  readonly attempt: number;
}

export type LetterOutcome =
  | { readonly outcome: 'sent' | 'unaddressed' }
  /** `reason` names no address and no person. */
  | { readonly outcome: 'refused' | 'deferred'; readonly reason: string };

/** Notices by what became of them. */
export type OutboxDepth = Readonly<Record<'waiting' | 'sent' | 'refused' | 'unaddressed', number>>;

/** A worker that dies with a letter in hand holds it up for this long. Longer than any SMTP conversation may take. */
const LEASE_MS = 10 * 60_000;
/** Claims take turns: rows of one letter must not be divided between two workers. */
const CLAIM_LOCK = 7_461_883_219;

interface WaitingRow {
  readonly notice_id: string;
  readonly person_id: string;
  readonly letter: string | null;
}

/** What is still to be mailed and what was, in SQL: the queue may forget everything and nothing is lost or sent anew. */
export class Outbox {
  private constructor(
    private readonly database: Database,
    readonly options: OutboxOptions,
  ) {}

  /** @throws MigrationMismatch */
  static async open(database: Database, options: OutboxOptions): Promise<Outbox> {
    await migrateOutbox(database);
    return new Outbox(database, options);
  }

  /** A notice that is there already stays as it is. */
  async add(notices: readonly OutgoingNotice[], now: Instant): Promise<void> {
    const dueAt = this.options.isDigest ? nextDigestAt(now) : now;
    await this.database.pool.query(
      `insert into mail.outbox (notice_id, person_id, added_at, next_try_at)
       select g.notice_id, g.person_id, $2, $3
         from json_to_recordset($1::json) as g(notice_id text, person_id text)
       on conflict do nothing`,
      [
        JSON.stringify(notices.map((n) => ({ notice_id: n.noticeId, person_id: n.personId }))),
        now,
        dueAt,
      ],
    );
  }

  /** Takes the next letter that is due; null when none is. */
  claim(now: Instant): Promise<ClaimedLetter | null> {
    return inTransaction(this.database.pool, async (client) => {
      await client.query(`select pg_advisory_xact_lock(${CLAIM_LOCK})`);
      for (;;) {
        const { rows } = await client.query<WaitingRow>(
          `select notice_id, person_id, letter from mail.outbox
            where state = 'waiting' and next_try_at <= $1
            order by next_try_at, added_at, notice_id, person_id limit 1`,
          [now],
        );
        const row = rows[0];
        if (row === undefined) return null;
        const letter = row.letter ?? (await this.assignLetter(client, row, now));
        if (letter !== null) return take(client, row.person_id, letter, now);
      }
    });
  }

  /** Which letter carries the notice, for good; null when the person's letter of the day has gone and it must wait. */
  private async assignLetter(
    client: PoolClient,
    { notice_id: noticeId, person_id: personId }: WaitingRow,
    now: Instant,
  ): Promise<string | null> {
    if (!this.options.isDigest) {
      await client.query(
        'update mail.outbox set letter = notice_id where notice_id = $1 and person_id = $2',
        [noticeId, personId],
      );
      return noticeId;
    }
    const letter = `digest-${localDateOf(now)}`;
    const { rows } = await client.query(
      'select 1 from mail.outbox where person_id = $1 and letter = $2 limit 1',
      [personId, letter],
    );
    const hasGone = rows.length > 0;
    await client.query(
      `update mail.outbox set letter = $2, next_try_at = $3
        where person_id = $1 and letter is null and state = 'waiting' and next_try_at <= $4`,
      [personId, hasGone ? null : letter, hasGone ? nextDigestAt(now) : now, now],
    );
    return hasGone ? null : letter;
  }

  async settle({ personId, letter, attempt }: ClaimedLetter, result: LetterOutcome, now: Instant) {
    const isOver = result.outcome !== 'deferred' || attempt >= TRIES_MAX;
    const state = isOver ? stateOf(result.outcome) : 'waiting';
    const next = instantOf(new Date(Date.parse(now) + backOffMs(attempt)));
    await this.database.pool.query(
      `update mail.outbox
          set state = $3, settled_at = $4, next_try_at = coalesce($5, next_try_at), last_error = $6
        where person_id = $1 and letter = $2 and state = 'waiting'`,
      [
        personId,
        letter,
        state,
        isOver ? now : null,
        isOver ? null : next,
        'reason' in result ? result.reason : null,
      ],
    );
  }

  async depth(): Promise<OutboxDepth> {
    const { rows } = await this.database.pool.query<{ state: keyof OutboxDepth; count: number }>(
      'select state, count(*)::int as count from mail.outbox group by state',
    );
    const depth = { waiting: 0, sent: 0, refused: 0, unaddressed: 0 };
    for (const { state, count } of rows) depth[state] = count;
    return depth;
  }
}

const stateOf = (outcome: LetterOutcome['outcome']): keyof OutboxDepth =>
  outcome === 'deferred' ? 'refused' : outcome;

async function take(
  client: PoolClient,
  personId: string,
  letter: string,
  now: Instant,
): Promise<ClaimedLetter> {
  const { rows } = await client.query<{ notice_id: string; attempts: number }>(
    `with taken as (
       update mail.outbox set attempts = attempts + 1, next_try_at = $3
        where person_id = $1 and letter = $2 and state = 'waiting'
       returning notice_id, attempts, added_at)
     select notice_id, attempts from taken order by added_at, notice_id`,
    [personId, letter, instantOf(new Date(Date.parse(now) + LEASE_MS))],
  );
  return {
    personId,
    letter,
    noticeIds: rows.map(({ notice_id }) => notice_id),
    attempt: Math.max(...rows.map(({ attempts }) => attempts)),
  };
}
