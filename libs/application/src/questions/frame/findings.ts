import type { Figure } from '@thidua/projections';

/** How a value is to be read, and so how a face writes it. */
export type CellKind = 'text' | 'number' | 'day' | 'month' | 'time' | 'unit' | 'person' | 'flag';

export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** A column of a section: which field of its rows, in words. */
export interface Column<Row extends object = Readonly<Record<string, unknown>>> extends Words {
  readonly field: keyof Row & string;
  readonly kind: CellKind;
  /** For a field with a closed set of values: what each is called in Vietnamese. */
  readonly values?: Readonly<Record<string, string>>;
}

/** The events a row or figure rests on. */
export interface Behind {
  readonly eventIds: readonly string[];
}

/** A number of the answer with the events it was counted from. */
export interface NamedFigure extends Words, Behind {
  readonly name: string;
  readonly value: number | string | null;
}

/** A list of the answer; every row has the fields of the columns, and the events behind it. */
export interface Section extends Words {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (Readonly<Record<string, unknown>> & Behind)[];
}

/** What every question is answered with. */
export interface Findings {
  readonly figures: readonly NamedFigure[];
  readonly sections: readonly Section[];
}

/** A section whose columns are checked against the fields of its rows. */
export const section = <Row extends Behind>(
  name: string,
  words: Words,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Section => ({
  name,
  ...words,
  columns: columns as unknown as Section['columns'],
  rows: rows as unknown as Section['rows'],
});

/** Distinct ids in order, so that the same facts give the same answer. */
export const idsOf = (things: readonly Behind[]): readonly string[] =>
  [...new Set(things.flatMap(({ eventIds }) => eventIds))].sort();

/** How many things there are, with the events of all of them. */
export const counted = (name: string, words: Words, things: readonly Behind[]): NamedFigure => ({
  name,
  ...words,
  value: things.length,
  eventIds: idsOf(things),
});

/** A sum over things, with the events of those that add to it. */
export const summed = <Thing extends Behind>(
  name: string,
  words: Words,
  things: readonly Thing[],
  amountOf: (thing: Thing) => number,
): NamedFigure => ({
  name,
  ...words,
  value: things.reduce((sum, thing) => sum + amountOf(thing), 0),
  eventIds: idsOf(things.filter((thing) => amountOf(thing) !== 0)),
});

/** A figure of the indicators under a name of this answer. */
export const taken = (name: string, words: Words, { count, eventIds }: Figure): NamedFigure => ({
  name,
  ...words,
  value: count,
  eventIds,
});
