import { aliveFile, isReady } from './alive/alive-file';

/** Run by the container's health check: exit code 0 while the worker beside it gets work done and is ready, else 1. */
isReady(aliveFile(process.env)).then(
  (ready) => process.exit(ready ? 0 : 1),
  () => process.exit(1),
);
