import * as fc from 'fast-check';
import { taskCommands } from './task.commands';
import { taskRejections, type TaskRejection } from './task.rejections';
import { course, REFUSED } from './testing/task-life.chance';
import { modelOf } from './testing/task-life.course';
import { FIRST_DAY } from './testing/task-life.days';
import { RUNS } from './testing/task-life.draws';
import { beginsWith, drawnOf, type Script } from './testing/task-life.line';
import { ACCEPTED, play, type Played } from './testing/task-life.play';
import { moves, type Draw } from './testing/task-life.steps';
import { NOTHING_NEW } from './testing/task-life.move';
import { BYWAYS, SAID_TWICE, WAYS } from './testing/task-life.ways';

const whats = Object.keys(moves) as Draw['what'][];

/** Refusals that no course comes to, each with the reason. */
const UNREACHED: Partial<Record<TaskRejection, string>> = {
  RESULT_NOT_REPORTED:
    'under the flows that ship, a report alone leads to where a result is judged',
};

const led = ({ begins, lines }: Script): Played[] => play([beginsWith(begins), lines.map(drawnOf)]);

describe('the life of a task', () => {
  it('goes in every course as a second, independent telling foresees', () => {
    fc.assert(
      fc.property(course, (drawn) => {
        play(drawn);
      }),
      { numRuns: RUNS * 5 },
    );
  });

  it('has a course to every refusal there is, save those that none comes to', () => {
    const all = [...Object.keys(REFUSED), ...Object.keys(UNREACHED)];
    expect(all.sort()).toEqual(Object.keys(taskRejections).sort());
  });

  it.each(Object.entries<readonly Script[]>(REFUSED))('comes to %s', (code, scripts) => {
    const ends = scripts.map((script) => led(script).filter(({ outcome }) => outcome === code));
    expect(ends.filter((found) => found.length === 0)).toEqual([]);
  });

  it.each(['default', 'two-level'] as const)('takes every move there is under flow %s', (flow) => {
    const taken = WAYS.flatMap(led)
      .filter((each) => each.flow === flow && each.outcome === ACCEPTED)
      .map(({ what }) => what);
    // The assignment comes before every course, and one level has no step between.
    const never = flow === 'default' ? ['assign', 'approve'] : ['assign'];
    expect(whats.filter((what) => !taken.includes(what))).toEqual(never);
  });

  it('takes every act of the courses off the usual way', () => {
    const refused = BYWAYS.flatMap(led).filter(
      ({ what, outcome }) => what !== 'assign' && outcome !== ACCEPTED,
    );
    expect(refused).toEqual([]);
  });

  it('records once what is said twice on one day', () => {
    const repeated = SAID_TWICE.flatMap(led).filter(({ outcome }) => outcome === NOTHING_NEW);
    const found = new Set(repeated.map(({ what }) => what));
    // A month is told of once: a second report, be it the same, is refused.
    expect(whats.filter((what) => !found.has(what))).toEqual(['tellProgress', 'tellNil']);
  });

  it('plays every command there is', () => {
    const asked = whats.map((what) => {
      const drawn = drawnOf([what]);
      const act = { actor: drawn.actor, on: FIRST_DAY };
      return moves[what](modelOf(beginsWith()), act, drawn).command.type;
    });
    expect(new Set(asked)).toEqual(new Set(Object.keys(taskCommands)));
  });
});
