import { idsOf, section, summed } from '../frame/findings';
import { filesAsked, type QuestionOfFacts, type TaskFile } from '../frame/question';
import { TASK_COLUMNS, taskOf, unitsLeading } from '../frame/task-rows';
import { pick } from '../frame/told';

/**
 * The days late of one task by who or what they are owed to. Days of waiting for a higher authority come first; of the
 * rest, those of a task all of whose delays have a confirmed objective cause are nobody's fault, the others the unit's.
 */
function splitOf({ outcome, told }: TaskFile) {
  const { daysLate, daysLateWaiting, eventIds } = outcome.byDateInForce;
  const [days, waiting] = [daysLate ?? 0, daysLateWaiting ?? 0];
  const isExcused =
    outcome.lateOccurrences.length > 0 &&
    outcome.lateOccurrences.every(({ excusedBy }) => excusedBy !== null);
  const causes = pick(told, 'DelayCauseConfirmed');
  return {
    ...taskOf(outcome),
    unitIds: unitsLeading(outcome),
    days,
    waiting,
    confirmed: isExcused ? days - waiting : 0,
    unit: isExcused ? 0 : days - waiting,
    causes: causes.map(({ data }) => data.cause),
    eventIds: idsOf([
      { eventIds },
      ...outcome.authorityWaits,
      ...causes.map(({ eventId }) => ({ eventIds: [eventId] })),
    ]),
  };
}

export const daysLateByCause: QuestionOfFacts = {
  number: 13,
  name: 'days-late-by-cause',
  vi: 'Trong số ngày trễ, bao nhiêu là chờ cấp có thẩm quyền, bao nhiêu có nguyên nhân khách quan đã xác nhận, bao nhiêu thuộc về đơn vị?',
  en: 'Of the days late, how many were spent waiting for an authority, how many have a confirmed objective cause, how many are the unit’s?',
  takes: ['plan', 'unit', 'task'],
  reads: ['DelayCauseConfirmed'],
  answer: (facts) => {
    const late = filesAsked(facts)
      .map(splitOf)
      .filter(({ days }) => days > 0);
    return {
      figures: [
        summed('days', { vi: 'Tổng số ngày trễ', en: 'Days late' }, late, ({ days }) => days),
        summed(
          'waiting',
          { vi: 'Chờ cấp có thẩm quyền', en: 'Waiting for an authority' },
          late,
          ({ waiting }) => waiting,
        ),
        summed(
          'confirmed',
          { vi: 'Nguyên nhân khách quan đã xác nhận', en: 'Confirmed objective cause' },
          late,
          ({ confirmed }) => confirmed,
        ),
        summed('unit', { vi: 'Thuộc về đơn vị', en: 'The unit’s own' }, late, ({ unit }) => unit),
      ],
      sections: [
        section(
          'tasks',
          { vi: 'Nhiệm vụ trễ', en: 'Late tasks' },
          [
            ...TASK_COLUMNS,
            { field: 'unitIds', kind: 'unit', vi: 'Chủ trì', en: 'Led by' },
            { field: 'days', kind: 'number', vi: 'Ngày trễ', en: 'Days late' },
            { field: 'waiting', kind: 'number', vi: 'Chờ cấp trên', en: 'Waiting' },
            { field: 'confirmed', kind: 'number', vi: 'Khách quan', en: 'Objective' },
            { field: 'unit', kind: 'number', vi: 'Đơn vị', en: 'Unit' },
            { field: 'causes', kind: 'text', vi: 'Nguyên nhân xác nhận', en: 'Confirmed cause' },
          ],
          late,
        ),
      ],
    };
  },
};
