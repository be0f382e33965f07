import { counted, section } from '../frame/findings';
import { isUnitAsked, type QuestionOfFacts } from '../frame/question';
import { carriedWithin, COUNT_COLUMNS, countsOf } from './results-within';
import { POST_EVENTS, timesAsHead } from './time-in-post';

export const unitUnderHead: QuestionOfFacts = {
  number: 18,
  name: 'unit-under-head',
  vi: 'Trong thời gian một người đứng đầu, đơn vị đạt kết quả gì?',
  en: 'What did a unit achieve while a given person was its head?',
  takes: ['plan', 'unit', 'person'],
  reads: [],
  readsElsewhere: POST_EVENTS,
  answer: (facts) => {
    const { request } = facts;
    const rows = timesAsHead(facts)
      .filter(({ unitId }) => isUnitAsked(request, unitId))
      .filter(({ personId }) => request.personId === null || request.personId === personId)
      .map((time) => {
        const counts = countsOf(carriedWithin(time.unitId, time, facts));
        return {
          ...time,
          ...counts,
          eventIds: [...new Set([...time.eventIds, ...counts.eventIds])],
        };
      });
    return {
      figures: [
        counted('times', { vi: 'Thời gian đứng đầu', en: 'Times as head' }, rows),
        counted(
          'unitsWithChange',
          { vi: 'Lần có đổi người đứng đầu', en: 'Times at a unit with more than one head' },
          rows.filter(({ unitId }) => rows.filter((each) => each.unitId === unitId).length > 1),
        ),
      ],
      sections: [
        section(
          'heads',
          { vi: 'Kết quả theo người đứng đầu', en: 'Results under each head' },
          [
            { field: 'personId', kind: 'person', vi: 'Người đứng đầu', en: 'Head' },
            { field: 'unitId', kind: 'unit', vi: 'Đơn vị', en: 'Unit' },
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
