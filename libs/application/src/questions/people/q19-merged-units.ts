import { addDays, localDate } from '@thidua/kernel';
import { counted, section } from '../frame/findings';
import { isUnitAsked, type Facts, type QuestionOfFacts } from '../frame/question';
import { pick, type Told } from '../frame/told';
import { carriedWithin, COUNT_COLUMNS, countsOf } from './results-within';

type Ending = Told<'UnitEnded'>;

const yearBegins = ({ request }: Facts) => localDate(`${request.year}-01-01`);

/** What a unit that ended had brought to an end itself; its open work went on with the successor. */
function before(ending: Ending, unitId: string, facts: Facts) {
  const { unitId: formerUnitId, endedOn } = ending.data;
  const span = { fromOn: yearBegins(facts), untilOn: endedOn };
  const counts = countsOf(carriedWithin(formerUnitId, span, facts));
  const eventIds = [ending.eventId, ...counts.eventIds];
  return { unitId, formerUnitId, part: 'before', ...span, ...counts, eventIds };
}

/** What the successor did: on its own until the last merger, and with all it took over after it. */
function ownParts(unitId: string, endings: readonly Ending[], facts: Facts) {
  const mergedOn =
    endings
      .map(({ data }) => data.endedOn)
      .toSorted()
      .at(-1) ?? facts.request.asOf;
  const spans = [
    { part: 'before', fromOn: yearBegins(facts), untilOn: mergedOn },
    { part: 'after', fromOn: addDays(mergedOn, 1), untilOn: facts.request.asOf },
  ];
  return spans
    .filter(({ fromOn, untilOn }) => fromOn <= untilOn)
    .map((span) => {
      const counts = countsOf(carriedWithin(unitId, span, facts));
      const eventIds = [...endings.map(({ eventId }) => eventId), ...counts.eventIds];
      return { unitId, formerUnitId: unitId, ...span, ...counts, eventIds };
    });
}

export const mergedUnits: QuestionOfFacts = {
  number: 19,
  name: 'merged-units',
  vi: 'Kết quả của đơn vị mới gồm phần nào của các đơn vị cũ, trước và sau ngày sáp nhập?',
  en: 'Which results of former units make up those of the merged unit, before and after the merger?',
  takes: ['plan', 'unit'],
  reads: [],
  readsElsewhere: ['UnitEnded'],
  answer: (facts) => {
    const endings = pick(facts.others, 'UnitEnded').filter(
      ({ data }) => data.endedOn >= yearBegins(facts) && data.endedOn <= facts.request.asOf,
    );
    const successors = [...new Set(endings.flatMap(({ data }) => data.successorUnitIds))]
      .filter((unitId) => isUnitAsked(facts.request, unitId))
      .sort();
    const rows = successors.flatMap((unitId) => {
      const own = endings.filter(({ data }) => data.successorUnitIds.includes(unitId));
      return [
        ...own.map((ending) => before(ending, unitId, facts)),
        ...ownParts(unitId, own, facts),
      ];
    });
    const joined = endings.filter(({ data }) =>
      data.successorUnitIds.some((unitId) => successors.includes(unitId)),
    );
    return {
      figures: [
        counted(
          'formerUnits',
          { vi: 'Đơn vị cũ đã nhập', en: 'Former units' },
          joined.map(({ eventId }) => ({ eventIds: [eventId] })),
        ),
      ],
      sections: [
        section(
          'parts',
          { vi: 'Các phần kết quả', en: 'Parts of the result' },
          [
            { field: 'unitId', kind: 'unit', vi: 'Đơn vị mới', en: 'Merged unit' },
            { field: 'formerUnitId', kind: 'unit', vi: 'Phần của', en: 'Part of' },
            {
              field: 'part',
              kind: 'text',
              vi: 'Giai đoạn',
              en: 'Part',
              values: { before: 'trước sáp nhập', after: 'sau sáp nhập' },
            },
            { field: 'fromOn', kind: 'day', vi: 'Từ ngày', en: 'From' },
            { field: 'untilOn', kind: 'day', vi: 'Đến ngày', en: 'Until' },
            ...COUNT_COLUMNS,
          ],
          rows,
        ),
      ],
    };
  },
};
