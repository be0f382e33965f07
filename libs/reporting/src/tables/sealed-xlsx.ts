import { strFromU8, strToU8, Unzip, UnzipInflate, Zip, ZipDeflate } from 'fflate';

const STYLES = 'xl/styles.xml';
/** A time inside a zip has no zone and begins in 1980; this one says nothing and is the same everywhere. */
const ZIP_TIME = '1980-01-02T00:00:00';

/**
 * Cells in the format of text get the mark that a typed apostrophe leaves: whoever edits one keeps text, and no formula
 * comes of it. The writer itself knows no such mark.
 */
const quoted = (styles: string): string =>
  styles.replace(
    /(<cellXfs[^>]*>)(.*?)(<\/cellXfs>)/s,
    (_all, open: string, xfs: string, close: string) =>
      `${open}${xfs.replaceAll('<xf numFmtId="49"', '<xf quotePrefix="1" numFmtId="49"')}${close}`,
  );

/** One part of the package from the old zip into the new one, piece by piece; the styles are changed on the way. */
function passOn(name: string, into: ZipDeflate): (data: Uint8Array, isLast: boolean) => void {
  if (name !== STYLES) return (data, isLast) => into.push(data, isLast);
  let text = '';
  return (data, isLast) => {
    text += strFromU8(data);
    if (isLast) into.push(strToU8(quoted(text)), true);
  };
}

/**
 * The same workbook without the clock of the machine that made it. Parts pass through one after another, so that a long
 * one never stands in memory as a whole.
 */
export function sealedXlsx(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  const faults: Error[] = [];
  const zip = new Zip((error, data) => (error === null ? pieces.push(data) : faults.push(error)));
  const unzip = new Unzip((file) => {
    const part = new ZipDeflate(file.name, { level: 6 });
    part.mtime = ZIP_TIME;
    zip.add(part);
    const pass = passOn(file.name, part);
    file.ondata = (error, data, isLast) =>
      error === null ? pass(data, isLast) : faults.push(error);
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let from = 0; from < bytes.length; from += CHUNK) {
    unzip.push(bytes.subarray(from, from + CHUNK), from + CHUNK >= bytes.length);
  }
  zip.end();
  const [fault] = faults;
  if (fault !== undefined) throw fault;
  return Buffer.concat(pieces);
}

const CHUNK = 65_536;
