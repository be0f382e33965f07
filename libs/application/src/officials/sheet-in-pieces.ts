import { canonicalJson } from '@thidua/evidence';
import type { DecreeSheet } from '@thidua/scoring';

/** The whole sheet in canonical JSON, piece by piece: the fields before the people, every person, the fields after. */
export async function* sheetInPieces({
  sheet,
  parts,
}: {
  readonly sheet: Omit<DecreeSheet, 'people'>;
  readonly parts: () => AsyncIterable<string>;
}): AsyncGenerator<string> {
  const fields = Object.entries(sheet)
    .map(([name, value]) => [name, `${JSON.stringify(name)}:${canonicalJson(value)}`] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const before = fields.filter(([name]) => name < 'people').map(([, text]) => `${text},`);
  yield `{${before.join('')}"people":[`;
  let isFirst = true;
  for await (const part of parts()) {
    yield isFirst ? part : `,${part}`;
    isFirst = false;
  }
  const after = fields.filter(([name]) => name > 'people').map(([, text]) => `,${text}`);
  yield `]${after.join('')}}`;
}
