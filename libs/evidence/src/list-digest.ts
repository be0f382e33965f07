import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json';

/**
 * `digestOf` of a document whose one long list comes item by item: the same hash, and never more than one item in memory.
 * The list stands at the top of the document.
 */
export class ListDigest {
  private readonly hash = createHash('sha256');
  private readonly after: string;
  private isFirst = true;

  constructor(document: Readonly<Record<string, unknown>>, list: string) {
    const fields = Object.entries(document)
      .filter(([name, value]) => name !== list && value !== undefined)
      .map(([name, value]) => [name, `${JSON.stringify(name)}:${canonicalJson(value)}`] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const before = fields.filter(([name]) => name < list).map(([, text]) => `${text},`);
    this.hash.update(`{${before.join('')}${JSON.stringify(list)}:[`);
    const rest = fields.filter(([name]) => name > list).map(([, text]) => `,${text}`);
    this.after = `]${rest.join('')}}`;
  }

  /** Takes the next item and gives back its canonical form. */
  add(item: unknown): string {
    const text = canonicalJson(item);
    this.hash.update(this.isFirst ? text : `,${text}`);
    this.isFirst = false;
    return text;
  }

  /** To be asked once, after the last item. */
  digest(): string {
    return this.hash.update(this.after).digest('hex');
  }
}
