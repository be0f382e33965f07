import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Questions, QuestionKind, Reply } from './contender-messages';

const REGISTER = join(__dirname, '..', '..', 'register.cjs');

/** A contender in a process of its own. Questions are asked one after the other. */
export class ContenderChild {
  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {}

  static start(name: string, entry: string): ContenderChild {
    return new ContenderChild(
      name,
      fork(entry, [name], {
        execArgv: ['-r', REGISTER],
        env: { ...process.env, NODE_ENV: 'production' },
        stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
      }),
    );
  }

  /** @throws Error when the contender fails or its process ends. */
  async ask<Kind extends QuestionKind>(
    kind: Kind,
    asks: Questions[Kind]['asks'],
  ): Promise<Questions[Kind]['answers']> {
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
      return reply.answers;
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
