import { fold } from '@thidua/kernel';
import { taskDecider } from '../task.decider';
import type { TaskEvent } from '../task.events';
import { happened, sampleFacts, UNITS } from '../testing';

const led = happened('TaskAssigned', {
  leads: [
    { unitId: UNITS.lead, role: 'lead' },
    { unitId: UNITS.otherLead, role: 'lead' },
  ],
});
const after = (...events: readonly TaskEvent[]) => fold(taskDecider, [led, ...events]);

/** Two of a kind, and an event about the second: the first stays as it was, whatever happens to the other. */
describe('an event about one of several', () => {
  it('answers that request for coordination', () => {
    const state = after(
      happened('CoordinationAsked', { requestId: 'ph-0' }),
      happened('CoordinationAsked'),
      happened('CoordinationAnswered'),
    );
    const answers = state?.coordination.map(({ answered }) => answered);
    expect(answers).toEqual([null, sampleFacts.CoordinationAnswered]);
  });

  it('resolves that obstacle', () => {
    const state = after(
      happened('ObstacleRaised', { obstacleId: 'vm-0' }),
      happened('ObstacleRaised'),
      happened('ObstacleResolved'),
    );
    const resolutions = state?.obstacles.map(({ resolved }) => resolved);
    expect(resolutions).toEqual([null, sampleFacts.ObstacleResolved]);
  });

  it('confirms and ends that wait', () => {
    const state = after(
      happened('AuthorityWaitStarted', { waitId: 'cho-0' }),
      happened('AuthorityWaitStarted'),
      happened('AuthorityWaitConfirmed'),
      happened('AuthorityWaitEnded'),
    );
    expect(state?.waits.map(({ ended, isConfirmed }) => ({ ended, isConfirmed }))).toEqual([
      { ended: null, isConfirmed: false },
      { ended: sampleFacts.AuthorityWaitEnded, isConfirmed: true },
    ]);
  });

  it('decides that request for an extension', () => {
    const asked = [
      happened('ExtensionRequested', { requestId: 'gh-0' }),
      happened('ExtensionRequested'),
    ];
    const decisions = (event: TaskEvent) =>
      after(...asked, event)?.extensions.map(({ decided }) => decided);
    expect(decisions(happened('ExtensionRefused'))).toEqual([null, sampleFacts.ExtensionRefused]);
    const granted = happened('DeadlineExtended', { requestId: 'gh-1' });
    expect(decisions(granted)).toEqual([null, granted.data]);
    expect(decisions(happened('DeadlineExtended', { requestId: null }))).toEqual([null, null]);
  });

  it('replaces the earlier answer of that unit', () => {
    const other = { unitId: UNITS.otherLead };
    expect(
      after(happened('TaskAccepted', other), happened('TaskDeclined'), happened('TaskAccepted'))
        ?.answers,
    ).toEqual([
      { unitId: UNITS.otherLead, accepted: true },
      { unitId: UNITS.lead, accepted: true },
    ]);
  });

  it('replaces the earlier objection of that unit', () => {
    const state = after(
      happened('TaskDeclined', { unitId: UNITS.otherLead }),
      happened('TaskDeclined'),
      happened('DeclineAnswered'),
      happened('TaskDeclined', { reason: 'Thiếu người' }),
    );
    expect(state?.declines).toEqual([
      { unitId: UNITS.otherLead, answered: null },
      { unitId: UNITS.lead, answered: null },
    ]);
  });

  it('withdraws the objection of a unit that accepts, unless it was answered', () => {
    const objections = [
      happened('TaskDeclined', { unitId: UNITS.otherLead }),
      happened('TaskDeclined'),
    ];
    expect(after(...objections, happened('TaskAccepted'))?.declines).toEqual([
      { unitId: UNITS.otherLead, answered: null },
    ]);
    expect(
      after(...objections, happened('DeclineAnswered'), happened('TaskAccepted'))?.declines,
    ).toEqual([
      { unitId: UNITS.otherLead, answered: null },
      { unitId: UNITS.lead, answered: sampleFacts.DeclineAnswered },
    ]);
  });

  it('replaces the report of that unit on its part', () => {
    const other = happened('LeadPartReported', { unitId: UNITS.otherLead });
    const again = happened('LeadPartReported', { summary: 'Đã xong toàn bộ', attempt: 2 });
    expect(after(other, happened('LeadPartReported'), again)?.leadParts).toEqual([
      other.data,
      again.data,
    ]);
  });
});

describe('other leads, by amendment', () => {
  const amended = () =>
    after(
      happened('TaskAssigned'),
      happened('PersonAssigned', { subtaskId: 'xong' }),
      happened('SubtaskFinished', { subtaskId: 'xong' }),
      happened('PersonAssigned', { subtaskId: 'dang-lam' }),
      happened('PersonAssigned', { subtaskId: 'ben-kia', unitId: UNITS.otherLead }),
      happened('TaskAmended', {
        title: null,
        leads: {
          from: [{ unitId: UNITS.lead, role: 'lead' }],
          to: [
            { unitId: UNITS.otherLead, role: 'lead' },
            { unitId: UNITS.coordinating, role: 'focal' },
          ],
        },
      }),
    );

  it('end the open parts of the former leads; finished parts stay with who did them', () => {
    expect(amended()?.assignments.map(({ subtaskId }) => subtaskId)).toEqual(['xong', 'ben-kia']);
  });

  it('coordinate no longer', () => {
    expect(amended()?.coordinatingUnitIds).toEqual([]);
    const kept = after(happened('TaskAmended', { leads: null }));
    expect(kept?.coordinatingUnitIds).toEqual([UNITS.coordinating]);
  });

  it('leave the title as it was', () => {
    expect(amended()?.title).toBe(sampleFacts.TaskAssigned.title);
  });
});

