import { runCommandLine } from './program/run-command-line';

// A reader such as `head` may close the pipe early; that is no error of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

void runCommandLine(process.argv.slice(2), {
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
}).then((exitCode) => {
  // Not process.exit: what is still in the pipe has to arrive.
  process.exitCode = exitCode;
});
