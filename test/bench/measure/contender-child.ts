import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Reply } from './questions';

const REGISTER = join(__dirname, '..', '..', 'register.cjs');

/** What a question asks and answers, by its kind. */
type Asks<Questions, Kind extends keyof Questions> = Questions[Kind] extends {
  readonly asks: infer Asked;
}
  ? Asked
  : never;
type Answers<Questions, Kind extends keyof Questions> = Questions[Kind] extends {
  readonly answers: infer Answered;
}
  ? Answered
  : never;

/** A part of a run in a process of its own. Questions are asked one after the other. */
export class ContenderChild<Questions> {
  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {}

  static start<Questions>(name: string, entry: string): ContenderChild<Questions> {
    return new ContenderChild<Questions>(
      name,
      fork(entry, [name], {
        execArgv: ['-r', REGISTER],
        env: { ...process.env, NODE_ENV: 'production' },
        stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
      }),
    );
  }

  /** @throws Error when the process cannot answer, or ends. */
  async ask<Kind extends keyof Questions & string>(
    kind: Kind,
    asks: Asks<Questions, Kind>,
  ): Promise<Answers<Questions, Kind>> {
    if (!this.child.connected) throw new Error(`${this.name}: its process has ended`);
    const listening = new AbortController();
    const { signal } = listening;
    const ended = once(this.child, 'exit', { signal }).then(([code]) => {
      throw new Error(`${this.name}: its process ended (${String(code)})`);
    });
    const replied = once(this.child, 'message', { signal });
    try {
      this.child.send({ kind, asks });
      const reply: Reply = (await Promise.race([replied, ended]))[0];
      if (!reply.ok) throw new Error(`${this.name}: ${reply.error}`);
      return reply.answers as Answers<Questions, Kind>;
    } finally {
      listening.abort();
      await Promise.allSettled([replied, ended]);
    }
  }

  /** Ends the process whatever it is doing. */
  kill(): void {
    this.child.kill('SIGKILL');
  }
}

/** Runs the work and ends every process it started, also when it fails or the run is interrupted. */
export async function withChildren<T>(
  work: (
    start: <Questions>(name: string, entry: string) => ContenderChild<Questions>,
  ) => Promise<T>,
): Promise<T> {
  const children: { kill(): void }[] = [];
  const stop = (): void => {
    for (const child of children) child.kill();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await work(<Questions>(name: string, entry: string) => {
      const child = ContenderChild.start<Questions>(name, entry);
      children.push(child);
      return child;
    });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    stop();
  }
}