describe('the succession of a unit', () => {
  const succeeded = (...events: readonly TaskEvent[]) =>
    after(...events, happened('TaskUnitSucceeded'));

  it('passes on its request for coordination while it is open', () => {
    const asked = { unitId: UNITS.lead };
    const state = succeeded(
      happened('CoordinationAsked', { ...asked, requestId: 'ph-0' }),
      happened('CoordinationAnswered', { ...asked, requestId: 'ph-0' }),
      happened('CoordinationAsked', asked),
    );
    expect(state?.coordination.map((request) => request.asked.unitId)).toEqual([
      UNITS.lead,
      UNITS.otherLead,
    ]);
  });

  it('lets its answer stand for the successor, whose own is dropped', () => {
    const own = happened('TaskDeclined', { unitId: UNITS.otherLead });
    expect(succeeded(own, happened('TaskAccepted'))?.answers).toEqual([
      { unitId: UNITS.otherLead, accepted: true },
    ]);
  });

  it('makes no unit coordinate that leads now', () => {
    const coordinatingUnitIds = [UNITS.otherLead, UNITS.coordinating];
    const state = fold(taskDecider, [
      happened('TaskAssigned', { coordinatingUnitIds }),
      happened('TaskUnitSucceeded'),
    ]);
    expect(state?.coordinatingUnitIds).toEqual([UNITS.coordinating]);
  });

  it('gives the lead in the heavier role to a successor that led already', () => {
    const { lead, otherLead, coordinating } = UNITS;
    const leads = [
      { unitId: lead, role: 'focal' as const },
      { unitId: otherLead, role: 'focal' as const },
      { unitId: coordinating, role: 'lead' as const },
    ];
    const state = fold(taskDecider, [
      happened('TaskAssigned', { leads }),
      happened('TaskUnitSucceeded'),
    ]);
    expect(state?.leads).toEqual([
      { unitId: otherLead, role: 'focal' },
      { unitId: coordinating, role: 'lead' },
    ]);
  });
});

describe('the parts of several units and people', () => {
  const holders = (...events: readonly TaskEvent[]) =>
    after(...events)?.assignments.map(({ unitId, personId }) => `${unitId} ${personId}`);
  const there = happened('PersonAssigned', {
    unitId: UNITS.otherLead,
    personId: 'nguoi-kia',
    subtaskId: 'phan-kia',
  });

  it('stay with the other unit when one unit passes its own on to a person of its own', () => {
    const within = happened('TaskHandedOver', {
      from: { unitId: UNITS.lead, personId: null },
      to: { unitId: UNITS.lead, personId: 'nguoi-moi' },
    });
    expect(holders(there, happened('PersonAssigned'), within)).toEqual([
      `${UNITS.otherLead} nguoi-kia`,
      `${UNITS.lead} nguoi-moi`,
    ]);
  });

  it('stay with the other unit when one unit hands the task over', () => {
    const across = happened('TaskHandedOver', {
      to: { unitId: UNITS.coordinating, personId: 'nguoi-moi' },
    });
    expect(holders(there, happened('PersonAssigned'), across)).toEqual([
      `${UNITS.otherLead} nguoi-kia`,
      `${UNITS.coordinating} nguoi-moi`,
    ]);
  });

  it('end with the unit that hands over, save what one of its people hands over alone', () => {
    const ofOne = happened('TaskHandedOver', {
      from: { unitId: UNITS.lead, personId: 'chuyen-vien' },
      to: { unitId: UNITS.coordinating, personId: 'nguoi-moi' },
    });
    const colleague = happened('PersonAssigned', { personId: 'dong-nghiep', subtaskId: 'phan-2' });
    expect(holders(happened('PersonAssigned'), colleague, ofOne)).toEqual([
      `${UNITS.coordinating} nguoi-moi`,
    ]);
  });

  it('may be the whole task for several people, and a named part for one', () => {
    const whole = { subtaskId: null, what: null };
    expect(
      holders(
        happened('PersonAssigned', whole),
        happened('PersonAssigned', { ...whole, personId: 'nguoi-khac' }),
        happened('PersonAssigned'),
        happened('PersonAssigned', { personId: 'nguoi-khac' }),
      ),
    ).toEqual([
      `${UNITS.lead} chuyen-vien`,
      `${UNITS.lead} nguoi-khac`,
      `${UNITS.lead} nguoi-khac`,
    ]);
  });
});

describe('a task right after its assignment', () => {
  it('has nothing that only its course can bring', () => {
    const state = fold(taskDecider, [happened('TaskAssigned')]);
    expect(state).toMatchObject({
      answers: [],
      declines: [],
      assignments: [],
      coordination: [],
      reports: [],
      obstacles: [],
      waits: [],
      extensions: [],
      leadParts: [],
      periods: [],
      occurrences: [],
      predecessorIds: [],
      noted: [],
      urging: { struck: [] },
    });
  });

  it('gives the whole task once to somebody who has it already', () => {
    const [giver, taker] = [
      { personId: 'cb-a', unitId: UNITS.lead },
      { personId: 'cb-b', unitId: UNITS.lead },
    ];
    const whole = { subtaskId: null, what: null, dueOn: null };
    const state = after(
      happened('PersonAssigned', { ...giver, ...whole }),
      happened('PersonAssigned', { ...taker, ...whole }),
      happened('TaskHandedOver', { from: giver, to: taker }),
    );
    expect(state?.assignments.map(({ personId, subtaskId }) => [personId, subtaskId])).toEqual([
      ['cb-b', null],
    ]);
  });
});
