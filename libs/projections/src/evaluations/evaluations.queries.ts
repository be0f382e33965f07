import { Conditions } from '../query/conditions';
import { readRows, type ReadRow } from '../query/read-rows';
import type { Reader } from '../query/reader';
import { evaluations, type EvaluationRow } from './evaluations.projection';

/** A cycle; `key` is the evaluation id. */
export type Evaluation = ReadRow<EvaluationRow>;

/** Cycles of one year, or of all, the latest year first. */
export const listEvaluations = (
  reader: Reader,
  year: number | null = null,
): Promise<readonly Evaluation[]> =>
  readRows(
    reader,
    evaluations,
    new Conditions().add(year, (p) => `t.year = ${p}`),
    {
      by: 't.year desc, t.key',
    },
  );

/** Null when there is no such cycle. */
export async function getEvaluation(reader: Reader, id: string): Promise<Evaluation | null> {
  const conditions = new Conditions().add(id, (p) => `t.key = ${p}`);
  return (await readRows(reader, evaluations, conditions))[0] ?? null;
}
