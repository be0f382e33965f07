import { endOfDay, type LocalDate } from '@thidua/kernel';
import { counted, section } from '../frame/findings';
import { filesAsked, type Facts, type QuestionOfFacts, type TaskFile } from '../frame/question';
import { TASK_COLUMNS, taskOf } from '../frame/task-rows';
import { pick, type Told } from '../frame/told';
import { eventWords } from '../frame/event-words';
import { FACT_EVENTS } from '../frame/fact-events';

/** When the year was closed: its freezing, or the end of the day asked about while nothing is frozen. */
interface Closing {
  readonly isAfter: (event: Told) => boolean;
  /** Last day of what was closed. */
  readonly asOf: LocalDate;
  readonly evaluationId: string | null;
  readonly eventIds: readonly string[];
}

function closingOf({ others, request }: Facts): Closing {
  const opened = pick(others, 'EvaluationOpened').filter(({ data }) => data.year === request.year);
  const ids = opened.map(({ data }) => data.evaluationId);
  const frozen = pick(others, 'EvaluationFrozen').findLast(({ data }) =>
    ids.includes(data.evaluationId),
  );
  if (frozen === undefined) {
    const end = endOfDay(request.asOf);
    return {
      isAfter: ({ recordedAt }) => recordedAt > end,
      asOf: request.asOf,
      evaluationId: null,
      eventIds: [],
    };
  }
  const at = BigInt(frozen.data.position);
  return {
    isAfter: ({ position }) => position > at,
    asOf: frozen.data.asOf,
    evaluationId: frozen.data.evaluationId,
    eventIds: [frozen.eventId],
  };
}

/** Whoever agreed beside the one who typed: the second person of a correction, the one a deputy acts for. */
const agreedBy = (event: Told): string | null =>
  event.type === 'TaskCorrected' || event.type === 'ScoreAdjusted'
    ? event.data.agreedBy
    : event.onBehalfOf;

function whatOf(event: Told): string {
  if (event.type === 'TaskCorrected') {
    const { field, was, now, reason } = event.data;
    return `${field}: ${was ?? '–'} → ${now ?? '–'}; ${reason}`;
  }
  if (event.type === 'ScoreAdjusted') {
    const { unitId, line, points, reason } = event.data;
    return `${unitId} ${line}: ${points}; ${reason}`;
  }
  return 'reason' in event.data ? event.data.reason : '';
}

const rowOf = (event: Told, task: Pick<TaskFile, 'outcome'> | null) => ({
  ...(task === null ? { taskId: '', no: '', title: '' } : taskOf(task.outcome)),
  recordedAt: event.recordedAt,
  position: event.position.toString(),
  actorId: event.actorId,
  event: eventWords(event.type),
  on: event.on,
  what: whatOf(event),
  agreedBy: agreedBy(event),
  eventIds: [event.eventId],
});

export const changesAfterClosing: QuestionOfFacts = {
  number: 23,
  name: 'changes-after-closing',
  vi: 'Sau khi chốt, ai đã sửa số liệu của kỳ: lúc nào, sửa gì và ai đồng ý?',
  en: 'Who changed the closed period’s facts after the closing: when, what, and with whose agreement?',
  takes: ['plan', 'unit', 'task'],
  reads: FACT_EVENTS,
  readsElsewhere: ['EvaluationOpened', 'EvaluationFrozen', 'ScoreAdjusted'],
  answer: (facts) => {
    const closing = closingOf(facts);
    const ofTasks = filesAsked(facts).flatMap((file) =>
      file.told
        .filter((event) => closing.isAfter(event))
        .filter((event) => event.on <= closing.asOf || event.type === 'TaskCorrected')
        .map((event) => rowOf(event, file)),
    );
    const adjusted = pick(facts.others, 'ScoreAdjusted')
      .filter(({ data }) => data.evaluationId === closing.evaluationId)
      .map((event) => rowOf(event, null));
    const rows = [...ofTasks, ...adjusted].toSorted((a, b) =>
      BigInt(a.position) < BigInt(b.position) ? -1 : 1,
    );
    return {
      figures: [
        counted('changes', { vi: 'Thay đổi sau khi chốt', en: 'Changes after the closing' }, rows),
        counted(
          'withoutSecondPerson',
          { vi: 'Không có người thứ hai đồng ý', en: 'Without a second person' },
          rows.filter((row) => row.agreedBy === null),
        ),
        {
          name: 'closedAsOf',
          vi: 'Số liệu chốt đến ngày',
          en: 'Closed as of',
          value: closing.asOf,
          eventIds: closing.eventIds,
        },
      ],
      sections: [
        section(
          'changes',
          { vi: 'Từng thay đổi', en: 'Each change' },
          [
            { field: 'recordedAt', kind: 'time', vi: 'Ghi lúc', en: 'Recorded at' },
            { field: 'actorId', kind: 'person', vi: 'Người ghi', en: 'Recorded by' },
            { field: 'event', kind: 'text', vi: 'Việc', en: 'What' },
            ...TASK_COLUMNS,
            { field: 'on', kind: 'day', vi: 'Của ngày', en: 'Of day' },
            { field: 'what', kind: 'text', vi: 'Nội dung', en: 'Content' },
            { field: 'agreedBy', kind: 'person', vi: 'Người đồng ý', en: 'Agreed by' },
          ],
          rows,
        ),
      ],
    };
  },
};
