import type { MarksEvent } from '@thidua/evaluation';
import { fields, localDate, type DomainEvent } from '@thidua/kernel';
import { shippedRuleSet } from '@thidua/scoring';
import type { TaskEvent } from '@thidua/task';

/** What becomes of the month's task: most are done, some late, some excused, some returned, some never begun. */
const FATES = ['inTime', 'late', 'returned', 'inTime', 'open', 'excused', 'extended'] as const;

/** People of a unit; the first of them heads it. */
const UNIT_SIZE = 50;

export const YEAR = 2026;
export const MONTHS = Array.from(
  { length: 12 },
  (_, month) => `${YEAR}-${String(month + 1).padStart(2, '0')}`,
);

/** Events that happen to one stream of the log. */
export interface StreamStory {
  readonly stream: string;
  readonly events: readonly DomainEvent[];
}

export const personIdOf = (person: number): string => `cb-${String(person).padStart(6, '0')}`;
export const unitIdOf = (person: number): string => `dv-${Math.floor(person / UNIT_SIZE)}`;
export const isHead = (person: number): boolean => person % UNIT_SIZE === 0;

function generalItems(person: number, place: number) {
  const rules = shippedRuleSet('ND335');
  if (rules.subject !== 'CIVIL_SERVANTS') throw new Error('ND335 scores civil servants');
  const low = (person * 7 + place * 3) % rules.parameters.generalItems.value.length;
  return rules.parameters.generalItems.value.map(({ id, max }, index) => ({
    ...{ id, mark: index === low ? '1.5' : max },
  }));
}

/** What is entered about the person in the month: a planned work, one beside the plan, and the marks. */
function entriesOf(person: number, place: number): readonly MarksEvent[] {
  const [period, on] = [MONTHS[place] ?? '', localDate(`${MONTHS[place] ?? ''}-28`)];
  const own = { personId: personIdOf(person), year: YEAR };
  const month = fields.month().parse(period);
  const work = {
    ...{ ...own, period: month, catalogueVersion: '1 (45/QĐ-UBND)' },
    origin: 'ASSIGNED',
    fixedOn: localDate(`${period}-02`),
  } as const;
  const levels = isHead(person) ? (['unitResult', 'organising', 'cohesion'] as const) : [];
  return [
    {
      type: 'CoefficientFixed',
      data: {
        ...{ ...work, entryId: `k-${period}`, taskId: taskIdOf(person, place) },
        ...{ productId: 'DA', quantity: 1 + (person % 3), coefficient: '2.5' },
      },
    },
    {
      type: 'CoefficientFixed',
      data: {
        ...{ ...work, entryId: `n-${period}`, taskId: null, productId: 'VB', quantity: 4 },
        coefficient: '1',
      },
    },
    {
      type: 'UnitsAccepted',
      data: {
        ...{ ...own, entryId: `nt-${period}`, workId: `n-${period}`, units: 4 },
        ...{ lateTimes: (person + place) % 11 === 0 ? 1 : 0, majorErrors: 0 },
        ...{ reason: 'Nghiệm thu hằng tháng', acceptedBy: 'truong', acceptedOn: on },
      },
    },
    {
      type: 'GeneralMarksConfirmed',
      data: {
        ...{ ...own, entryId: `c-${period}`, period: month, items: generalItems(person, place) },
        ...{ reason: 'Họp đơn vị', confirmedBy: 'truong' },
      },
    },
    ...levels.map((variable): MarksEvent => ({
      type: 'LeaderLevelSet',
      data: {
        ...{ ...own, entryId: `${variable}-${period}`, period: month, variable },
        ...{ level: place % 5 === 0 ? '50' : '100', reason: 'Theo kết quả', setBy: 'giam-doc' },
      },
    })),
  ];
}

/** As the product writes ids: a plan, and a number in it. */
const taskIdOf = (person: number, place: number): string =>
  `${String(YEAR * 100 + place + 1).padStart(12, '0')}.${person + 1}`;

