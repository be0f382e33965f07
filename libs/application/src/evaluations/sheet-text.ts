import { canonicalJson, digestOf, sha256 } from '@thidua/evidence';
import { hashOverPeople, type PersonScore } from '@thidua/scoring';
import { sheetInPieces } from '../officials/sheet-in-pieces';
import { hashOfSheet, type HashedSheet } from '../scores/hashed-sheet';
import {
  isOfDecree,
  type DecreeHead,
  type ScoredResult,
  type ScoredSubject,
  type SheetText,
} from './open-result';

/** The sheet as a document: canonical JSON in pieces, the same bytes on every machine. */
export async function* sheetDocument({ head, parts }: SheetText): AsyncGenerator<string> {
  if (isOfDecree(head)) yield* sheetInPieces({ sheet: head, parts });
  else yield canonicalJson(head);
}

async function resultOfDecree(head: DecreeHead, parts: SheetText['parts']): Promise<ScoredResult> {
  const ranks = new Map(
    head.groups.flatMap(({ ranking }) => ranking.map(({ id, rank }) => [id, rank] as const)),
  );
  const subjects: ScoredSubject[] = head.units.map(({ unitId, class: rated }) => ({
    ...{ subjectId: unitId, unitId, personId: null, band: rated, rank: ranks.get(unitId) ?? null },
  }));
  const hashes: string[] = [];
  for await (const part of parts()) {
    const { personId, unitId, class: rated } = JSON.parse(part) as PersonScore;
    const rank = ranks.get(personId) ?? null;
    subjects.push({ subjectId: personId, unitId, personId, band: rated, rank });
    hashes.push(sha256(part));
  }
  const { sheetHash: _said, ...hashed } = head;
  const { id, version, hash } = head.ruleSet;
  const sheetHash = hashOverPeople(hashed, hashes, digestOf);
  return { ruleSet: { id, version, hash }, inputHash: head.factsHash, sheetHash, subjects };
}

function resultOfUnits(head: HashedSheet): ScoredResult {
  const ranks = new Map(
    head.groups.flatMap(({ ranks: each }) => each.map(({ unitId, rank }) => [unitId, rank])),
  );
  const { id, version, hash } = head.ruleSet;
  const subjects = head.units.map(({ unit: { unitId }, band }) => ({
    ...{ subjectId: unitId, unitId, personId: null },
    band: band?.vi ?? null,
    rank: ranks.get(unitId) ?? null,
  }));
  const { inputHash } = head;
  return { ruleSet: { id, version, hash }, inputHash, sheetHash: hashOfSheet(head), subjects };
}

/**
 * What a sheet says of its subjects, with its hash made anew from all of it. How a sheet is hashed goes by its format: a
 * format that was ever kept is hashed for ever as it was then, whatever becomes of the rules that led to it.
 */
export const readSheetText = ({ head, parts }: SheetText): Promise<ScoredResult> =>
  isOfDecree(head) ? resultOfDecree(head, parts) : Promise.resolve(resultOfUnits(head));
