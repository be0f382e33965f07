import { CommandRejected, type ActorFacts } from '@thidua/kernel';
import {
  deputyDirector,
  director,
  divisionHead,
  integratedService,
  officeClerk,
  theSystem,
} from '../testing/evaluation.fixtures';
import { requireScoreReader, type ScoreScope } from './score-reading';

const [own] = divisionHead.posts;
const staff: ActorFacts = {
  actor: { ...divisionHead.actor, id: 'cb-9' },
  posts: [{ ...own!, post: 'staff' }],
};
const forStaff: ActorFacts = {
  actor: { ...staff.actor, id: 'cb-7', onBehalfOf: { personId: 'cb-9', unitId: null } as never },
  posts: staff.posts,
};
const nobody: ActorFacts = { actor: { ...staff.actor, id: 'cb-0' }, posts: [] };

const all: ScoreScope = { kind: 'all' };
const person = (unitIds: readonly string[]): ScoreScope => ({
  ...{ kind: 'person', personId: 'cb-9', unitIds },
});
const unit = (unitIds: readonly string[]): ScoreScope => ({ kind: 'unit', unitId: 'u', unitIds });
const [mine, other] = [[own!.unitId], ['khac']];

const answer = (facts: ActorFacts, scope: ScoreScope): string => {
  try {
    requireScoreReader(facts, scope);
    return 'open';
  } catch (error) {
    if (error instanceof CommandRejected) return error.code;
    throw error;
  }
};

describe('scores', () => {
  it.each([
    ['the Office', officeClerk],
    ['a deputy director', deputyDirector],
    ['the director', director],
    ['the system', theSystem],
  ])('are all open to %s', (_who, facts) => {
    for (const scope of [all, person(other), unit(other)])
      expect(answer(facts, scope)).toBe('open');
  });

  const closed = ['SCORES_NOT_OPEN', 'PERSON_SCORE_NOT_OPEN', 'UNIT_SCORE_NOT_OPEN'] as const;
  it.each([
    ['the head of the unit', divisionHead, mine, ['SCORES_NOT_OPEN', 'open', 'open']],
    ['the head of another unit', divisionHead, other, closed],
    ['the person', staff, mine, ['SCORES_NOT_OPEN', 'open', 'UNIT_SCORE_NOT_OPEN']],
    ['who acts for the person', forStaff, mine, closed],
    ['somebody without a post', nobody, mine, closed],
    ['a service', integratedService, mine, closed],
  ] as const)('answer %s for all, a person and a unit', (_who, facts, unitIds, answers) => {
    const scopes = [all, person(unitIds), unit(unitIds)];
    expect(scopes.map((scope) => answer(facts, scope))).toEqual(answers);
  });
});
