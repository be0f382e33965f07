import { jsonText, plainText } from './plain-text';
import type { Progress } from './progress';

/** The part of a stream that is written to. */
export interface TextStream {
  write(text: string): boolean;
  once(event: 'drain', listener: () => void): unknown;
}

export interface OutputParts {
  readonly stream: TextStream;
  readonly progress: Progress;
  /** True when the caller is a program (`--json`). */
  readonly isJson: () => boolean;
}

/** Where answers go: sentences and tables for a person, exactly one JSON document for a program. */
export class Output {
  constructor(private readonly parts: OutputParts) {}

  get isJson(): boolean {
    return this.parts.isJson();
  }

  /** The answer of a command, as it came for a program and in words for a person. */
  show(value: unknown, inWords: () => string): void {
    this.write(this.isJson ? `${jsonText(value, 2)}\n` : `${plainText(inWords())}\n`);
  }

  /** A piece of a long answer; resolves when the reader can take more. */
  async stream(text: string): Promise<void> {
    if (this.write(text)) return;
    await new Promise<void>((resolve) => this.parts.stream.once('drain', resolve));
  }

  private write(text: string): boolean {
    this.parts.progress.wipe();
    return this.parts.stream.write(text);
  }
}
