import { fold, localDate, type ActorFacts } from '@thidua/kernel';
import { specify } from '@thidua/kernel/testing';
import type { WorkflowDefinition } from '../definition';
import { defaultFlow, defaultFlowV2 } from '../definitions/default-flow';
import { definitionBook } from './definition-book';
import type { WorkflowCommand } from './workflow.commands';
import { workflowDecider, type WorkflowContext } from './workflow.decider';
import type { WorkflowEvent } from './workflow.events';

const TODAY = localDate('2026-03-10');

const person = (unitKind: string, post: 'head' | 'deputy' | 'staff'): ActorFacts => ({
  actor: { kind: 'person', id: 'cb-1', unitId: 'u', role: null, onBehalfOf: null },
  posts: [{ unitId: 'u', unitKind, post }],
});
const machine = (kind: 'service' | 'system'): ActorFacts => ({
  actor: { kind, id: 'm', unitId: null, role: null, onBehalfOf: null },
  posts: [],
});

const commands = {
  transitions: new Set(defaultFlow.transitions.map(({ command }) => command)),
  facts: new Set(defaultFlow.facts.map(({ command }) => command)),
  phasesAfter: new Map(),
};

const given = specify<
  WorkflowCommand,
  WorkflowEvent,
  ReturnType<typeof workflowDecider.evolve>,
  WorkflowContext
>(workflowDecider, {
  actor: person('office', 'staff'),
  on: TODAY,
  workflowId: 'default',
  shipped: [defaultFlow, defaultFlowV2],
  commands,
});

/** A version of the default flow that differs from the shipped ones. */
const version = (number: number, changed: Partial<WorkflowDefinition> = {}) => ({
  ...defaultFlow,
  version: number,
  reportDueDay: 20 + number,
  ...changed,
});

type Data<Type extends WorkflowCommand['type']> = Extract<WorkflowCommand, { type: Type }>['data'];
const publish = (definition: WorkflowDefinition): WorkflowCommand => ({
  type: 'PublishWorkflow',
  data: { definition } as unknown as Data<'PublishWorkflow'>,
});
const published = (definition: WorkflowDefinition): WorkflowEvent =>
  ({
    type: 'WorkflowPublished',
    data: { workflowId: 'default', definition, publishedOn: TODAY },
  }) as unknown as WorkflowEvent;
const retire = (number: number): WorkflowCommand => ({
  type: 'RetireWorkflow',
  data: { version: number, reason: 'Đã thay' },
});
const retired = (number: number): WorkflowEvent => ({
  type: 'WorkflowRetired',
  data: { workflowId: 'default', version: number, reason: 'Đã thay', retiredOn: TODAY },
});

describe('publishing a flow', () => {
  it('records the whole definition under the next number', () => {
    given()
      .when(publish(version(3)))
      .then(published(version(3)));
    given(published(version(3)))
      .when(publish(version(4)))
      .then(published(version(4)));
  });

  it('begins at 1 for a flow of the office’s own', () => {
    const own = version(1, { id: 'rieng' });
    given()
      .when(publish(own), { workflowId: 'rieng', shipped: [] })
      .thenMatching({ type: 'WorkflowPublished', data: { workflowId: 'rieng' } });
  });

  it.each([
    ['staff of the Office', person('office', 'staff'), true],
    ['the Director', person('department', 'head'), true],
    ['a deputy director', person('department', 'deputy'), true],
    ['the system', machine('system'), true],
    ['the head of a division', person('division', 'head'), false],
    ['staff of the department itself', person('department', 'staff'), false],
    ['a service', machine('service'), false],
  ])('by %s: %#', (_, actor, isAllowed) => {
    const decided = given().when(publish(version(3)), { actor });
    if (isAllowed) decided.thenMatching({ type: 'WorkflowPublished' });
    else decided.thenRejected('WORKFLOW_KEEPER_ONLY');
  });

  it('changes nothing when the very same is published already or shipped', () => {
    given(published(version(3)))
      .when(publish(version(3)))
      .thenNothing();
    given().when(publish(defaultFlowV2)).thenNothing();
  });

  it('is refused under a number that is not the next', () => {
    given()
      .when(publish(version(4)))
      .thenRejected('WORKFLOW_VERSION_NOT_NEXT', { next: 3, version: 4 });
    given(published(version(3)))
      .when(publish(version(3, { reportDueDay: 1 })))
      .thenRejected('WORKFLOW_VERSION_NOT_NEXT', { next: 4, version: 3 });
  });

  it('is refused when a new number would bring nothing new', () => {
    given()
      .when(publish({ ...defaultFlowV2, version: 3 }))
      .thenRejected('WORKFLOW_CHANGES_NOTHING', { version: 2 });
  });

  it('is refused under the name of another flow', () => {
    given()
      .when(publish(version(3, { id: 'khac' })))
      .thenRejected('WORKFLOW_ID_DIFFERS', { id: 'khac', expected: 'default' });
  });

  it('is refused for a flow that cannot be used, with every problem', () => {
    given()
      .when(publish(version(3, { initial: 'x' })))
      .thenRejected('WORKFLOW_INVALID', {
        problemsVi: expect.arrayContaining(['initial: không có trạng thái "x"']) as unknown,
      });
  });
});

describe('retiring a version', () => {
  it('is recorded once, for shipped and published versions alike', () => {
    given().when(retire(1)).then(retired(1));
    given(published(version(3)))
      .when(retire(3))
      .then(retired(3));
    given(retired(1)).when(retire(1)).thenNothing();
  });

  it('is refused for a version there is none of', () => {
    given()
      .when(retire(7))
      .thenRejected('WORKFLOW_NOT_FOUND', { known: ['default@1', 'default@2'] });
  });
});

describe('the book of flows', () => {
  const states = (events: readonly WorkflowEvent[]) =>
    new Map([['default', fold(workflowDecider, events)]]);
  const bookAfter = (...events: readonly WorkflowEvent[]) =>
    definitionBook([defaultFlow, defaultFlowV2], states(events));

  it('holds shipped and published versions in order, and names where they come from', () => {
    const { all } = bookAfter(published(version(3)));
    expect(all.map(({ definition, origin }) => [definition.version, origin])).toEqual([
      [1, 'shipped'],
      [2, 'shipped'],
      [3, 'published'],
    ]);
  });

  it('gives new tasks the newest version that is not retired', () => {
    expect(bookAfter().newest('default')?.definition).toBe(defaultFlowV2);
    expect(bookAfter(published(version(3))).newest('default')?.definition.version).toBe(3);
    const after = bookAfter(published(version(3)), retired(3));
    expect(after.newest('default')?.definition.version).toBe(2);
    expect(after.find('default', 3)).toMatchObject({ isRetired: true });
    expect(bookAfter(retired(1), retired(2)).newest('default')).toBeNull();
  });

  it('lets the log stand before a shipped version of the same number', () => {
    const own = version(2);
    const book = definitionBook([defaultFlow, defaultFlowV2], states([published(own)]));
    expect(book.find('default', 2)).toEqual({
      definition: own,
      origin: 'published',
      isRetired: false,
    });
  });

  it('knows no other', () => {
    expect(bookAfter().find('default', 9)).toBeNull();
    expect(bookAfter().newest('none')).toBeNull();
  });
});
