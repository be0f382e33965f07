import { counted, section } from '../frame/findings';
import { filesAsked, type Facts, type QuestionOfFacts, type TaskFile } from '../frame/question';
import { TASK_COLUMNS, taskOf } from '../frame/task-rows';
import { verificationOf } from './q03-completion-and-proof';

function rowsOf({ outcome, told }: TaskFile, office: readonly string[]) {
  const verified = verificationOf(told);
  if (verified === undefined) return [];
  return [
    {
      ...taskOf(outcome),
      completedOn: outcome.completedOn,
      verifierId: verified.actorId,
      verifierUnitId: verified.actorUnitId,
      role: verified.actorRole,
      onBehalfOf: verified.onBehalfOf,
      isByOffice: verified.actorUnitId !== null && office.includes(verified.actorUnitId),
      eventIds: [outcome.assignedEventId, verified.eventId],
    },
  ];
}

const isOffices = ({ outcome }: TaskFile, office: readonly string[]): boolean =>
  outcome.leads.some(({ unitId }) => office.includes(unitId));

export const whoVerifiedTheOffice: QuestionOfFacts = {
  number: 14,
  name: 'who-verified-the-office',
  vi: 'Những việc Văn phòng tự chủ trì do ai xác nhận hoàn thành?',
  en: 'Who verified the tasks that the Office leads itself?',
  takes: ['plan', 'task'],
  reads: ['TaskCompleted', 'OngoingClosed'],
  answer: (facts: Facts) => {
    const office = facts.directory.officeUnitIds(facts.request.asOf);
    const rows = filesAsked(facts)
      .filter((file) => file.outcome.isDone && isOffices(file, office))
      .flatMap((file) => rowsOf(file, office));
    return {
      figures: [
        counted('verified', { vi: 'Việc của Văn phòng đã xác nhận', en: 'Verified' }, rows),
        counted(
          'byOffice',
          { vi: 'Do chính Văn phòng xác nhận', en: 'Verified by the Office itself' },
          rows.filter(({ isByOffice }) => isByOffice),
        ),
      ],
      sections: [
        section(
          'tasks',
          { vi: 'Việc của Văn phòng', en: 'Tasks of the Office' },
          [
            ...TASK_COLUMNS,
            { field: 'completedOn', kind: 'day', vi: 'Xong ngày', en: 'Done on' },
            { field: 'verifierId', kind: 'person', vi: 'Người xác nhận', en: 'Verified by' },
            { field: 'verifierUnitId', kind: 'unit', vi: 'Đơn vị', en: 'Unit' },
            { field: 'role', kind: 'text', vi: 'Vai trò', en: 'Role' },
            { field: 'onBehalfOf', kind: 'person', vi: 'Thay cho', en: 'On behalf of' },
            { field: 'isByOffice', kind: 'flag', vi: 'Là người Văn phòng', en: 'Of the Office' },
          ],
          rows,
        ),
      ],
    };
  },
};
