import type { OpenResult } from './open-result';

interface Kept {
  readonly evaluationId: string;
  readonly opened: OpenResult;
  readers: number;
  isDropped: boolean;
}

/**
 * The sheet computed last, so that whoever asks for it after the freeze need not wait for everybody to be scored again.
 * It is a copy and nobody's word: before each use its hash is made anew from what is kept, and where that is not the one
 * on record the copy is thrown away, and the caller computes the sheet from the log.
 */
export class KeptSheets {
  private last: Kept | null = null;

  /** Takes over the sheet, to close it once another takes its place and nobody reads it. */
  async keep(evaluationId: string, opened: OpenResult): Promise<void> {
    await this.close();
    this.last = { evaluationId, opened, readers: 0, isDropped: false };
  }

  /** The sheet with the hash on record, to be closed by whoever opened it; null where none is kept. */
  async open(evaluationId: string, recordedHash: string): Promise<OpenResult | null> {
    const kept = this.last;
    if (kept?.evaluationId !== evaluationId) return null;
    kept.readers += 1;
    // A copy that can no longer be read is as good as none.
    const hash = await kept.opened.prove().catch(() => null);
    if (hash === recordedHash) {
      let isOpen = true;
      const close = async (): Promise<void> => {
        if (isOpen) await this.release(kept);
        isOpen = false;
      };
      return { ...kept.opened, close };
    }
    if (this.last === kept) await this.close();
    await this.release(kept);
    return null;
  }

  /** Throws the copy away, as soon as nobody reads it. */
  async close(): Promise<void> {
    const kept = this.last;
    this.last = null;
    if (kept === null) return;
    kept.isDropped = true;
    if (kept.readers === 0) await kept.opened.close();
  }

  private async release(kept: Kept): Promise<void> {
    kept.readers -= 1;
    if (kept.isDropped && kept.readers === 0) await kept.opened.close();
  }
}
