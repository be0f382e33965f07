import { StreamableFile } from '@nestjs/common';
import type { ExportedFile } from '@thidua/reporting';

/** A file offered under its own name. Ids in a name are plain ASCII, so it needs no encoding. */
export const fileAnswer = ({ bytes, fileName, mediaType }: ExportedFile): StreamableFile =>
  new StreamableFile(bytes, {
    type: mediaType,
    disposition: `attachment; filename="${fileName}"`,
    length: bytes.byteLength,
  });
