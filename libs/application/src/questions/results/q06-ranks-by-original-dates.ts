import { counted, idsOf, section } from '../frame/findings';
import {
  filesAsked,
  isUnitAsked,
  type Facts,
  type QuestionOfFacts,
  type TaskFile,
} from '../frame/question';
import { BUCKET_VALUES, TASK_COLUMNS, taskOf } from '../frame/task-rows';
import { pick } from '../frame/told';
import { countsText, ranksBy, type UnitRank } from './ranks';

const changeOf = (inForce: UnitRank, original: UnitRank | undefined) => ({
  unitId: inForce.unitId,
  group: inForce.group,
  rankInForce: inForce.rank,
  rankOriginal: original?.rank ?? null,
  isChanged: inForce.rank !== (original?.rank ?? null),
  rateInForce: countsText(inForce.rate),
  rateOriginal: original === undefined ? '' : countsText(original.rate),
  eventIds: idsOf([
    inForce.kpi.byDateInForce.total,
    ...(original === undefined ? [] : [original.kpi.byOriginalDate.total]),
  ]),
});

function movedTask({ outcome, told }: TaskFile) {
  const { byOriginalDate, byDateInForce } = outcome;
  const moves = pick(told, 'DeadlineExtended', 'TaskAmended');
  return {
    ...taskOf(outcome),
    original: byOriginalDate.bucket,
    inForce: byDateInForce.bucket,
    dueOriginal: byOriginalDate.dueOn,
    dueInForce: byDateInForce.dueOn,
    eventIds: idsOf([
      byOriginalDate,
      byDateInForce,
      ...moves.map(({ eventId }) => ({ eventIds: [eventId] })),
    ]),
  };
}

function changesOf(facts: Facts) {
  const original = new Map(ranksBy('byOriginalDate', facts).map((rank) => [rank.unitId, rank]));
  return ranksBy('byDateInForce', facts).map((rank) => changeOf(rank, original.get(rank.unitId)));
}

export const ranksByOriginalDates: QuestionOfFacts = {
  number: 6,
  name: 'ranks-by-original-dates',
  vi: 'Thứ hạng các đơn vị đổi ra sao nếu bỏ mọi lần gia hạn, chỉ tính hạn được giao lúc đầu?',
  en: 'How do the ranks change when every extension is left out and only the first due date counts?',
  takes: ['plan', 'unit'],
  reads: ['DeadlineExtended', 'TaskAmended'],
  answer: (facts) => {
    const changes = changesOf(facts);
    const moved = filesAsked(facts)
      .filter(({ outcome }) => outcome.byOriginalDate.bucket !== outcome.byDateInForce.bucket)
      .map(movedTask);
    return {
      figures: [
        counted(
          'changedRanks',
          { vi: 'Đơn vị đổi hạng', en: 'Units whose rank changes' },
          changes.filter(({ isChanged }) => isChanged),
        ),
        counted(
          'movedTasks',
          { vi: 'Nhiệm vụ đổi kết quả', en: 'Tasks whose outcome changes' },
          moved,
        ),
      ],
      sections: [
        section(
          'units',
          { vi: 'Hạng theo hai cách tính', en: 'Ranks both ways' },
          [
            { field: 'unitId', kind: 'unit', vi: 'Đơn vị', en: 'Unit' },
            { field: 'group', kind: 'text', vi: 'Nhóm', en: 'Group' },
            { field: 'rankInForce', kind: 'number', vi: 'Hạng hiện tính', en: 'Rank now' },
            { field: 'rankOriginal', kind: 'number', vi: 'Hạng theo hạn đầu', en: 'Rank by first' },
            { field: 'rateInForce', kind: 'text', vi: 'Đúng hạn hiện tính', en: 'On time now' },
            { field: 'rateOriginal', kind: 'text', vi: 'Theo hạn đầu', en: 'By first dates' },
            { field: 'isChanged', kind: 'flag', vi: 'Có đổi', en: 'Changed' },
          ],
          changes.filter(({ unitId }) => isUnitAsked(facts.request, unitId)),
        ),
        section(
          'tasks',
          { vi: 'Nhiệm vụ tạo ra khác biệt', en: 'Tasks that make the difference' },
          [
            ...TASK_COLUMNS,
            { field: 'dueOriginal', kind: 'day', vi: 'Hạn đầu', en: 'First due' },
            { field: 'dueInForce', kind: 'day', vi: 'Hạn hiện tại', en: 'Due now' },
            {
              field: 'original',
              kind: 'text',
              vi: 'Theo hạn đầu',
              en: 'By first date',
              values: BUCKET_VALUES,
            },
            { field: 'inForce', kind: 'text', vi: 'Hiện tính', en: 'Now', values: BUCKET_VALUES },
          ],
          moved,
        ),
      ],
    };
  },
};
