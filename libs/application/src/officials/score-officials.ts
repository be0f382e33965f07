import { ListDigest, canonicalJson, digestOf, sha256 } from '@thidua/evidence';
import { invariant } from '@thidua/kernel';
import {
  PeopleInPages,
  type DecreeRuleSet,
  type DecreeSheet,
  type PersonScore,
  type QuotaMember,
  type RatedFacts,
  type SettledYear,
} from '@thidua/scoring';
import type { ApplicationParts } from '../application-parts';
import { LineSpool } from './line-spool';
import { openOfficialsYear, type OfficialsRequest } from './official-pages';
import { pagesAhead } from './pages-ahead';

/** How many people are in memory at once. */
const PAGE_SIZE = 200;

type CivilServantRules = Extract<DecreeRuleSet, { subject: 'CIVIL_SERVANTS' }>;

/** Somebody's place in a finished sheet; small, so that it is kept for everybody. */
export interface OfficialStanding extends QuotaMember {
  readonly unitId: string;
}

/** A finished sheet of officials: small results at once, everybody's own part as a stream. */
export interface ScoredOfficials {
  /** The sheet without its people; its hashes are those of the whole. */
  readonly sheet: Omit<DecreeSheet, 'people'>;
  /** After the quota, in the order of the ids. */
  readonly standings: readonly OfficialStanding[];
  /** Every person's part in canonical JSON, in the order of the ids. */
  parts(): AsyncIterable<string>;
  /** Removes what the parts were kept in. */
  close(): Promise<void>;
}

/** Told after every page. */
export type OnProgress = (progress: { readonly done: number; readonly of: number }) => void;

export interface OfficialsRun extends OfficialsRequest {
  readonly rules: CivilServantRules;
  readonly onProgress?: OnProgress;
}

const standingOf = ({ score, total }: RatedFacts): OfficialStanding => ({
  id: score.personId,
  ...{ unitId: score.unitId, groupId: score.groupId, status: score.status, class: score.class },
  total,
});

interface Rated {
  readonly standings: OfficialStanding[];
  readonly factsHash: string;
  readonly people: PeopleInPages;
}

/** Reads, rates and lays down page after page; only standings stay in memory. */
async function rateAll(
  parts: ApplicationParts,
  { rules, onProgress, ...request }: OfficialsRun,
  spool: LineSpool,
): Promise<Rated> {
  const year = await openOfficialsYear(parts, request);
  const people = new PeopleInPages(year.agency, rules, 'FIGURES');
  const factsDigest = new ListDigest(people.emptyFacts, 'people');
  const standings: OfficialStanding[] = [];
  const { personIds } = year;
  let done = 0;
  for await (const page of pagesAhead(personIds, PAGE_SIZE, (ids) => year.factsOf(ids))) {
    const rated = people.rate(page);
    for (const { facts } of rated) factsDigest.add(facts);
    standings.push(...rated.map(standingOf));
    await spool.add(rated.map(({ score }) => canonicalJson(score)));
    done = Math.min(done + PAGE_SIZE, personIds.length);
    onProgress?.({ done, of: personIds.length });
  }
  await spool.seal();
  return { standings, factsHash: factsDigest.digest(), people };
}

interface Finished {
  readonly hashes: readonly string[];
  readonly standings: readonly OfficialStanding[];
}

/** Lays down everybody's part as it is after the quota, in the order it was rated. */
async function finishAll(
  { standings: before }: Rated,
  settled: SettledYear,
  [rated, final]: readonly [rated: LineSpool, final: LineSpool],
): Promise<Finished> {
  const [hashes, standings]: [string[], OfficialStanding[]] = [[], []];
  for await (const line of rated.lines()) {
    const standing = before[standings.length];
    invariant(standing, 'every line has a standing');
    const after = settled.isCandidate(standing)
      ? settled.afterQuota(JSON.parse(line) as PersonScore, standing.total)
      : null;
    const part = after === null ? line : canonicalJson(after);
    hashes.push(sha256(part));
    standings.push({ ...standing, ...(after && { status: after.status, class: after.class }) });
    await final.add([part]);
  }
  await final.seal();
  return { hashes, standings };
}

/**
 * The year of a department's officials from the log up to a position, however many they are: a page of people in memory,
 * everybody scored alone, then the quota over the small results. The same position and rules give the same hashes on any
 * machine, and the ones `decreeSheet` gives for the same facts held at once. Parts hold figures and classes; the steps to
 * them are told person by person, by `officialsFacts` and the scorer.
 * @throws CommandRejected POSITION_NOT_REACHED, FACTS_INVALID, RULE_SET_NOT_IN_FORCE.
 */
export async function scoreOfficials(
  parts: ApplicationParts,
  run: OfficialsRun,
): Promise<ScoredOfficials> {
  const spools = [await LineSpool.open(), await LineSpool.open()] as const;
  const [before, final] = spools;
  try {
    const rated = await rateAll(parts, run, before);
    const settled = rated.people.settle(rated.standings);
    const { hashes, standings } = await finishAll(rated, settled, spools);
    await before.close();
    return {
      sheet: settled.close(rated.factsHash, hashes, digestOf),
      standings,
      parts: () => final.lines(),
      close: () => final.close(),
    };
  } catch (error) {
    await Promise.all(spools.map((spool) => spool.close()));
    throw error;
  }
}
