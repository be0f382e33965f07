import { instant, localDateOf, yearOf } from '@thidua/kernel';
import type { TaskEvent, TaskState } from '@thidua/task';
import { officeOfLog } from '../log/office-of-log';
import { yearOfTasks } from '../log/year-of-tasks';
import { drawLeavers } from '../office/leavers';
import type { Office } from '../office/office';
import { officeEntries, taskEntries } from '../testing/sample-year';
import { commandOf, directoryAfter, rulesOf, type Verdict } from '../testing/rule-book';
import { markOf, scriptOfTask, type Play } from './script-of-task';

const YEAR = 2025;
const organisation = officeEntries();
const assignments = taskEntries(300);

function playOf(seed: number, until = '2025-12-31T23:59:59.999+07:00'): Play {
  const mark = markOf({ year: YEAR, seed });
  const found = officeOfLog(organisation, YEAR, mark);
  const office: Office = { ...found, leavers: drawLeavers(mark, YEAR, found) };
  return { year: YEAR, seed, office, until: instant(until) };
}

const tasks = yearOfTasks(assignments, YEAR, 'nobody').played;
const scriptsOf = (play: Play) => tasks.map((task) => scriptOfTask(task, play));

const histories = new Map<string, TaskEvent[]>();
for (const { stream, type, data } of assignments) {
  histories.set(stream, [...(histories.get(stream) ?? []), { type, data } as TaskEvent]);
}

function judged(play: Play, scripts = scriptsOf(play)) {
  const judge = rulesOf(directoryAfter(organisation, play.office));
  return tasks.map((task, index) => ({
    task,
    ...judge(histories.get(`task-${task.taskId}`) ?? [], scripts[index] ?? []),
  }));
}

/** How a dated task stands at the end of the year; null where there is no date or the task has left the plan. */
function bucketOf(state: TaskState) {
  const due = state?.dueOn ?? null;
  if (state === null || due === null) return null;
  const done = state.completedOn;
  if (done === null) {
    if (state.state !== 'inProgress') return null;
    return due < `${YEAR}-12-31` ? 'openOverdue' : 'openInTime';
  }
  if (done > due) return 'late';
  return done < `${due.slice(0, 7)}-01` ? 'early' : 'inTime';
}

const unwanted = ({ act, code }: Verdict): boolean =>
  act.mustBeRefusedWith === null ? code !== null : !act.mustBeRefusedWith.includes(code ?? '');

