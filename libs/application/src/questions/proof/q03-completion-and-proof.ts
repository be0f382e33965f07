import { counted, section } from '../frame/findings';
import { filesAsked, type QuestionOfFacts, type TaskFile } from '../frame/question';
import { proofText, TASK_COLUMNS, taskOf } from '../frame/task-rows';
import { pick, type Told } from '../frame/told';

/** The verification in force: the last one, because a reopened task is verified anew. */
export const verificationOf = (
  told: readonly Told[],
): Told<'TaskCompleted' | 'OngoingClosed'> | undefined =>
  pick(told, 'TaskCompleted', 'OngoingClosed').at(-1);

function rowOf({ outcome, told }: TaskFile) {
  const verified = outcome.isDone ? verificationOf(told) : undefined;
  const proofs = pick(told, 'ProductHandedIn', 'ResultReported', 'MilestoneReached');
  return {
    ...taskOf(outcome),
    completedOn: outcome.completedOn,
    verifiedOn:
      verified === undefined
        ? null
        : verified.type === 'TaskCompleted'
          ? verified.data.verifiedOn
          : verified.data.closedOn,
    verifierId: verified?.actorId ?? null,
    onBehalfOf: verified?.onBehalfOf ?? null,
    documents: [...new Set(proofs.flatMap(({ data }) => data.evidence.map(proofText)))],
    eventIds: [
      ...new Set([
        ...outcome.byDateInForce.eventIds,
        ...proofs.map(({ eventId }) => eventId),
        ...(verified === undefined ? [] : [verified.eventId]),
      ]),
    ],
  };
}

export const completionAndProof: QuestionOfFacts = {
  number: 3,
  name: 'completion-and-proof',
  vi: 'Nhiệm vụ xong ngày nào, ai xác nhận và bằng văn bản nào?',
  en: 'On which day was the task done, who verified it and by which documents?',
  takes: ['plan', 'unit', 'task'],
  reads: [
    'ProductHandedIn',
    'ResultReported',
    'MilestoneReached',
    'TaskCompleted',
    'OngoingClosed',
  ],
  answer: (facts) => {
    const rows = filesAsked(facts)
      .filter(({ outcome }) => outcome.isDone || facts.request.task !== null)
      .map(rowOf);
    return {
      figures: [
        counted(
          'done',
          { vi: 'Đã xong', en: 'Done' },
          rows.filter(({ completedOn }) => completedOn !== null),
        ),
        counted(
          'withoutProof',
          { vi: 'Đã xong mà chưa có minh chứng', en: 'Done without proof' },
          rows.filter(
            ({ completedOn, documents }) => completedOn !== null && documents.length === 0,
          ),
        ),
      ],
      sections: [
        section(
          'tasks',
          { vi: 'Xác nhận và minh chứng', en: 'Verification and proof' },
          [
            ...TASK_COLUMNS,
            { field: 'completedOn', kind: 'day', vi: 'Xong ngày', en: 'Done on' },
            { field: 'verifiedOn', kind: 'day', vi: 'Xác nhận ngày', en: 'Verified on' },
            { field: 'verifierId', kind: 'person', vi: 'Người xác nhận', en: 'Verified by' },
            { field: 'onBehalfOf', kind: 'person', vi: 'Thay cho', en: 'On behalf of' },
            { field: 'documents', kind: 'text', vi: 'Minh chứng', en: 'Proof' },
          ],
          rows,
        ),
      ],
    };
  },
};
