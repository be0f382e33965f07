import { daysBetween } from '@thidua/kernel';
import { counted, section } from '../frame/findings';
import { filesAsked, type QuestionOfFacts, type TaskFile } from '../frame/question';
import { citation, TASK_COLUMNS, taskOf } from '../frame/task-rows';
import { pick } from '../frame/told';

function rowOf({ outcome, told }: TaskFile) {
  const submitted = pick(told, 'SubmittedUpward').at(-1);
  const issued = pick(told, 'IssuedByAuthority').at(-1);
  const bearing = [submitted, issued].flatMap((each) => (each === undefined ? [] : [each.eventId]));
  return {
    ...taskOf(outcome),
    submittedOn: submitted?.on ?? null,
    submittedBy: submitted === undefined ? null : citation(submitted.data.document),
    issuedOn: issued?.on ?? null,
    issuedAs: issued === undefined ? null : citation(issued.data.document),
    daysToIssue:
      submitted === undefined || issued === undefined ? null : daysBetween(submitted.on, issued.on),
    // Where nothing was submitted, the assignment is what shows that something was owed.
    eventIds: bearing.length === 0 ? [outcome.assignedEventId] : bearing,
  };
}

export const submittedAndIssued: QuestionOfFacts = {
  number: 4,
  name: 'submitted-and-issued',
  vi: 'Từng văn bản tham mưu: Sở trình ngày nào, cấp có thẩm quyền ban hành ngày nào?',
  en: 'For each text prepared for a higher authority: on which day was it submitted, on which day issued?',
  takes: ['plan', 'unit', 'task'],
  reads: ['SubmittedUpward', 'IssuedByAuthority'],
  answer: (facts) => {
    const rows = filesAsked(facts)
      .map(rowOf)
      .filter(
        ({ submittedOn, issuedOn }) =>
          facts.request.task !== null || submittedOn !== null || issuedOn !== null,
      );
    return {
      figures: [
        counted(
          'submitted',
          { vi: 'Đã trình', en: 'Submitted' },
          rows.filter(({ submittedOn }) => submittedOn !== null),
        ),
        counted(
          'issued',
          { vi: 'Đã ban hành', en: 'Issued' },
          rows.filter(({ issuedOn }) => issuedOn !== null),
        ),
        counted(
          'pending',
          { vi: 'Đã trình, chưa ban hành', en: 'Submitted, not issued yet' },
          rows.filter(({ submittedOn, issuedOn }) => submittedOn !== null && issuedOn === null),
        ),
      ],
      sections: [
        section(
          'texts',
          { vi: 'Trình và ban hành', en: 'Submission and issue' },
          [
            ...TASK_COLUMNS,
            { field: 'submittedOn', kind: 'day', vi: 'Sở trình', en: 'Submitted' },
            { field: 'submittedBy', kind: 'text', vi: 'Văn bản trình', en: 'Submission' },
            { field: 'issuedOn', kind: 'day', vi: 'Ban hành', en: 'Issued' },
            { field: 'issuedAs', kind: 'text', vi: 'Văn bản ban hành', en: 'Issued as' },
            { field: 'daysToIssue', kind: 'number', vi: 'Số ngày', en: 'Days' },
          ],
          rows,
        ),
      ],
    };
  },
};
