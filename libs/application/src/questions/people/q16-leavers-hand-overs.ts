import { yearOf, type LocalDate } from '@thidua/kernel';
import { counted, section } from '../frame/findings';
import type { Facts, QuestionOfFacts, TaskFile } from '../frame/question';
import { BUCKET_VALUES, TASK_COLUMNS, taskOf } from '../frame/task-rows';
import { pick, type Told } from '../frame/told';

type Leaving = Told<'OfficialLeft'>;

/** How the person came to the task: by assignment, or by taking it over. */
const arrivalsOf = (personId: string, told: readonly Told[]) =>
  pick(told, 'PersonAssigned', 'TaskHandedOver').filter(
    ({ type, data }) => (type === 'PersonAssigned' ? data.personId : data.to.personId) === personId,
  );

/** What a leaver held on a task: handed over, or still theirs on the last day. */
function heldBy(leaving: Leaving, { outcome, told }: TaskFile) {
  const { personId, untilOn } = leaving.data;
  const given = pick(told, 'TaskHandedOver').findLast(
    ({ data }) => data.from.personId === personId,
  );
  const arrivals = arrivalsOf(personId, told);
  // What was finished while the person was here needed no hand-over.
  const isOwed = arrivals.length > 0 && !endedBy(outcome.completedOn, untilOn);
  if (given === undefined && !isOwed) return [];
  const events = [leaving, ...arrivals, ...(given === undefined ? [] : [given])];
  return [
    {
      personId,
      leftOn: untilOn,
      ...taskOf(outcome),
      ...handOverIn(given),
      now: outcome.byDateInForce.bucket,
      eventIds: events.map(({ eventId }) => eventId),
    },
  ];
}

const handOverIn = (given: Told<'TaskHandedOver'> | undefined) => ({
  handedOverOn: given?.on ?? null,
  toUnitId: given?.data.to.unitId ?? null,
  toPersonId: given?.data.to.personId ?? null,
  stateAtHandOver: given?.data.stateAtHandOver ?? null,
});

const endedBy = (completedOn: LocalDate | null, day: LocalDate): boolean =>
  completedOn !== null && completedOn <= day;

const leaversOf = ({ others, request }: Facts): readonly Leaving[] =>
  pick(others, 'OfficialLeft').filter(
    ({ data }) =>
      yearOf(data.untilOn) === request.year &&
      data.untilOn <= request.asOf &&
      (request.personId === null || data.personId === request.personId),
  );

export const leaversHandOvers: QuestionOfFacts = {
  number: 16,
  name: 'leavers-hand-overs',
  vi: 'Việc của những người nghỉ trong năm giao lại cho ai, ngày nào, ở trạng thái nào?',
  en: 'To whom, when and in which state was the work of those who left in the year handed over?',
  takes: ['plan', 'person'],
  reads: ['PersonAssigned', 'TaskHandedOver'],
  readsElsewhere: ['OfficialLeft'],
  answer: (facts) => {
    const leavers = leaversOf(facts);
    const rows = leavers.flatMap((leaver) => facts.files.flatMap((file) => heldBy(leaver, file)));
    return {
      figures: [
        counted(
          'leavers',
          { vi: 'Người nghỉ trong năm', en: 'People who left' },
          leavers.map(({ eventId }) => ({ eventIds: [eventId] })),
        ),
        counted(
          'handedOver',
          { vi: 'Việc đã bàn giao', en: 'Tasks handed over' },
          rows.filter(({ handedOverOn }) => handedOverOn !== null),
        ),
        counted(
          'notHandedOver',
          { vi: 'Việc chưa bàn giao', en: 'Tasks not handed over' },
          rows.filter(({ handedOverOn }) => handedOverOn === null),
        ),
      ],
      sections: [
        section(
          'tasks',
          { vi: 'Việc của người nghỉ', en: 'Tasks of the leavers' },
          [
            { field: 'personId', kind: 'person', vi: 'Người nghỉ', en: 'Left' },
            { field: 'leftOn', kind: 'day', vi: 'Ngày cuối', en: 'Last day' },
            ...TASK_COLUMNS,
            { field: 'handedOverOn', kind: 'day', vi: 'Bàn giao ngày', en: 'Handed over on' },
            { field: 'toPersonId', kind: 'person', vi: 'Cho', en: 'To' },
            { field: 'toUnitId', kind: 'unit', vi: 'Đơn vị nhận', en: 'To unit' },
            { field: 'stateAtHandOver', kind: 'text', vi: 'Lúc bàn giao', en: 'State then' },
            { field: 'now', kind: 'text', vi: 'Hiện nay', en: 'Now', values: BUCKET_VALUES },
          ],
          rows,
        ),
      ],
    };
  },
};
