import { digestOf } from '@thidua/evidence';
import type { ScoreSheet } from '@thidua/scoring';

/** A sheet with the hash over all of it, which covers the hashes of rule set and inputs. */
export interface HashedSheet extends ScoreSheet {
  readonly sheetHash: string;
}

/** Where a log keeps the facts is no part of what they say, so the hash leaves it out: any log of them gives the same. */
const withoutPosition = ({
  position: _position,
  ...said
}: ScoreSheet): Omit<ScoreSheet, 'position'> => said;

/** The sheet under its hash. */
export const hashed = (sheet: ScoreSheet): HashedSheet => ({
  ...sheet,
  sheetHash: digestOf(withoutPosition(sheet)),
});

/** The hash of a sheet, made anew from all it says. */
export function hashOfSheet({ sheetHash: _said, ...sheet }: HashedSheet): string {
  return digestOf(withoutPosition(sheet));
}
