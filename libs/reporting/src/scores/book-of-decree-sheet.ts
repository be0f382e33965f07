import {
  CLASS_TITLES,
  type DecreeSheet,
  type PersonScore,
  type RatedClass,
  type RatingStatus,
} from '@thidua/scoring';
import type { BookEntry, ResultBook, ResultNames } from './result-book';

const STANDINGS: Readonly<Record<RatingStatus, string>> = {
  CLASSED: '',
  NO_CLASS: 'không xếp loại',
  INSUFFICIENT_DATA: 'thiếu dữ liệu',
  NEEDS_AUTHORITY: 'cần cấp có thẩm quyền quyết định',
};

const classText = (rated: RatedClass | null): string | null =>
  rated === null ? null : CLASS_TITLES[rated].vi;

type Rated = Pick<
  PersonScore,
  'groupId' | 'status' | 'band' | 'class' | 'reasons' | 'waterfall'
> & { readonly subjectId: string; readonly points: PersonScore['year'] };

/** The sheet of a decree as a book: people under the rules for officials, units under those for organisations. */
export function bookOfDecreeSheet(sheet: DecreeSheet, names: ResultNames): ResultBook {
  const { year, ruleSet, sheetHash, people, units, groups } = sheet;
  const ranks = new Map(
    groups.flatMap(({ ranking }) => ranking.map(({ id, rank }) => [id, rank] as const)),
  );
  const entryOf = (rated: Rated, name: string, unitName: string): BookEntry => ({
    subjectId: rated.subjectId,
    name,
    unitName,
    groupId: rated.groupId,
    rank: ranks.get(rated.subjectId) ?? null,
    points: rated.points,
    band: classText(rated.band),
    class: classText(rated.class),
    standing: STANDINGS[rated.status],
    reasons: rated.reasons,
    steps: rated.waterfall,
    notes: names.notes(rated.subjectId),
  });
  return {
    format: 'thidua-result/1',
    year,
    subject: ruleSet.subject === 'ORGANISATIONS' ? 'UNITS' : 'PEOPLE',
    ruleSet: {
      id: ruleSet.id,
      version: ruleSet.version,
      title: ruleSet.title.vi,
      hash: ruleSet.hash,
      isProposal: ruleSet.status === 'proposal',
    },
    sheetHash,
    position: null,
    groups: groups.map(({ groupId, cutLine, article }) => ({
      id: groupId,
      title: names.group(groupId),
      cutLine: cutLine.words.vi,
      article,
    })),
    entries: [
      ...people.map((person) =>
        entryOf(
          { ...person, subjectId: person.personId, points: person.year },
          names.person(person.personId),
          names.unit(person.unitId),
        ),
      ),
      ...units.map((unit) =>
        entryOf(
          { ...unit, subjectId: unit.unitId, points: unit.total },
          names.unit(unit.unitId),
          '',
        ),
      ),
    ],
  };
}
