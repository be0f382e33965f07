import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';

/**
 * Lines of text laid down on disk until they are wanted again, because they are too many for memory and not final yet. The
 * folder is readable by this user only, and gone once it is closed.
 */
export class LineSpool {
  private constructor(
    private readonly folder: string,
    private readonly file: string,
    private readonly out: ReturnType<typeof createWriteStream>,
  ) {}

  static async open(): Promise<LineSpool> {
    const folder = await mkdtemp(join(tmpdir(), 'thidua-'));
    const file = join(folder, 'lines');
    return new LineSpool(folder, file, createWriteStream(file, { mode: 0o600 }));
  }

  async add(lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return;
    if (!this.out.write(`${lines.join('\n')}\n`)) await once(this.out, 'drain');
  }

  /** After the last line was added. */
  async seal(): Promise<void> {
    this.out.end();
    await finished(this.out);
  }

  /** The lines in the order they were added. */
  lines(): AsyncIterable<string> {
    return createInterface({ input: createReadStream(this.file), crlfDelay: Infinity });
  }

  async close(): Promise<void> {
    this.out.destroy();
    await rm(this.folder, { recursive: true, force: true });
  }
}