function lifeOf(person: number, place: number): readonly TaskEvent[] {
  const taskId = taskIdOf(person, place);
  const [period, unitId] = [MONTHS[place] ?? '', unitIdOf(person)];
  const fate = FATES[(person + 3 * place) % FATES.length] ?? 'open';
  const day = (number: number) => localDate(`${period}-${String(number).padStart(2, '0')}`);
  const begun: readonly TaskEvent[] = [
    {
      type: 'TaskAssigned',
      data: {
        ...{ taskId, planId: `kh-${period}`, no: String(person + 1), year: YEAR },
        ...{ title: `Việc ${person + 1} tháng ${period}`, kind: 'one-off' },
        ...{ leads: [{ unitId, role: 'lead' }], coordinatingUnitIds: [], openPartners: [] },
        ...{ supervisingLeaderId: null, dueOn: day(20), notBefore: null, recurrence: null },
        ...{ condition: null, timeText: null, products: [], sourceDocuments: [] },
        ...{ workflow: { id: 'default', version: 1 }, state: 'assigned', assignedOn: day(2) },
      },
    },
    {
      type: 'PersonAssigned',
      data: {
        ...{ taskId, personId: personIdOf(person), unitId, subtaskId: null, what: null },
        dueOn: null,
      },
    },
  ];
  if (fate === 'open') return begun;
  const moved = { taskId, transition: 'report', from: 'inProgress', to: 'reported' };
  const reported = (on: number, attempt: number): TaskEvent => ({
    type: 'ResultReported',
    data: {
      ...{ ...moved, unitId, attempt, summary: 'Đã trình', evidence: [] },
      ...{ reportedOn: day(on), reportedBy: [personIdOf(person)] },
    },
  });
  const completed = (on: number, attempt: number): TaskEvent => ({
    type: 'TaskCompleted',
    data: {
      ...{ taskId, transition: 'verify', from: 'reported', to: 'completed', attempt, note: null },
      ...{ completedOn: day(on), verifiedOn: day(on) },
    },
  });
  const started: TaskEvent = {
    type: 'WorkStarted',
    data: { taskId, transition: 'start', from: 'assigned', to: 'inProgress', startedOn: day(3) },
  };
  const extended: TaskEvent = {
    type: 'DeadlineExtended',
    data: {
      ...{ taskId, requestId: null, from: day(20), to: day(23), reason: 'Chờ số liệu' },
      ...{ document: null, grantedOn: day(18) },
    },
  };
  const excused: TaskEvent = {
    type: 'DelayCauseConfirmed',
    data: {
      ...{ taskId, cause: 'Mưa lũ', confirmedOn: day(27) },
      document: { number: '12/CV-UBND', date: null, issuer: null, title: null },
    },
  };
  const returned: TaskEvent = {
    type: 'ResultReturned',
    data: {
      ...{ taskId, transition: 'return', from: 'reported', to: 'inProgress', attempt: 1 },
      ...{ reason: 'Sai số liệu', majorContentError: true, returnedOn: day(16) },
    },
  };
  const rest: Readonly<Record<Exclude<typeof fate, 'open'>, readonly TaskEvent[]>> = {
    inTime: [reported(18, 1), completed(18, 1)],
    late: [reported(25, 1), completed(25, 1)],
    returned: [reported(15, 1), returned, reported(19, 2), completed(19, 2)],
    excused: [reported(25, 1), completed(25, 1), excused],
    extended: [extended, reported(25, 1), completed(25, 1)],
  };
  return [...begun, started, ...rest[fate]];
}

/** Everything that the log takes about a person in a month of the year, the same every time. */
export const monthOf = (person: number, place: number): readonly StreamStory[] => [
  { stream: `task-${taskIdOf(person, place)}`, events: lifeOf(person, place) },
  { stream: `marks-${personIdOf(person)}.${YEAR}`, events: entriesOf(person, place) },
];

const FROM = localDate(`${YEAR - 1}-01-01`);
const DEPARTMENT = 'so';

/** The department, its units and its people, who were all there before the year. */
export function staffOf(peopleCount: number): readonly StreamStory[] {
  const unitIds = new Set(Array.from({ length: peopleCount }, (_, person) => unitIdOf(person)));
  const founded = (unitId: string, parentUnitId: string | null): StreamStory => ({
    stream: `unit-${unitId}`,
    events: [
      {
        type: 'UnitFounded',
        data: {
          ...{ unitId, name: `Đơn vị ${unitId}`, parentUnitId, aliases: [], fromOn: FROM },
          ...{ kind: parentUnitId === null ? 'department' : 'division', legalBasis: null },
        },
      },
    ],
  });
  const joined = (person: number): StreamStory => {
    const own = { personId: personIdOf(person), fromOn: FROM };
    const post = isHead(person) ? 'head' : 'staff';
    return {
      stream: `official-${own.personId}`,
      events: [
        { type: 'OfficialJoined', data: own },
        { type: 'PostTaken', data: { ...own, unitId: unitIdOf(person), post, legalBasis: null } },
      ],
    };
  };
  return [
    founded(DEPARTMENT, null),
    ...[...unitIds].map((unitId) => founded(unitId, DEPARTMENT)),
    ...Array.from({ length: peopleCount }, (_, person) => joined(person)),
  ];
}

/** How many people's years have together at least so many events. */
export function peopleForEvents(eventCount: number): number {
  const sample = UNIT_SIZE * FATES.length;
  let events = 0;
  for (let person = 0; person < sample; person += 1) {
    for (const place of MONTHS.keys()) {
      for (const story of monthOf(person, place)) events += story.events.length;
    }
  }
  return Math.ceil((eventCount * sample) / events);
}
