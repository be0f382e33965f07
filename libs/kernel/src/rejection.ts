/** What a rule says when it says no: stable codes, two languages, never a stack trace. */
export interface RejectionText {
  /** HTTP status class of the no: `conflict` = the state forbids it, `invalid` = the input is wrong, `forbidden` = this actor may not, `notFound`. */
  readonly kind: 'conflict' | 'invalid' | 'forbidden' | 'notFound';
  readonly vi: string;
  readonly en: string;
}

export type RejectionCatalogue = Readonly<Record<string, RejectionText>>;

/** Facts that go with a rejection: the field at fault, the value, what would have been right. */
export type RejectionFacts = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;

/**
 * A rule's "no". Thrown by decide and by look-ups, mapped once to HTTP problem details by its code's `kind`.
 * A person's "no" (an extension refused, a result returned) is an event instead.
 */
export class CommandRejected extends Error {
  constructor(
    readonly code: string,
    readonly text: RejectionText,
    readonly facts: RejectionFacts = {},
  ) {
    super(`${code}: ${fill(text.en, facts)}`);
    this.name = 'CommandRejected';
  }

  /** The message in Vietnamese with the facts filled in; days as day/month/year. */
  get vi(): string {
    return fill(this.text.vi, this.facts, asPapersWrite);
  }

  get en(): string {
    return fill(this.text.en, this.facts);
  }
}

/** A calendar day as papers write it, `24/11/2026`; everything else as it is. */
const asPapersWrite = (text: string): string =>
  text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');

const asItIs = (text: string): string => text;

const fill = (template: string, facts: RejectionFacts, write = asItIs): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = facts[name];
    if (value === undefined || value === null) return whole;
    return Array.isArray(value) ? value.map(write).join(', ') : write(String(value));
  });

/** A `reject` bound to one catalogue, so that only codes with a text in both languages can be thrown. */
export const rejectFrom =
  <C extends RejectionCatalogue>(catalogue: C) =>
  (code: keyof C & string, facts: RejectionFacts = {}): never => {
    const text = catalogue[code];
    if (text === undefined) throw new Error(`Unknown rejection code: ${code}`);
    throw new CommandRejected(code, text, facts);
  };
