import { localDate, startOfDay } from '@thidua/kernel';
import type { TaskFacts } from '@thidua/task';
import { seededRandom } from '../chance/seeded-random';
import type { LogEntry } from '../log/log-entry';

/** The log of a small office and its tasks of 2025, as the audit trail gives it. */

const FOUNDED_ON = localDate('2020-01-01');

const UNITS = [
  ['so', 'Sở Công Thương', 'department'],
  ['vp', 'Văn phòng Sở', 'office'],
  ['p-cn', 'Phòng Công nghiệp', 'division'],
  ['p-tm', 'Phòng Thương mại', 'division'],
  ['p-nl', 'Phòng Năng lượng', 'division'],
  ['chi-cuc', 'Chi cục Quản lý thị trường', 'sub-department'],
] as const;

const STAFFING = ['head', 'deputy', 'deputy', 'staff', 'staff', 'staff', 'staff'] as const;

let position = 0;
const entry = (stream: string, type: string, data: unknown): LogEntry => {
  position += 1;
  return {
    position: String(position),
    stream,
    revision: 0,
    type,
    occurredAt: startOfDay(FOUNDED_ON),
    correlationId: 'the-office-itself',
    data,
  };
};

/** Units with a head, two deputies and four staff each; the department has no staff. */
export function officeEntries(): readonly LogEntry[] {
  const units = UNITS.map(([unitId, name, kind]) =>
    entry(`unit-${unitId}`, 'UnitFounded', {
      unitId,
      name,
      kind,
      parentUnitId: kind === 'department' ? null : 'so',
      aliases: [],
      fromOn: FOUNDED_ON,
      legalBasis: null,
    }),
  );
  const people = UNITS.flatMap(([unitId, , kind]) =>
    STAFFING.filter((post) => kind !== 'department' || post !== 'staff').flatMap((post, index) => {
      const personId = `${unitId}.${index}`;
      const stream = `official-${personId}`;
      return [
        entry(stream, 'OfficialJoined', { personId, fromOn: FOUNDED_ON }),
        entry(stream, 'PostTaken', {
          personId,
          unitId,
          post,
          fromOn: FOUNDED_ON,
          legalBasis: null,
        }),
      ];
    }),
  );
  return [...units, ...people];
}

const LEADING = UNITS.map(([unitId]) => unitId).filter((unitId) => unitId !== 'so');

type Assigned = TaskFacts<'TaskAssigned'>;

/** The kind of task number `index`, so that every kind comes up often. */
function shapeOf(index: number): Pick<Assigned, 'kind' | 'condition'> {
  if (index % 10 === 0) return { kind: 'ongoing', condition: null };
  if (index % 10 === 1) return { kind: 'recurring', condition: null };
  if (index % 10 === 2) return { kind: 'periodic-after-milestone', condition: null };
  if (index % 10 === 3) return { kind: 'one-off', condition: 'nếu có' };
  if (index % 10 === 4) return { kind: 'one-off', condition: 'sau khi có hướng dẫn' };
  return { kind: 'one-off', condition: null };
}

function assignment(index: number): Assigned {
  const random = seededRandom(`sample task ${index}`);
  const lead = random.pick(LEADING);
  const second = random.pick(LEADING);
  const isDated = index % 10 > 1 && index % 10 !== 4 && random.happens(850);
  const month = String(random.between(2, 12)).padStart(2, '0');
  const others = LEADING.filter((unitId) => unitId !== lead && unitId !== second);
  return {
    taskId: `plan1.${index}`,
    planId: 'plan1',
    no: String(index),
    title: `Việc số ${index}`,
    year: 2025,
    ...shapeOf(index),
    leads: [
      { unitId: lead, role: 'lead' },
      ...(second !== lead && random.happens(300)
        ? [{ unitId: second, role: 'focal' as const }]
        : []),
    ],
    coordinatingUnitIds: others,
    openPartners: [],
    supervisingLeaderId: null,
    dueOn: isDated ? localDate(`2025-${month}-${random.between(10, 28)}`) : null,
    notBefore: null,
    recurrence: null,
    timeText: null,
    products: Array.from({ length: random.between(0, 2) }, (_, at) => ({
      productId: `p${at + 1}`,
      title: `Sản phẩm ${at + 1}`,
    })),
    sourceDocuments: [],
    workflow: { id: 'default', version: 1 },
    state: 'assigned',
    assignedOn: localDate(index % 7 === 0 ? '2025-09-18' : '2025-01-10'),
  };
}

/** Assigned tasks; every tenth waits for a trigger from its assignment on. */
export const taskEntries = (count: number): readonly LogEntry[] =>
  Array.from({ length: count }, (_, index) => assignment(index)).flatMap((data) => {
    const stream = `task-${data.taskId}`;
    const assigned = entry(stream, 'TaskAssigned', data);
    if (data.condition !== 'sau khi có hướng dẫn') return [assigned];
    const { taskId, condition } = data;
    const step = { transition: 'waitForTrigger', from: 'assigned', to: 'waiting' };
    return [
      assigned,
      { ...entry(stream, 'TriggerAwaited', { taskId, ...step, condition }), revision: 1 },
    ];
  });