describe('the script of a task', () => {
  const play = playOf(7);
  const scripts = scriptsOf(play);
  const played = judged(play, scripts);

  it('is the same for the same seed, whatever else was drawn in between', () => {
    const again = [...tasks].reverse().map((task) => scriptOfTask(task, playOf(7)));
    expect(again.reverse()).toEqual(scripts);
  });

  it('differs for another seed', () => {
    expect(scriptsOf(playOf(8))).not.toEqual(scripts);
  });

  it('gives every task something to do, and every act its own idempotency key', () => {
    expect(scripts.filter((acts) => acts.length === 0)).toEqual([]);
    const keys = scripts.flat().map(({ idempotencyKey }) => idempotencyKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key.length < 8 || key.length > 200)).toEqual([]);
  });

  it('sends only data that the command schemas accept', () => {
    expect(() => scripts.flat().map(commandOf)).not.toThrow();
  });

  it('stays inside the year, after the assignment, in the order of time', () => {
    scripts.forEach((acts, index) => {
      const instants = acts.map(({ occurredAt }) => occurredAt);
      expect(instants).toEqual(instants.toSorted());
      const days = instants.map(localDateOf);
      expect(days.every((day) => yearOf(day) === YEAR)).toBe(true);
      expect(days.every((day) => day > (tasks[index]?.assignedOn ?? ''))).toBe(true);
    });
  });

  it.each([7, 8])('meets no refusal but the intended ones (seed %i)', (seed) => {
    const refused = (seed === 7 ? played : judged(playOf(seed))).flatMap(({ verdicts }) =>
      verdicts.filter(unwanted),
    );
    expect(refused.map(({ act, code }) => [act.idempotencyKey, code])).toEqual([]);
  });

  it('changes something with every act that is accepted', () => {
    const idle = played.flatMap(({ verdicts }) =>
      verdicts.filter(({ code, events }) => code === null && events.length === 0),
    );
    expect(idle.map(({ act }) => act.idempotencyKey)).toEqual([]);
  });

  it('holds a small share of deliberately wrong acts', () => {
    const all = scripts.flat();
    const wrong = all.filter(({ mustBeRefusedWith }) => mustBeRefusedWith !== null);
    expect(wrong.length).toBeGreaterThan(5);
    expect(wrong.length * 50).toBeLessThan(all.length);
  });

  it('is cut at the given instant and otherwise unchanged', () => {
    const until = '2025-06-30T23:59:59.999+07:00';
    const cut = scriptsOf(playOf(7, until));
    const earlier = scripts.map((acts) =>
      acts.filter(({ occurredAt }) => occurredAt <= instant(until)),
    );
    expect(cut).toEqual(earlier);
  });

  it('leaves tasks in every state that a year can leave them in', () => {
    const states = new Set(played.map(({ state }) => state?.state));
    expect([...states].toSorted()).toEqual(
      [
        'assigned',
        'cancelled',
        'completed',
        'inProgress',
        'notArisen',
        'reported',
        'waiting',
      ].toSorted(),
    );
  });

  it('holds work done early, in time and late, and open work in time and overdue', () => {
    const count = { early: 0, inTime: 0, late: 0, openInTime: 0, openOverdue: 0 };
    for (const { state } of played) {
      const bucket = bucketOf(state);
      if (bucket !== null) count[bucket] += 1;
    }
    const { openInTime, ...frequent } = count;
    expect(openInTime).toBeGreaterThan(0);
    expect(Object.values(frequent).every((each) => each >= 10)).toBe(true);
  });

  it('tells every kind of thing that happens to tasks of this flow in a year', () => {
    const types = new Set(
      played.flatMap(({ verdicts }) => verdicts.flatMap(({ events }) => events.map((e) => e.type))),
    );
    const never = [
      'TaskAssigned',
      'TriggerAwaited',
      'StepApproved',
      'TaskSuperseded',
      'TaskAmended',
      'TaskCarriedOver',
    ];
    expect([...types].filter((type) => never.includes(type))).toEqual([]);
    for (const type of [
      'TaskAccepted',
      'TaskDeclined',
      'PersonAssigned',
      'SubtaskFinished',
      'TriggerReceived',
      'WorkStarted',
      'CoordinationAsked',
      'CoordinationAnswered',
      'ProgressReported',
      'NilReported',
      'LeadUnitReminded',
      'ObstacleRaised',
      'SolutionProposed',
      'DirectionGiven',
      'ObstacleResolved',
      'AuthorityWaitStarted',
      'AuthorityWaitEnded',
      'ExtensionRequested',
      'DeadlineExtended',
      'ExtensionRefused',
      'ProductHandedIn',
      'ProductAccepted',
      'ProductReturned',
      'SubmittedUpward',
      'IssuedByAuthority',
      'MilestoneReached',
      'ResultReported',
      'ResultReturned',
      'TaskCompleted',
      'TaskNotArisen',
      'TaskCancelled',
      'TaskReopened',
      'OngoingClosed',
      'TaskHandedOver',
      'DelayCauseConfirmed',
      'TaskCorrected',
    ]) {
      expect(types).toContain(type);
    }
  });

  it('lets no one verify a result they reported, nor the Office its own', () => {
    const completions = played.flatMap(({ task, verdicts }) => {
      const actorsOf = (type: TaskEvent['type']) =>
        verdicts
          .filter(({ events }) => events.some((event) => event.type === type))
          .map(({ act }) => act.actorId);
      const reporters = actorsOf('ResultReported');
      return actorsOf('TaskCompleted').map((verifier) => ({ task, verifier, reporters }));
    });
    expect(completions.length).toBeGreaterThan(100);
    expect(completions.filter(({ verifier, reporters }) => reporters.includes(verifier))).toEqual(
      [],
    );
    const ofOffice = completions.filter(({ task }) => task.leads.some((l) => l.unitId === 'vp'));
    expect(ofOffice.length).toBeGreaterThan(10);
    expect(ofOffice.every(({ verifier }) => verifier.startsWith('so.'))).toBe(true);
  });

  it('makes units differ in how late they are', () => {
    const lateShare = new Map<string, { late: number; done: number }>();
    for (const { state, task } of played) {
      const unitId = task.leads.at(-1)?.unitId ?? '';
      const row = lateShare.get(unitId) ?? { late: 0, done: 0 };
      if (state?.completedOn == null || state.dueOn === null) continue;
      row.done += 1;
      if (state.completedOn > state.dueOn) row.late += 1;
      lateShare.set(unitId, row);
    }
    const shares = [...lateShare.values()].map(({ late, done }) => Math.round((late * 100) / done));
    expect(Math.max(...shares) - Math.min(...shares)).toBeGreaterThan(5);
  });
});
