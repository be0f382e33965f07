import type { LocalDate } from '@thidua/kernel';
import type { TaskOutcome } from '@thidua/projections';
import { counted, section } from '../frame/findings';
import { filesAsked, isUnitAsked, type Facts, type QuestionOfFacts } from '../frame/question';
import { BUCKET_VALUES, TASK_COLUMNS, taskOf } from '../frame/task-rows';
import { pick } from '../frame/told';
import { COUNT_COLUMNS, countsOf } from './results-within';

/** The day whose members answer for the result: that of its completion, else the one asked about. */
const dayOf = ({ completedOn }: TaskOutcome, { request }: Facts): LocalDate =>
  completedOn ?? request.asOf;

/** The events that say who belongs to the task force, for one of its members. */
function eventsOf(forceId: string, personId: string, { others }: Facts): readonly string[] {
  const formed = pick(others, 'TaskForceFormed').filter(({ data }) => data.unitId === forceId);
  const changed = pick(others, 'TaskForceMemberAdded', 'TaskForceMemberLeft').filter(
    ({ data }) => data.unitId === forceId && data.personId === personId,
  );
  return [...formed, ...changed].map(({ eventId }) => eventId);
}

/** One part of a result: the member who carried it, and the unit it counts to. */
function partsOf(outcome: TaskOutcome, forceId: string, facts: Facts) {
  const memberOn = dayOf(outcome, facts);
  return facts.directory.membersOn(forceId, memberOn).map(({ personId, homeUnitId, role }) => ({
    ...taskOf(outcome),
    ...{ forceId, memberOn, personId, role, unitId: homeUnitId },
    bucket: outcome.byDateInForce.bucket,
    completedOn: outcome.completedOn,
    eventIds: [
      ...new Set([...eventsOf(forceId, personId, facts), ...outcome.byDateInForce.eventIds]),
    ],
  }));
}

/** The results of task forces as each unit of their members shares in them: a task once for each unit. */
function sharesOf(
  parts: readonly ReturnType<typeof partsOf>[number][],
  outcomes: readonly TaskOutcome[],
) {
  const units = [...new Set(parts.flatMap(({ unitId }) => unitId ?? []))].sort();
  return units.map((unitId) => {
    const own = parts.filter((part) => part.unitId === unitId);
    const taskIds = new Set(own.map(({ taskId }) => taskId));
    const counts = countsOf(outcomes.filter(({ taskId }) => taskIds.has(taskId)));
    const eventIds = [...new Set(own.flatMap((part) => part.eventIds))];
    return {
      unitId,
      members: new Set(own.map(({ personId }) => personId)).size,
      ...counts,
      eventIds,
    };
  });
}

export const taskForceResults: QuestionOfFacts = {
  number: 20,
  name: 'task-force-results',
  vi: 'Kết quả của tổ công tác được tính cho ai, cho đơn vị nào?',
  en: 'To which members and units do the results of a task force count?',
  takes: ['plan', 'unit', 'task'],
  reads: [],
  readsElsewhere: ['TaskForceFormed', 'TaskForceMemberAdded', 'TaskForceMemberLeft'],
  answer: (facts) => {
    const forceIds = new Set(
      pick(facts.others, 'TaskForceFormed').map(({ data: { unitId } }) => unitId),
    );
    // A unit narrows to its own share: the task itself is led by the task force.
    const files = filesAsked({ ...facts, request: { ...facts.request, unitId: null } });
    const outcomes = files.map(({ outcome }) => outcome);
    const parts = outcomes
      .flatMap((outcome) =>
        outcome.leads
          .filter(({ unitId }) => forceIds.has(unitId))
          .flatMap(({ unitId }) => partsOf(outcome, unitId, facts)),
      )
      .filter(({ unitId, forceId }) =>
        [unitId, forceId].some((each) => each !== null && isUnitAsked(facts.request, each)),
      );
    const led = outcomes.filter(({ taskId }) => parts.some((part) => part.taskId === taskId));
    return {
      figures: [
        counted(
          'tasks',
          { vi: 'Nhiệm vụ do tổ công tác chủ trì', en: 'Tasks led by task forces' },
          led.map(({ byDateInForce }) => byDateInForce),
        ),
      ],
      sections: [
        section(
          'units',
          { vi: 'Phần của từng đơn vị có thành viên', en: 'Shares of the units of the members' },
          [
            { field: 'unitId', kind: 'unit', vi: 'Đơn vị', en: 'Unit' },
            { field: 'members', kind: 'number', vi: 'Thành viên', en: 'Members' },
            ...COUNT_COLUMNS,
          ],
          sharesOf(parts, led),
        ),
        section(
          'members',
          { vi: 'Từng thành viên', en: 'Member by member' },
          [
            ...TASK_COLUMNS,
            { field: 'forceId', kind: 'unit', vi: 'Tổ công tác', en: 'Task force' },
            { field: 'personId', kind: 'person', vi: 'Thành viên', en: 'Member' },
            {
              field: 'role',
              kind: 'text',
              vi: 'Vai trò',
              en: 'Role',
              values: { leader: 'tổ trưởng', member: 'thành viên' },
            },
            { field: 'unitId', kind: 'unit', vi: 'Tính cho đơn vị', en: 'Counts to' },
            { field: 'memberOn', kind: 'day', vi: 'Thành viên vào ngày', en: 'Member on' },
            { field: 'bucket', kind: 'text', vi: 'Kết quả', en: 'Outcome', values: BUCKET_VALUES },
            { field: 'completedOn', kind: 'day', vi: 'Xong ngày', en: 'Done on' },
          ],
          parts,
        ),
      ],
    };
  },
};
