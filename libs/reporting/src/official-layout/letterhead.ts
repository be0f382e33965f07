/** The issuing body as the head of a paper names it. */
export interface Letterhead {
  /** The body above; null where the name does not tell. */
  readonly parent: string | null;
  readonly name: string;
  /** Where the paper is dated from; null where the name does not tell. */
  readonly place: string | null;
  /** Abbreviation in document numbers, e.g. `SCT`; null where there is none. */
  readonly abbreviation: string | null;
}

/**
 * The head of a department from its full name: "Sở … tỉnh X" stands under the People’s Committee of that province.
 * Aliases in capitals are how its document numbers abbreviate it.
 */
export function letterheadOf(fullName: string, aliases: readonly string[]): Letterhead {
  const match = /^(.+?) (tỉnh|thành phố) (.+)$/u.exec(fullName);
  const [, name, kind, place] = match ?? [];
  return {
    parent: kind === undefined || place === undefined ? null : `Ủy ban nhân dân ${kind} ${place}`,
    name: name ?? fullName,
    place: place ?? null,
    abbreviation: aliases.find((alias) => /^[\p{Lu}]{2,8}$/u.test(alias)) ?? null,
  };
}
