import type { Connect } from '../connection';
import type { Output, Progress } from '../output';

/** What every command is given. */
export interface CommandContext {
  readonly connect: Connect;
  readonly output: Output;
  readonly progress: Progress;
  /** The folder that paths on the command line are relative to. */
  readonly folder: string;
}
