import { section, taken } from '../frame/findings';
import { isUnitAsked, type QuestionOfFacts } from '../frame/question';
import { indicatorsOf } from './q01-outcome-count';
import { countsText, ranksBy, type UnitRank } from './ranks';

export const UNRANKED_VALUES = { noData: 'không có số liệu', belowMinimum: 'quá ít nhiệm vụ' };

const rowOf = ({ unitId, group, rank, rate, kpi, unranked }: UnitRank) => ({
  unitId,
  group,
  led: kpi.byDateInForce.total.count,
  doneOnTime: kpi.byDateInForce.buckets.doneOnTime.count,
  onTimeOfDue: countsText(rate),
  percent: rate.percent,
  rank,
  unranked,
  eventIds: kpi.byDateInForce.total.eventIds,
});

export const unitRanking: QuestionOfFacts = {
  number: 2,
  name: 'unit-ranking',
  vi: 'Mỗi đơn vị chủ trì mấy nhiệm vụ, tỷ lệ đúng hạn và thứ hạng trong nhóm là bao nhiêu?',
  en: 'How many tasks does each unit lead, at which on-time rate and which rank in its group?',
  takes: ['plan', 'unit'],
  reads: [],
  answer: (facts) => {
    const outcomes = facts.files.map(({ outcome }) => outcome);
    const { total, buckets } = indicatorsOf(outcomes, facts).byDateInForce;
    const ranks = ranksBy('byDateInForce', facts);
    return {
      figures: [
        taken('total', { vi: 'Nhiệm vụ của toàn cơ quan', en: 'Tasks of the department' }, total),
        taken('doneOnTime', { vi: 'Xong đúng hạn', en: 'Done on time' }, buckets.doneOnTime),
      ],
      sections: [
        section(
          'units',
          { vi: 'Từng đơn vị', en: 'Unit by unit' },
          [
            { field: 'unitId', kind: 'unit', vi: 'Đơn vị', en: 'Unit' },
            { field: 'group', kind: 'text', vi: 'Nhóm', en: 'Group' },
            { field: 'led', kind: 'number', vi: 'Chủ trì', en: 'Led' },
            { field: 'doneOnTime', kind: 'number', vi: 'Xong đúng hạn', en: 'Done on time' },
            {
              field: 'onTimeOfDue',
              kind: 'text',
              vi: 'Đúng hạn/đến hạn',
              en: 'On time of due',
            },
            { field: 'percent', kind: 'number', vi: '%', en: '%' },
            { field: 'rank', kind: 'number', vi: 'Hạng', en: 'Rank' },
            {
              field: 'unranked',
              kind: 'text',
              vi: 'Không xếp vì',
              en: 'Unranked because',
              values: UNRANKED_VALUES,
            },
          ],
          ranks.filter(({ unitId }) => isUnitAsked(facts.request, unitId)).map(rowOf),
        ),
      ],
    };
  },
};
