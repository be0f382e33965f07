import { addDays } from '@thidua/kernel';
import { ASSIGNED_ON, DUE_ON, happened, TODAY } from '../testing';
import type { TaskEvent } from '../task.events';
import type { TaskUrging } from '../task.state';
import { clockAfter } from './urging.evolve';

const BEFORE: TaskUrging = {
  owedSince: ASSIGNED_ON,
  enteredOn: addDays(ASSIGNED_ON, 1),
  struck: [{ timer: 'dueTomorrow', countedFrom: DUE_ON }],
};
const DAY = addDays(TODAY, 5);

describe('the clock of the timers', () => {
  it.each<readonly [string, TaskEvent]>([
    ['the trigger came', happened('TriggerReceived', { receivedOn: DAY })],
    ['the result was returned', happened('ResultReturned', { returnedOn: DAY })],
    ['the task was reopened', happened('TaskReopened', { onDay: DAY })],
  ])('begins anew on the day %s, in the state entered that day', (_, event) => {
    expect(clockAfter(BEFORE, event)).toEqual({ ...BEFORE, owedSince: DAY, enteredOn: DAY });
  });

  it.each<readonly [string, TaskEvent]>([
    ['extended', happened('DeadlineExtended', { grantedOn: DAY })],
    [
      'amended',
      happened('TaskAmended', { dueOn: { from: DUE_ON, to: addDays(DUE_ON, 9) }, amendedOn: DAY }),
    ],
    ['corrected', happened('TaskCorrected', { field: 'dueOn', correctedOn: DAY })],
  ])('owes the work to another date from the day the due date was %s', (_, event) => {
    expect(clockAfter(BEFORE, event)).toEqual({ ...BEFORE, owedSince: DAY });
  });

  it.each<readonly [string, TaskEvent]>([
    ['work began', happened('WorkStarted', { startedOn: DAY })],
    ['the result was reported', happened('ResultReported', { reportedOn: DAY })],
    ['a step was approved', happened('StepApproved', { approvedOn: DAY })],
  ])('knows the day of the state when %s, and the work stays owed as it was', (_, event) => {
    expect(clockAfter(BEFORE, event)).toEqual({ ...BEFORE, enteredOn: DAY });
  });

  it('knows no day of a state that its step does not tell', () => {
    expect(clockAfter(BEFORE, happened('TriggerAwaited'))).toEqual({ ...BEFORE, enteredOn: null });
    expect(clockAfter(BEFORE, happened('TaskCancelled'))).toEqual({ ...BEFORE, enteredOn: null });
  });

  it.each<readonly [string, TaskEvent]>([
    ['an amendment that leaves the due date', happened('TaskAmended', { amendedOn: DAY })],
    ['a correction of another day', happened('TaskCorrected', { field: 'completedOn' })],
    ['a fact that is no step', happened('ProgressReported')],
  ])('goes on unchanged after %s', (_, event) => {
    expect(clockAfter(BEFORE, event)).toBe(BEFORE);
  });
});
