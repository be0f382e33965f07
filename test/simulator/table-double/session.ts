/** What a statement gave. */
export interface Result {
  readonly rows: readonly object[];
  readonly rowCount: number;
}

/** One session of a database that knows the tables of the projection runtime. */
export interface Session {
  query(text: string, params?: readonly unknown[]): Promise<Result>;
}

/** The double was handed a statement that it does not know: the runtime has changed and the double has to follow. */
export class UnknownStatement extends Error {
  constructor(sql: string) {
    super(`The simulated database does not know this statement: ${sql}`);
    this.name = 'UnknownStatement';
  }
}
