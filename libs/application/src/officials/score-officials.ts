import { ListDigest, canonicalJson, digestOf, sha256 } from '@thidua/evidence';
import { invariant, type Rational } from '@thidua/kernel';
import {
  PeopleInPages,
  type DecreeRuleSet,
  type DecreeSheet,
  type PersonScore,
  type QuotaMember,
  type RatedFacts,
} from '@thidua/scoring';
import type { ApplicationParts } from '../application-parts';
import { LineSpool } from './line-spool';
import { openOfficialsYear, type OfficialsRequest } from './official-pages';

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
  for (let from = 0; from < personIds.length; from += PAGE_SIZE) {
    const page = await year.factsOf(personIds.slice(from, from + PAGE_SIZE));
    const rated = people.rate(page);
    for (const { facts } of rated) factsDigest.add(facts);
    standings.push(...rated.map(standingOf));
    await spool.add(rated.map(({ score }) => canonicalJson(score)));
    onProgress?.({ done: Math.min(from + PAGE_SIZE, personIds.length), of: personIds.length });
  }
  await spool.seal();
  return { standings, factsHash: factsDigest.digest(), people };
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
  const spool = await LineSpool.open();
  try {
    const { standings: before, factsHash, people } = await rateAll(parts, run, spool);
    const settled = people.settle(before);
    const final = (line: string, { class: rated, total }: OfficialStanding): string =>
      settled.isCandidate({ class: rated })
        ? canonicalJson(settled.afterQuota(JSON.parse(line) as PersonScore, total))
        : line;
    const linesWith = async function* (): AsyncGenerator<readonly [string, OfficialStanding]> {
      let index = 0;
      for await (const line of spool.lines()) {
        const standing = before[index];
        invariant(standing, 'every line has a standing');
        yield [final(line, standing), standing];
        index += 1;
      }
    };
    const [hashes, standings]: [string[], OfficialStanding[]] = [[], []];
    for await (const [line, standing] of linesWith()) {
      hashes.push(sha256(line));
      standings.push(settledStanding(line, standing, settled.isCandidate(standing)));
    }
    return {
      sheet: settled.close(factsHash, hashes, digestOf),
      standings,
      parts: async function* () {
        for await (const [line] of linesWith()) yield line;
      },
      close: () => spool.close(),
    };
  } catch (error) {
    await spool.close();
    throw error;
  }
}

function settledStanding(
  line: string,
  before: OfficialStanding & { readonly total: Rational | null },
  mayDiffer: boolean,
): OfficialStanding {
  if (!mayDiffer) return before;
  const { status, class: rated } = JSON.parse(line) as PersonScore;
  return { ...before, status, class: rated };
}
