import { localDate } from '@thidua/kernel';
import { defaultFlow } from '@thidua/workflow';
import {
  ask,
  director,
  given,
  happened,
  leadHead,
  officeClerk,
  sampleFacts,
  service,
  system,
  TODAY,
  UNITS,
} from '../testing';

const lead = (unitId: string) => ({ unitId, role: 'lead' as const });
const byOffice = { actor: officeClerk, on: sampleFacts.TaskAssigned.assignedOn };

describe('assigning a task', () => {
  it.each([
    ['leads[1].unitId', { leads: [lead(UNITS.lead), lead('phong-x')] }],
    ['coordinatingUnitIds[0]', { coordinatingUnitIds: ['phong-x'] }],
  ])('is refused when %s names no known unit', (field, input) => {
    const knownUnitIds = new Set<string>([UNITS.lead, UNITS.coordinating]);
    given()
      .when(ask('AssignTask', input), { ...byOffice, knownUnitIds })
      .thenRejected('UNIT_NOT_FOUND', { field, unitId: 'phong-x' });
  });

  it('is refused when the supervising leader is not in the directory', () => {
    given()
      .when(ask('AssignTask', { supervisingLeaderId: 'ai-do' }), {
        ...byOffice,
        knownPersonIds: new Set(['giam-doc']),
      })
      .thenRejected('PERSON_NOT_FOUND', { field: 'supervisingLeaderId', personId: 'ai-do' });
  });

  it.each([
    ['UNIT_NAMED_TWICE', 'leads', { leads: [lead('a'), lead('a')] }],
    ['UNIT_NAMED_TWICE', 'coordinatingUnitIds', { coordinatingUnitIds: ['b', 'b'] }],
    ['LEAD_ALSO_COORDINATES', 'coordinatingUnitIds[0]', { coordinatingUnitIds: [UNITS.lead] }],
    [
      'PRODUCT_NAMED_TWICE',
      'products',
      {
        products: [
          { productId: 'sp', title: 'Một' },
          { productId: 'sp', title: 'Hai' },
        ],
      },
    ],
    [
      'DAY_TOO_EARLY',
      'dueOn',
      { dueOn: localDate('2026-02-01'), notBefore: localDate('2026-02-02') },
    ],
    ['CONDITION_MISSING', 'condition', { awaitsTrigger: true }],
  ])('is refused with %s naming %s', (code, field, input) => {
    given().when(ask('AssignTask', input), byOffice).thenRejected(code, { field });
  });

  it('is refused to a unit, naming who may', () => {
    given()
      .when(ask('AssignTask'), { actor: leadHead })
      .thenRejected('ROLE_NOT_ALLOWED', {
        allowedRoles: ['office', 'deputyDirector', 'director', 'service'],
      });
  });

  it('is refused when the task exists with other content', () => {
    given(happened('TaskAssigned'))
      .when(ask('AssignTask', { title: 'Việc khác' }), byOffice)
      .thenRejected('TASK_ALREADY_ASSIGNED', { taskId: 'nv-1' });
  });

  it('is refused to wait for a trigger under a flow that knows no waiting', () => {
    const workflow = {
      ...defaultFlow,
      transitions: defaultFlow.transitions.filter(({ command }) => command !== 'AwaitTrigger'),
    };
    given()
      .when(ask('AssignTask', { awaitsTrigger: true, condition: 'Khi có hướng dẫn' }), {
        ...byOffice,
        workflow,
      })
      .thenRejected('TRANSITION_NOT_ALLOWED', { command: 'AwaitTrigger' });
  });

  it('changes nothing when the very same task is assigned again', () => {
    given(happened('TaskAssigned')).when(ask('AssignTask'), byOffice).thenNothing();
  });

  it.each([
    ['the Office', officeClerk],
    ['the Director', director],
    ['an integrated service', service],
    ['the system that carries out an issued plan', system],
  ])('by %s pins the flow and begins on the day it happened', (_, actor) => {
    given()
      .when(ask('AssignTask'), { ...byOffice, actor })
      .then(happened('TaskAssigned'));
  });

  it('leaves a task with a condition but no trigger assigned', () => {
    given()
      .when(ask('AssignTask', { condition: 'Nếu có' }), byOffice)
      .then(happened('TaskAssigned', { condition: 'Nếu có' }));
  });

  it('lets a task with a trigger wait from the beginning', () => {
    const condition = 'Sau khi UBND tỉnh ban hành kế hoạch';
    given()
      .when(ask('AssignTask', { condition, awaitsTrigger: true }), byOffice)
      .then(happened('TaskAssigned', { condition }), happened('TriggerAwaited', { condition }));
  });
});

describe('any other command', () => {
  it('is refused before the assignment', () => {
    given().when(ask('StartWork')).thenRejected('TASK_NOT_FOUND');
  });

  it('is refused when it happened before the assignment', () => {
    given(happened('TaskAssigned'))
      .when(ask('StartWork'), { on: localDate('2026-01-14') })
      .thenRejected('OCCURRED_BEFORE_ASSIGNMENT', { on: '2026-01-14', assignedOn: '2026-01-15' });
  });

  it('may happen on the day of the assignment', () => {
    const on = localDate('2026-01-15');
    given(happened('TaskAssigned'))
      .when(ask('StartWork'), { on })
      .then(happened('WorkStarted', { startedOn: on }));
  });

  it('breaks loudly when it is decided under another flow than the task is pinned to', () => {
    const decide = () => {
      given(happened('TaskAssigned'))
        .when(ask('StartWork'), { on: TODAY, workflow: { ...defaultFlow, version: 2 } })
        .thenNothing();
    };
    expect(decide).toThrow('own flow default version 1');
  });
});
