/** A mail as a mailbox holds it, decoded. */
export interface ReceivedMail {
  /** Recipients of the envelope. */
  readonly to: readonly string[];
  /** By lower-case name, unfolded, words decoded. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
}

/** Reads the raw bytes, given as latin1, of a mail with one text and one HTML part (RFC 5322, 2045, 2047). */
export function readMail(raw: string, to: readonly string[]): ReceivedMail {
  const { headers, body } = divide(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1] ?? '';
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => divide(part.replace(/^\r\n/, '')));
  const textOf = (type: string): string => {
    const part = parts.find(({ headers: own }) => own.get('content-type')?.startsWith(type));
    return part === undefined ? '' : decode(part.body, part.headers);
  };
  return { to, headers, text: textOf('text/plain'), html: textOf('text/html') };
}

function divide(raw: string): {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
} {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())] as const;
    }),
  );
  return { headers, body: raw.slice(end + 4) };
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );

function decode(body: string, headers: ReadonlyMap<string, string>): string {
  const encoding = headers.get('content-transfer-encoding');
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return quotedPrintable(body).toString('utf8');
  return body;
}

/** Encoded words; a character may be divided between two of them, so their bytes are joined first. */
function words(value: string): string {
  const joined = value.replace(/\?=\s+=\?UTF-8\?[QB]\?/gi, '');
  return joined.replace(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
    (kind.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64')
      : quotedPrintable(text.replaceAll('_', ' '))
    ).toString('utf8'),
  );
}
