import {
  appealAnswered,
  appealReceived,
  evaluationSuperseded,
  publishedCycle,
  scoreAdjusted,
  scoreComputed,
} from '@thidua/evaluation/testing';
import { specifyProjection } from '../testing';
import { evaluations, type EvaluationRow } from './evaluations.projection';

const cycle = publishedCycle();
const id = cycle[0]?.data.evaluationId ?? '';
const after = (steps: typeof cycle, expected: Partial<EvaluationRow>) => {
  specifyProjection(evaluations)
    .given(...steps)
    .thenRowsMatching({ [id]: expected });
};

describe('the evaluations', () => {
  it('stand where the cycle stands', () => {
    const statuses = [
      'opened',
      'opened',
      'collected',
      'frozen',
      'computed',
      'reviewed',
      'met',
      'approved',
      'published',
    ] as const;
    statuses.forEach((status, index) => {
      after(cycle.slice(0, index + 1), { status });
    });
    after([...cycle, evaluationSuperseded()], { status: 'superseded' });
  });

  it('keep each step readable after the next, with the event of every step and adjustment', () => {
    const [first, second] = [scoreAdjusted(), scoreAdjusted({ points: '1' })];
    const steps = [...cycle.slice(0, 5), first, second, ...cycle.slice(5)];
    const eventId = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
    after(steps, {
      frozen: cycle[3]?.data as EvaluationRow['frozen'],
      computed: cycle[4]?.data as EvaluationRow['computed'],
      meeting: cycle[6]?.data as EvaluationRow['meeting'],
      adjustments: [
        expect.objectContaining({ points: '-5/2', eventId: eventId(6) }) as never,
        expect.objectContaining({ points: '1', eventId: eventId(7) }) as never,
      ],
      history: steps.map(
        ({ type }, index) =>
          expect.objectContaining({ type, eventId: eventId(index + 1) }) as never,
      ),
    });
  });

  it('tell the day by which the next appeal is to be answered, as long as one is open', () => {
    const later = appealReceived({ appealId: 'kn-2', dueOn: '2026-01-08' as never });
    after([...cycle, later], { appealDueOn: '2026-01-08' as never });
    after([...cycle, later, appealReceived()], { appealDueOn: '2025-12-31' as never });
    const answers = [appealAnswered(), appealAnswered({ appealId: 'kn-2' })];
    after([...cycle, later, appealReceived(), ...answers], { appealDueOn: null });
  });

  it('refuse an event about a cycle nobody opened', () => {
    specifyProjection(evaluations)
      .given(scoreComputed())
      .thenPoison(/never opened/);
  });
});
