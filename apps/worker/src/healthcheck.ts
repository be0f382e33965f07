import { aliveFile, isFresh } from './alive/alive-file';

/** Run by the container's health check: exit code 0 while the worker beside it gets work done, else 1. */
isFresh(aliveFile(process.env)).then(
  (fresh) => process.exit(fresh ? 0 : 1),
  () => process.exit(1),
);
