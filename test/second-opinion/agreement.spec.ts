import { readDecreeRuleSet, factsSchema, scoreFacts, type Facts } from '@thidua/scoring';
import { secondOpinion, type Options, type Opinion } from './decree';
import { Dice, samplePerson, type SamplePerson, type SampleRequest } from './sample';

/** A part of the people in every run of the tests; `SECOND_OPINION_PEOPLE=10000` for the whole comparison. */
const PEOPLE = Number(process.env['SECOND_OPINION_PEOPLE'] ?? 2_000);
const GROUP_SIZE = 50;

const rulesOf = ({ cap, base }: Options, by: SampleRequest['by']) =>
  readDecreeRuleSet({
    extends: 'ND335',
    id: 'ND335.sct',
    version: 2,
    approver: 'gd',
    parameters: { period: { value: by }, cap: { value: cap }, quotaBase: { value: base } },
  });

const groupOf = (dice: Dice, { groupId, by }: Omit<SampleRequest, 'id'>): readonly SamplePerson[] =>
  Array.from({ length: GROUP_SIZE }, (_each, index) =>
    samplePerson(dice, { id: `${groupId}.${index}`, groupId, by }),
  );

const factsOf = (groupId: string, people: readonly SamplePerson[]): Facts =>
  factsSchema.parse({
    format: 'thidua-facts/1',
    year: 2026,
    agencyId: 'sct',
    groups: [{ id: groupId }],
    people,
  });

const OPTIONS: readonly Options[] = (['TOTAL_70', 'EACH_100'] as const).flatMap((cap) =>
  (['LITERAL', 'HTT_OR_ABOVE'] as const).map((base) => ({ cap, base })),
);

describe('a second implementation of the decree', () => {
  it(`gives ${PEOPLE} made-up people the same exact points and the same classes`, () => {
    const dice = new Dice(335_2025);
    const seen = new Map<string, number>();
    for (let group = 0; group < PEOPLE / GROUP_SIZE; group += 1) {
      const options = OPTIONS[group % OPTIONS.length]!;
      const groupId = `nhom-${group}`;
      // Most by quarter, which is a third of the work.
      const by = group % 20 === 0 ? 'MONTH' : 'QUARTER';
      const people = groupOf(dice, { groupId, by });
      const facts = factsOf(groupId, people);
      const sheet = scoreFacts(facts, rulesOf(options, by), 'FIGURES');
      const opinions = secondOpinion(people, options);
      const found = new Map<string, Opinion>(
        sheet.people.map(({ personId, status, year, class: rated }) => [
          personId,
          { status: status as Opinion['status'], year: year?.exact ?? null, class: rated },
        ]),
      );
      expect(found).toEqual(opinions);
      for (const { status, class: rated } of opinions.values()) {
        const key = rated ?? status;
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
    }
    // The sample is worth nothing unless it reaches every outcome.
    expect([...seen.keys()].sort()).toEqual([
      'HT',
      'HTT',
      'HTXS',
      'INSUFFICIENT_DATA',
      'KHT',
      'NEEDS_AUTHORITY',
    ]);
  });
});
