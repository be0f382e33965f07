import type { WrittenFacts } from '@thidua/scoring';
import type { ApplicationParts } from '../application-parts';
import { openOfficialsYear, type OfficialsRequest } from './official-pages';

/** The facts of everybody at once, for papers and files of one department; a province is read page by page. */
export async function officialsFacts(
  parts: ApplicationParts,
  request: OfficialsRequest,
): Promise<WrittenFacts> {
  const { agency, personIds, factsOf } = await openOfficialsYear(parts, request);
  return { ...agency, people: [...(await factsOf(personIds))] };
}
