import { fold, localDate } from '@thidua/kernel';
import { taskDecider, type TaskEvent, type TaskEventType } from '@thidua/task';
import { DUE_ON, happened, sampleFacts, TODAY, UNITS } from '@thidua/task/testing';
import { recorded, specifyProjection } from '../testing';
import { phaseAfter } from './board-phase';
import { taskBoard } from './task-board.projection';
import type { TaskBoardRow } from './task-board.row';

const { given } = specifyProjection(taskBoard);
const later = localDate('2026-07-31');
const board = (history: readonly TaskEvent[], expected: Partial<TaskBoardRow>) => {
  given(...history).thenRowsMatching({ 'nv-1': expected });
};

describe('the task board', () => {
  it('shows an assigned task as open, with its leads and both due dates', () => {
    board([happened('TaskAssigned', { no: '2.3.a', title: 'Xây dựng  Báo cáo' })], {
      no: '2.3.a',
      titleFolded: 'xây dựng báo cáo',
      state: 'assigned',
      phase: 'open',
      leadUnitIds: [UNITS.lead],
      coordinatingUnitIds: [UNITS.coordinating],
      dueOriginalOn: DUE_ON,
      dueOn: DUE_ON,
      completedOn: null,
      revision: 0,
      lastEventType: 'TaskAssigned',
    });
  });

  it('follows the flow from start to completion', () => {
    const course = [happened('TaskAssigned'), happened('WorkStarted'), happened('ResultReported')];
    board(course, { state: 'reported', phase: 'reported', resultReportedOn: TODAY });
    board([...course, happened('ResultReturned')], {
      state: 'inProgress',
      phase: 'open',
      resultReportedOn: null,
    });
    board([...course, happened('TaskCompleted')], {
      state: 'completed',
      phase: 'done',
      completedOn: TODAY,
      resultReportedOn: null,
      revision: 3,
    });
    board([...course, happened('TaskCompleted'), happened('TaskReopened')], {
      phase: 'open',
      completedOn: null,
    });
  });

  it('waits for its trigger, which may set the first due date', () => {
    const waiting = [happened('TaskAssigned', { dueOn: null }), happened('TriggerAwaited')];
    board(waiting, { phase: 'waiting', condition: 'Sau khi có hướng dẫn', dueOn: null });
    board([...waiting, happened('TriggerReceived', { dueOn: later })], {
      phase: 'open',
      dueOriginalOn: later,
      dueOn: later,
    });
  });

  it('keeps the original due date through extensions', () => {
    const asked = [happened('TaskAssigned'), happened('ExtensionRequested')];
    board(asked, { openExtensionIds: ['gh-1'], dueOn: DUE_ON });
    board([...asked, happened('ExtensionRefused')], { openExtensionIds: [], dueOn: DUE_ON });
    board([...asked, happened('DeadlineExtended', { requestId: 'gh-1' })], {
      openExtensionIds: [],
      dueOriginalOn: DUE_ON,
      dueOn: later,
    });
  });

  it('puts a wrongly recorded due date right and leaves a later extension alone', () => {
    const corrected = happened('TaskCorrected', { was: DUE_ON, now: localDate('2026-06-15') });
    board([happened('TaskAssigned'), corrected], {
      dueOriginalOn: localDate('2026-06-15'),
      dueOn: localDate('2026-06-15'),
    });
    board([happened('TaskAssigned'), happened('DeadlineExtended'), corrected], {
      dueOriginalOn: localDate('2026-06-15'),
      dueOn: later,
    });
  });

  it('counts what is open and forgets what was settled', () => {
    const opened = [
      happened('TaskAssigned'),
      happened('ObstacleRaised'),
      happened('AuthorityWaitStarted'),
    ];
    board(opened, { openObstacleIds: ['vm-1'], openWaitIds: ['cho-1'] });
    board([...opened, happened('ObstacleResolved'), happened('AuthorityWaitEnded')], {
      openObstacleIds: [],
      openWaitIds: [],
    });
  });

  it('shows the last report, and a nil report is one', () => {
    const reports = [happened('TaskAssigned'), happened('ProgressReported')];
    board(reports, {
      lastReport: {
        kind: 'progress',
        unitId: UNITS.lead,
        period: sampleFacts.ProgressReported.period,
        reportedOn: TODAY,
        percent: 40,
        text: sampleFacts.ProgressReported.text,
      },
    });
    given(...reports, happened('NilReported')).thenRowsMatching({
      'nv-1': { lastReport: expect.objectContaining({ kind: 'nil' }) as never },
    });
  });

  it('follows the products through hand-in, return and acceptance', () => {
    const products = [{ productId: 'sp-1', title: 'Báo cáo' }];
    const course = [happened('TaskAssigned', { products }), happened('ProductHandedIn')];
    board(course, { products: [{ productId: 'sp-1', title: 'Báo cáo', status: 'handedIn' }] });
    board([...course, happened('ProductReturned')], {
      products: [{ productId: 'sp-1', title: 'Báo cáo', status: 'returned' }],
    });
    board([...course, happened('ProductAccepted')], {
      products: [{ productId: 'sp-1', title: 'Báo cáo', status: 'accepted' }],
    });
  });

  it('leaves a finished part with who finished it when the task is handed over', () => {
    board(
      [
        happened('TaskAssigned'),
        happened('PersonAssigned', { personId: 'an', subtaskId: 'phan-1' }),
        happened('PersonAssigned', { personId: 'binh', subtaskId: 'phan-2' }),
        happened('SubtaskFinished', { subtaskId: 'phan-1' }),
        happened('TaskHandedOver'),
      ],
      { leadUnitIds: [UNITS.otherLead], assigneeIds: ['an'] },
    );
  });

  it('keeps one row a task', () => {
    given(
      happened('TaskAssigned'),
      happened('TaskAssigned', { taskId: 'nv-2' }),
      happened('WorkStarted', { taskId: 'nv-2' }),
    ).thenRowsMatching({ 'nv-1': { state: 'assigned' }, 'nv-2': { state: 'inProgress' } });
  });

  it('refuses an event about a task that was never assigned', () => {
    given(happened('WorkStarted')).thenPoison(/never assigned/);
  });

  it('takes every event type there is and notes it as the last one', () => {
    const history = [happened('TaskAssigned')];
    for (const type of Object.keys(sampleFacts) as TaskEventType[]) {
      if (type === 'TaskAssigned') continue;
      board([...history, happened(type)], { lastEventType: type, revision: 1 });
    }
  });
});

