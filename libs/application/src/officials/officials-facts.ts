import type { WrittenFacts } from '@thidua/scoring';
import type { ApplicationParts } from '../application-parts';
import { openOfficialsYear, type OfficialsRequest } from './official-pages';

/** The facts of everybody at once, for papers and files of one department; a province is read page by page. */
export async function officialsFacts(
  parts: ApplicationParts,
  request: OfficialsRequest,
): Promise<WrittenFacts> {
  const year = await openOfficialsYear(parts, request);
  return { ...year.agency, people: [...(await year.factsOf(year.personIds))] };
}
