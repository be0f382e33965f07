import { evaluationEvents } from '@thidua/evaluation';
import { officialEvents, unitEvents } from '@thidua/organisation';
import { planEvents } from '@thidua/plan';
import { taskEvents } from '@thidua/task';
import { happened } from '@thidua/task/testing';
import { z } from 'zod';
import { specifyProjection } from '../testing';
import { auditTrail } from './audit-trail.projection';
import { namedIds } from './named-ids';

const { given } = specifyProjection(auditTrail);
const FIRST = '00000000-0000-4000-8000-000000000001';

describe('the audit trail', () => {
  it('keeps every event as one row, whatever its type', () => {
    given(
      { type: 'SomethingNew', data: { a: 1 }, stream: 'thing-1' },
      { type: 'SomethingNew', data: { a: 2 }, stream: 'thing-1' },
    ).thenRowsMatching({
      [FIRST]: { type: 'SomethingNew', category: 'thing', revision: 0, data: { a: 1 } },
      '00000000-0000-4000-8000-000000000002': { revision: 1, data: { a: 2 } },
    });
  });

  it('names the task, the units and the people of the event beside the actor', () => {
    const event = happened('TaskHandedOver', {
      taskId: 'nv-1',
      from: { unitId: 'phong-a', personId: 'ong-a' },
      to: { unitId: 'phong-b', personId: 'ba-b' },
    });
    given({
      ...event,
      stream: 'task-nv-1',
      actor: { id: 'chanh-van-phong', unitId: 'van-phong', role: 'head' },
    }).thenRowsMatching({
      [FIRST]: {
        stream: 'task-nv-1',
        taskId: 'nv-1',
        planId: null,
        unitIds: ['phong-a', 'phong-b', 'van-phong'],
        personIds: ['ong-a', 'ba-b', 'chanh-van-phong'],
        actorId: 'chanh-van-phong',
        actorUnitId: 'van-phong',
        actorRole: 'head',
        onBehalfOf: null,
        legalBasis: null,
      },
    });
  });

  it('shows for whom a deputy acted and on which legal basis', () => {
    given({
      ...happened('DirectionGiven'),
      actor: {
        id: 'pho-giam-doc',
        onBehalfOf: { personId: 'giam-doc', legalBasis: '12/QĐ-SCT ngày 27/02/2025' },
      },
    }).thenRowsMatching({
      [FIRST]: {
        onBehalfOf: 'giam-doc',
        legalBasis: '12/QĐ-SCT ngày 27/02/2025',
        personIds: ['pho-giam-doc', 'giam-doc'],
      },
    });
  });

  it('does not take a service for a person', () => {
    given({
      type: 'Noticed',
      data: {},
      actor: { kind: 'service', id: 'one-stop', unitId: null },
    }).thenRowsMatching({ [FIRST]: { personIds: [], unitIds: [], actorKind: 'service' } });
  });
});

describe('the ids an event names', () => {
  it('are found at any depth, each once', () => {
    expect(
      namedIds({
        leads: [{ unitId: 'a' }, { unitId: 'b' }],
        coordinatingUnitIds: ['b', 'c'],
        parentUnitId: null,
        nested: { deep: [{ personId: 'p' }], agreedBy: 'q', reportedBy: ['p', 'r'] },
        unit: 'đơn vị tính',
      }),
    ).toEqual({ unitIds: ['a', 'b', 'c'], personIds: ['p', 'q', 'r'] });
  });

  it('cover every id of a unit or a person in the event catalogues', () => {
    const fields = new Set<string>();
    for (const catalogue of [
      taskEvents,
      planEvents,
      unitEvents,
      officialEvents,
      evaluationEvents,
    ]) {
      for (const { data } of Object.values(catalogue)) {
        collectFields(z.toJSONSchema(data, { unrepresentable: 'any', io: 'input' }), fields);
      }
    }
    const ids = [...fields].filter((field) => /(Ids?|By)$/.test(field)).sort();
    const found = ids.filter((field) => {
      const { unitIds, personIds } = namedIds({ [field]: 'x' });
      return unitIds.length + personIds.length === 1;
    });
    expect(ids.filter((field) => !found.includes(field))).toEqual([
      'actBy',
      'appealId',
      'byEvaluationId',
      'byTaskId',
      'causeEventIds',
      'evaluationId',
      'eventId',
      'fromPlanId',
      'fromTaskId',
      'obstacleId',
      'occurrenceId',
      'planId',
      'productId',
      'requestId',
      'reviewId',
      'subjectId',
      'subtaskId',
      'taskId',
      'toPlanId',
      'toTaskId',
      'waitId',
    ]);
    expect(found).toContain('coordinatingUnitIds');
    expect(found).toContain('supervisingLeaderId');
  });
});

function collectFields(schema: unknown, into: Set<string>): void {
  if (schema === null || typeof schema !== 'object') return;
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') for (const field of Object.keys(value as object)) into.add(field);
    collectFields(value, into);
  }
}
