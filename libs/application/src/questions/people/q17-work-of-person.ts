import { counted, section } from '../frame/findings';
import type { QuestionOfFacts, TaskFile } from '../frame/question';
import { BUCKET_VALUES, TASK_COLUMNS, taskOf } from '../frame/task-rows';
import { pick, type Told } from '../frame/told';

type Given = Told<'PersonAssigned' | 'TaskHandedOver'>;

const receiverOf = (event: Given): string | null =>
  event.type === 'PersonAssigned' ? event.data.personId : event.data.to.personId;

/** What a person was given on one task, from whom, and what became of it. */
function workOf(personId: string, { outcome, told }: TaskFile) {
  const given = pick(told, 'PersonAssigned', 'TaskHandedOver').filter(
    (event) => receiverOf(event) === personId,
  );
  const first = given[0];
  if (first === undefined) return [];
  const inherited = pick(given, 'TaskHandedOver')[0];
  const passedOn = pick(told, 'TaskHandedOver').findLast(
    ({ data }) => data.from.personId === personId,
  );
  const parts = pick(given, 'PersonAssigned').flatMap(({ data }) =>
    data.subtaskId === null ? [] : [data.subtaskId],
  );
  const finished = pick(told, 'SubtaskFinished').filter(({ data }) =>
    parts.includes(data.subtaskId),
  );
  return [
    {
      ...taskOf(outcome),
      givenOn: first.on,
      how: inherited === undefined ? 'assigned' : 'inherited',
      fromPersonId: inherited?.data.from.personId ?? null,
      what: pick(given, 'PersonAssigned').flatMap(({ data }) => data.what ?? []),
      partsGiven: parts.length,
      partsFinished: new Set(finished.map(({ data }) => data.subtaskId)).size,
      passedOnOn: passedOn?.on ?? null,
      passedToId: passedOn?.data.to.personId ?? null,
      bucket: outcome.byDateInForce.bucket,
      completedOn: outcome.completedOn,
      eventIds: [
        ...new Set([
          ...given.map(({ eventId }) => eventId),
          ...finished.map(({ eventId }) => eventId),
          ...(passedOn === undefined ? [] : [passedOn.eventId]),
          ...outcome.byDateInForce.eventIds,
        ]),
      ],
    },
  ];
}

export const workOfPerson: QuestionOfFacts = {
  number: 17,
  name: 'work-of-person',
  vi: 'Một người trong năm được giao những gì, từng việc ra sao, việc nào nhận lại từ người khác?',
  en: 'What was a person given in the year, what became of each task, and which were taken over from others?',
  takes: ['plan', 'person'],
  reads: ['PersonAssigned', 'SubtaskFinished', 'TaskHandedOver'],
  answer: ({ files, request }) => {
    const { personId } = request;
    const rows = personId === null ? [] : files.flatMap((file) => workOf(personId, file));
    return {
      figures: [
        counted('given', { vi: 'Việc được giao', en: 'Tasks given' }, rows),
        counted(
          'inherited',
          { vi: 'Nhận lại từ người khác', en: 'Taken over' },
          rows.filter(({ how }) => how === 'inherited'),
        ),
        counted(
          'done',
          { vi: 'Đã xong', en: 'Done' },
          rows.filter(({ completedOn }) => completedOn !== null),
        ),
      ],
      sections: [
        section(
          'tasks',
          { vi: 'Việc của người được hỏi', en: 'Tasks of the person' },
          [
            ...TASK_COLUMNS,
            { field: 'givenOn', kind: 'day', vi: 'Giao ngày', en: 'Given on' },
            {
              field: 'how',
              kind: 'text',
              vi: 'Cách giao',
              en: 'How',
              values: { assigned: 'được giao', inherited: 'nhận lại' },
            },
            { field: 'fromPersonId', kind: 'person', vi: 'Nhận từ', en: 'From' },
            { field: 'what', kind: 'text', vi: 'Phần việc', en: 'Part' },
            { field: 'partsFinished', kind: 'number', vi: 'Phần đã xong', en: 'Parts done' },
            { field: 'passedToId', kind: 'person', vi: 'Bàn giao cho', en: 'Passed to' },
            { field: 'bucket', kind: 'text', vi: 'Kết quả', en: 'Outcome', values: BUCKET_VALUES },
            { field: 'completedOn', kind: 'day', vi: 'Xong ngày', en: 'Done on' },
          ],
          rows,
        ),
      ],
    };
  },
};
