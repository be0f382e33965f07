import { toNfc } from '@thidua/kernel';

/** A stretch of the written text between two separators; offsets into the NFC text. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** What stands before it. Names may hold any of these, so a separator divides only where no longer name is known. */
  readonly joiner: 'none' | 'comma' | 'and';
}

const SEPARATOR = /[,;]|(?<=\s)và(?=\s)/giu;

/** Cuts at every comma, semicolon and "và"; empty stretches are dropped. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let joiner: Piece['joiner'] = 'none';
  let start = 0;
  const push = (end: number) => {
    if (text.slice(start, end).trim() !== '') pieces.push({ start, end, joiner });
  };
  for (const match of text.matchAll(SEPARATOR)) {
    push(match.index);
    joiner = /[,;]/.test(match[0]) ? 'comma' : 'and';
    start = match.index + match[0].length;
  }
  push(text.length);
  return pieces;
}

/** A name freed of what plans hang on to it. */
export interface BareName {
  readonly name: string;
  /** Written with "(đầu mối)" or "(đầu mối tổng hợp)". */
  readonly isFocal: boolean;
  /** The X of "(gọi tắt là X)". */
  readonly alias: string | null;
}

const TRAILING_BRACKET = /\s*\(([^()]*)\)\s*$/;
const FOCAL = /^(?:là |làm )?(?:đơn vị |cơ quan )?đầu mối/iu;
const CALLED = /^(?:sau đây )?(?:gọi tắt|viết tắt|gọi chung|gọi) là:?\s+(.+)$/iu;
const CLOSING = /[\s.;:,]+$/;

/** What a bracket says: null when it is part of the name. */
function bracketMeaning(inside: string): Omit<BareName, 'name'> | null {
  const alias = CALLED.exec(inside)?.[1]?.trim();
  if (alias !== undefined) return { isFocal: false, alias };
  return FOCAL.test(inside) ? { isFocal: true, alias: null } : null;
}

/** Takes off the brackets that give a role or a short form, and a closing full stop. Other brackets stay in the name. */
export function bareName(written: string): BareName {
  const name = toNfc(written).trim().replace(CLOSING, '');
  const bracket = TRAILING_BRACKET.exec(name);
  const meaning = bracketMeaning((bracket?.[1] ?? '').trim());
  if (bracket === null || meaning === null) return { name, isFocal: false, alias: null };
  const inner = bareName(name.slice(0, bracket.index));
  return {
    name: inner.name,
    isFocal: inner.isFocal || meaning.isFocal,
    alias: inner.alias ?? meaning.alias,
  };
}

/** A footnote digit glued to the last letter, or before a bracket or comma, is no part of a name: "thương mại1". */
export const withoutFootnotes = (name: string): string =>
  name.replace(/(?<=\p{L})\d{1,2}(?=$|[\s,;)])/gu, '');
