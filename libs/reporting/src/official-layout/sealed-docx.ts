import type { Instant } from '@thidua/kernel';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const CORE = 'docProps/core.xml';
/** A time inside a zip has no zone and begins in 1980; this one says nothing and is the same everywhere. */
const ZIP_TIME = '1980-01-02T00:00:00';
const STAMP = /(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g;

/**
 * The same file without the clock of the machine that made it: its times are the day of the paper, and its parts lie in
 * the order of their names.
 */
export function sealedDocx(bytes: Uint8Array, at: Instant): Uint8Array {
  const parts = unzipSync(bytes);
  const core = parts[CORE];
  const dated =
    core === undefined
      ? parts
      : { ...parts, [CORE]: strToU8(strFromU8(core).replace(STAMP, `$1${at}$3`)) };
  const inOrder = Object.entries(dated).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(inOrder), { mtime: ZIP_TIME, level: 6 });
}
