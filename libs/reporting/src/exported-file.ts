/** A file as it leaves: the name it is offered under, what it is, and its bytes. */
export interface ExportedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export const MEDIA = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
} as const;

export const jsonFile = (name: string, document: unknown): ExportedFile => ({
  fileName: `${name}.json`,
  mediaType: MEDIA.json,
  bytes: Buffer.from(`${JSON.stringify(document, null, 2)}\n`, 'utf8'),
});
