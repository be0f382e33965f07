import { CommanderError } from 'commander';
import { connectBy } from '../connection';
import { failureAsLine, failureFrom, failureInWords } from '../failures/report-failure';
import { usageFailure } from '../failures/usage-failure';
import { Output, progressOn, type ProgressStream } from '../output';
import type { TextStream } from '../output/output';
import { connectionSettings, typedIn, type GlobalOptions } from '../settings/cli-settings';
import { addCommands, newProgram } from './program';

export interface CommandLineParts {
  readonly environment: NodeJS.ProcessEnv;
  readonly stdout: TextStream;
  readonly stderr: ProgressStream;
}

/**
 * Runs one command line (`argv` without node and script).
 * @returns the exit code: 0 done, 1 refused or failed, 2 wrong usage.
 */
export async function runCommandLine(
  argv: readonly string[],
  { environment, stdout, stderr }: CommandLineParts,
): Promise<number> {
  const progress = progressOn(stderr);
  const program = newProgram();
  // Commands copy this when they are made, so it comes before them. Errors are told below, in Vietnamese.
  program.exitOverride().configureOutput({
    writeOut: (text) => stdout.write(text),
    writeErr: (text) => stderr.write(text),
    outputError: () => undefined,
  });
  const options = (): GlobalOptions => program.opts();
  addCommands(program, {
    connect: connectBy({
      settings: () => connectionSettings(options(), environment),
      environment,
      progress,
    }),
    output: new Output({ stream: stdout, progress, isJson: () => options().json === true }),
    progress,
    folder: typedIn(environment),
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    const failure = error instanceof CommanderError ? usageFailure(error) : failureFrom(error);
    if (failure === null) return 0;
    progress.end();
    // The parser may have stopped before it came to the option.
    const isJson = options().json === true || argv.includes('--json');
    stderr.write(isJson ? failureAsLine(failure) : failureInWords(failure));
    return failure.exitCode;
  } finally {
    progress.end();
  }
}
