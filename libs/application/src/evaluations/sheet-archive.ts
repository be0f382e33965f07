import { inTransaction, migrate, type Database } from '@thidua/database';
import { canonicalJson } from '@thidua/evidence';
import type { OpenResult, SheetText } from './open-result';
import { readSheetText, sheetDocument } from './sheet-text';

/** Parts of people in one row: few enough for memory, many enough for few rows. */
const PEOPLE_IN_ROW = 200;

/** Canonical JSON holds no line feed, so one parts two people. */
const BETWEEN = '\n';

/**
 * Sheets once recorded, by their hash, so that they are read for ever, whatever becomes of the code that computed them.
 * Rows are added and never changed; they hold ids, no names. What is read is proved by its hash before it is given out.
 */
export class SheetArchive {
  private constructor(private readonly database: Database) {}

  static async open(database: Database): Promise<SheetArchive> {
    await migrate(database, 'evaluation', [
      {
        name: '0001-sheets',
        sql: `create schema evaluation;
              create table evaluation.sheets (
                sheet_hash text not null,
                part integer not null,
                content text not null,
                primary key (sheet_hash, part)
              );
              create function evaluation.refuse_change() returns trigger language plpgsql as $$
              begin
                raise exception 'a kept sheet is never changed';
              end $$;
              create trigger sheets_stay before update or delete on evaluation.sheets
                for each row execute function evaluation.refuse_change()`,
      },
    ]);
    return new SheetArchive(database);
  }

  /** Keeps the whole sheet or nothing of it; again, it does nothing. The caller still closes the result. */
  async keep({ result: { sheetHash }, text }: Pick<OpenResult, 'result' | 'text'>): Promise<void> {
    if ((await this.rowOf(sheetHash, 0)) !== null) return;
    await inTransaction(this.database.pool, async (client) => {
      let part = 0;
      const add = async (content: string): Promise<void> => {
        await client.query(
          `insert into evaluation.sheets (sheet_hash, part, content) values ($1, $2, $3)
           on conflict do nothing`,
          [sheetHash, part, content],
        );
        part += 1;
      };
      await add(canonicalJson(text.head));
      let people: string[] = [];
      for await (const person of text.parts()) {
        people.push(person);
        if (people.length < PEOPLE_IN_ROW) continue;
        await add(people.join(BETWEEN));
        people = [];
      }
      if (people.length > 0) await add(people.join(BETWEEN));
    });
  }

  /** The sheet of this hash; null where none is kept, or where what is kept has another hash by now. */
  async open(sheetHash: string): Promise<OpenResult | null> {
    const head = await this.rowOf(sheetHash, 0);
    if (head === null) return null;
    const text: SheetText = {
      head: JSON.parse(head) as SheetText['head'],
      parts: () => this.peopleOf(sheetHash),
    };
    const result = await readSheetText(text);
    if (result.sheetHash !== sheetHash) return null;
    return { result, text, document: () => sheetDocument(text), close: () => Promise.resolve() };
  }

  private async *peopleOf(sheetHash: string): AsyncGenerator<string> {
    for (let part = 1; ; part += 1) {
      const row = await this.rowOf(sheetHash, part);
      if (row === null) return;
      yield* row.split(BETWEEN);
    }
  }

  private async rowOf(sheetHash: string, part: number): Promise<string | null> {
    const { rows } = await this.database.pool.query<{ content: string }>(
      'select content from evaluation.sheets where sheet_hash = $1 and part = $2',
      [sheetHash, part],
    );
    return rows[0]?.content ?? null;
  }
}
