import {
  evaluationFrozen,
  evaluationOpened,
  evaluationSuperseded,
  scoreAdjusted,
  scoreComputed,
  scorePublished,
} from '@thidua/evaluation/testing';
import { specifyProjection } from '../testing';
import { evaluations, type EvaluationRow } from './evaluations.projection';

const id = evaluationOpened().data.evaluationId;
const steps = [
  evaluationOpened(),
  evaluationFrozen(),
  scoreComputed(),
  scoreAdjusted(),
  scorePublished(),
  evaluationSuperseded(),
];
const after = (count: number, expected: Partial<EvaluationRow>) => {
  specifyProjection(evaluations)
    .given(...steps.slice(0, count))
    .thenRowsMatching({ [id]: expected });
};

describe('the evaluations', () => {
  it('stand where the cycle stands', () => {
    after(1, { status: 'opened', frozen: null, computed: null, adjustments: [] });
    after(2, { status: 'frozen' });
    after(3, { status: 'computed' });
    after(4, { status: 'computed' });
    after(5, { status: 'published' });
    after(6, { status: 'superseded' });
  });

  it('keep each step readable after the next, with the event of every adjustment', () => {
    const frozen = evaluationFrozen().data;
    const superseded = evaluationSuperseded().data;
    after(6, {
      frozen: expect.objectContaining({
        position: 'position' in frozen ? frozen.position : 'none',
      }) as never,
      computed: expect.objectContaining({
        sheetHash: expect.stringMatching(/^[0-9a-f]{64}$/) as never,
      }) as never,
      adjustments: [
        expect.objectContaining({ eventId: '00000000-0000-4000-8000-000000000004' }) as never,
      ],
      published: expect.objectContaining({
        sheetHash: expect.stringMatching(/^[0-9a-f]{64}$/) as never,
      }) as never,
      supersededBy: 'byEvaluationId' in superseded ? superseded.byEvaluationId : 'none',
    });
  });

  it('refuse an event about a cycle nobody opened', () => {
    specifyProjection(evaluations)
      .given(scoreComputed())
      .thenPoison(/never opened/);
  });
});
