import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { until } from '../processes/run-process';
import type { Ledger } from './ledger';
import type { Ground, OfficeMessage, OfficeOrders } from './office-message';

const script = join(__dirname, 'office-process.ts');
/** A process that lives for seconds is not to spend them on optimising the embedded engine. */
const options = ['--liftoff-only', '-r', join(__dirname, '..', 'register.cjs')];

/** How a process ended. */
interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly complaints: string;
}

/** An office process under load; whatever it has printed is in the ledger. */
export class RunningOffice {
  readonly ended: Promise<Ended>;
  private readonly child;
  private end: Ended | null = null;
  private isOpen = false;
  private unread = '';

  private constructor(
    orders: OfficeOrders,
    private readonly ledger: Ledger,
  ) {
    const child = spawn(process.execPath, [...options, script, JSON.stringify(orders)]);
    this.child = child;
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      this.read(chunk.toString());
    });
    this.ended = new Promise((resolve) =>
      child.once('close', (code, signal) => {
        this.end = { code, signal, complaints };
        resolve(this.end);
      }),
    );
  }

  /** Starts a process that takes up what the ledger says is unfinished, and then new cases unless told otherwise. */
  static start(
    ledger: Ledger,
    ground: Ground,
    how: { readonly isPatient: boolean; readonly takesNew: boolean },
  ): RunningOffice {
    const { unfinished, next } = ledger;
    const { isPatient, takesNew } = how;
    return new RunningOffice(
      { ...ground, unfinished, next: takesNew ? next : null, isPatient },
      ledger,
    );
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Resolves when it has opened the application. @throws Error with its last words when it ended before. */
  async opened(): Promise<void> {
    await this.lives(() => this.isOpen);
  }

  /** Resolves when so many more answers are on record. @throws Error with its last words when it ended before. */
  async acknowledges(count: number): Promise<void> {
    const enough = this.ledger.answerCount + count;
    await this.lives(() => this.ledger.answerCount >= enough);
  }

  /** Kills without warning and waits until the last printed byte has arrived. @throws Error when it ended by itself. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    const { signal, code, complaints } = await this.ended;
    if (signal !== 'SIGKILL')
      throw new Error(`The office ended by itself (${code}): ${complaints}`);
  }

  /** Lets it finish what it has begun. @throws Error when it ended in any other way than well. */
  async finish(): Promise<void> {
    this.child.stdin.end();
    const { code, signal, complaints } = await this.ended;
    if (code !== 0) throw new Error(`The office ended with ${code ?? signal}: ${complaints}`);
  }

  private async lives(isDone: () => boolean): Promise<void> {
    await until(isDone, (done) => done || this.end !== null);
    if (!isDone()) throw new Error(`The office ended by itself: ${this.end?.complaints ?? ''}`);
  }

  /** A last line cut off by the kill was not said. */
  private read(chunk: string): void {
    const lines = (this.unread + chunk).split('\n');
    this.unread = lines.pop() ?? '';
    for (const line of lines) {
      const message = JSON.parse(line) as OfficeMessage;
      if (message.kind === 'open') this.isOpen = true;
      else this.ledger.note(message);
    }
  }
}