describe('the task board and the decider', () => {
  const people = [
    happened('PersonAssigned', { personId: 'an', subtaskId: 'phan-1' }),
    happened('PersonAssigned', { personId: 'binh', subtaskId: 'phan-1' }),
    happened('PersonAssigned', { personId: 'chi', subtaskId: null }),
    happened('SubtaskFinished', { subtaskId: 'phan-1' }),
  ];
  const from = { unitId: UNITS.lead, personId: null };
  const histories: Readonly<Record<string, readonly TaskEvent[]>> = {
    'parts given, given again and finished': people,
    'a hand-over to another unit that names nobody': [...people, happened('TaskHandedOver')],
    'a hand-over to a named person': [
      ...people,
      happened('TaskHandedOver', { from, to: { unitId: UNITS.otherLead, personId: 'dung' } }),
    ],
    'a hand-over within the unit': [
      ...people,
      happened('TaskHandedOver', {
        from: { unitId: UNITS.lead, personId: 'chi' },
        to: { unitId: UNITS.lead, personId: 'dung' },
      }),
    ],
    'a hand-over to a coordinating unit': [
      happened('TaskHandedOver', { from, to: { unitId: UNITS.coordinating, personId: null } }),
    ],
    'a hand-over by a unit that does not lead': [
      happened('TaskHandedOver', {
        from: { unitId: UNITS.coordinating, personId: null },
        to: { unitId: UNITS.lead, personId: 'dung' },
      }),
    ],
    'an amendment of the leads': [
      ...people,
      happened('TaskAmended', {
        title: null,
        dueOn: { from: DUE_ON, to: later },
        leads: {
          from: [{ unitId: UNITS.lead, role: 'lead' }],
          to: [{ unitId: UNITS.coordinating, role: 'focal' }],
        },
      }),
    ],
    'an extension and a correction': [
      happened('DeadlineExtended'),
      happened('TaskCorrected', { was: later, now: TODAY }),
    ],
    'completion and a correction of its day': [
      happened('ResultReported'),
      happened('TaskCompleted'),
      happened('TaskCorrected', { field: 'completedOn', was: TODAY, now: DUE_ON }),
    ],
  };

  it.each(Object.entries(histories))('agree after %s', (_, history) => {
    const events = [happened('TaskAssigned'), ...history];
    const state = fold(taskDecider, events);
    const row = recorded(events).reduce<TaskBoardRow | null>(
      (current, event) => taskBoard.evolve(current, event, 'nv-1'),
      null,
    );
    expect(state).not.toBeNull();
    expect(row).toMatchObject({
      title: state?.title,
      state: state?.state,
      leads: state?.leads,
      coordinatingUnitIds: state?.coordinatingUnitIds,
      dueOn: state?.dueOn,
      completedOn: state?.completedOn,
      assignments: state?.assignments,
    });
  });
});

describe('the phase of a state', () => {
  it('comes from the flow the task is pinned to', () => {
    const flow = { workflowId: 'two-level', workflowVersion: 1 };
    expect(
      phaseAfter({ workflowId: 'default', workflowVersion: 1 }, 'waiting', 'WorkStarted'),
    ).toBe('waiting');
    expect(phaseAfter(flow, 'no-such-state', 'TaskCompleted')).toBe('done');
  });

  it('comes from the kind of step when the flow is not one of the shipped ones', () => {
    const flow = { workflowId: 'of-the-office', workflowVersion: 3 };
    expect(phaseAfter(flow, 'daNop', 'ResultReported')).toBe('reported');
    expect(phaseAfter(flow, 'rut', 'TaskCancelled')).toBe('outside');
    expect(phaseAfter(flow, 'moi', 'TaskAssigned')).toBe('open');
  });
});
