import type { Application } from '@thidua/application';

/**
 * The same application, which remembers that it was closed. Nest sends itself the stop signal once more when everything
 * is shut; answered here, an orderly stop ends with exit code 0 instead of death by a signal. A second Ctrl+C before
 * that changes nothing.
 */
export function exitWhenClosed(application: Application): Application {
  let isClosed = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isClosed) process.exit(0);
    });
  }
  return {
    commands: application.commands,
    queries: application.queries,
    close: async () => {
      await application.close();
      isClosed = true;
    },
  };
}
