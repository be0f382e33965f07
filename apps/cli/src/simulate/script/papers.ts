import type { DocumentReference, Evidence, LocalDate } from '@thidua/kernel';
import type { SeededRandom } from '../chance/seeded-random';

/** A document of the unit with a drawn number, e.g. `214/BC-QLTM`. */
export const paper = (
  random: SeededRandom,
  kind: string,
  { unitId, on }: { readonly unitId: string; readonly on: LocalDate },
): DocumentReference => ({
  number: `${random.between(11, 980)}/${kind}-${unitId.toUpperCase()}`,
  date: on,
  issuer: null,
  title: null,
});

/** The document as proof. */
export const proof = (document: DocumentReference): Evidence => ({
  document,
  url: null,
  fileSha256: null,
  note: null,
});
