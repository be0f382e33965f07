import * as fc from 'fast-check';
import { taskCommands } from './task.commands';
import { director } from './testing';
import { course, longCourse, modelOf, type Beginning } from './testing/task-life.course';
import { RUNS } from './testing/task-life.draws';
import { play } from './testing/task-life.play';
import { FIRST_DAY, moves, type Draw } from './testing/task-life.steps';

const whats = Object.keys(moves) as Draw['what'][];

describe('the life of a task', () => {
  it('goes in every course as a second, independent telling foresees', () => {
    fc.assert(
      fc.property(course, (drawn) => {
        play(drawn);
      }),
      { numRuns: RUNS },
    );
  });

  it('takes and refuses every one of its moves in some of the courses drawn', () => {
    const played = fc.sample(longCourse, { seed: 42, numRuns: 150 }).flatMap(play);
    const moved = (flow: Beginning['flow'] | null, isWanted: (outcome: string) => boolean) =>
      new Set(
        played
          .filter((each) => (flow === null || each.flow === flow) && isWanted(each.outcome))
          .map(({ what }) => what),
      );
    const isAccepted = (outcome: string) => outcome === 'accepted';
    // Refusals that any move would get on such a day or task say nothing of the move.
    const isRefused = (outcome: string) =>
      /^[A-Z_]+$/.test(outcome) &&
      !['OCCURRED_BEFORE_ASSIGNMENT', 'TASK_CARRIED_OVER'].includes(outcome);
    const without = (found: ReadonlySet<string>) => whats.filter((what) => !found.has(what));
    expect(without(moved(null, isAccepted))).toEqual([]);
    expect(without(moved(null, isRefused))).toEqual([]);
    for (const flow of ['default', 'two-level'] as const) {
      expect(moved(flow, isAccepted).size).toBeGreaterThan(whats.length * 0.8);
    }
  });

  it('plays every command there is; the assignment begins each course', () => {
    const asked = whats.map(
      (what) => moves[what](modelOf(beginning), act, sampleDraw).command.type,
    );
    expect(new Set([...asked, 'AssignTask'])).toEqual(new Set(Object.keys(taskCommands)));
  });
});

const act = { actor: director, on: FIRST_DAY };
const [beginning, [sampleDraw]] = fc.sample(
  course.filter((drawn): drawn is [Beginning, [Draw, ...Draw[]]] => drawn[1].length > 0),
  { seed: 1, numRuns: 1 },
)[0] as [Beginning, [Draw, ...Draw[]]];
