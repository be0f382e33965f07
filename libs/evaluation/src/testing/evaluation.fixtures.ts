import { localDate, type ActorFacts, type HeldPost } from '@thidua/kernel';
import type { EvaluationEvent } from '../evaluation.events';

type DataOf<Type extends EvaluationEvent['type']> = Extract<
  EvaluationEvent,
  { type: Type }
>['data'];

export const hash = (digit: string): string => digit.repeat(64);
export const RULE_SET = { id: 'ND335_ORG', version: 1, hash: hash('a') };
const evaluationId = 'danh-gia-2025';

const personWith = (id: string, post: HeldPost): ActorFacts => ({
  actor: { kind: 'person', id, unitId: post.unitId, role: post.post, onBehalfOf: null },
  posts: [post],
});
export const officeClerk = personWith('clerk', {
  unitId: 'vp',
  unitKind: 'office',
  post: 'staff',
});
export const divisionHead = personWith('head', {
  unitId: 'qlcn',
  unitKind: 'division',
  post: 'head',
});
export const deputyDirector = personWith('deputy', {
  unitId: 'sct',
  unitKind: 'department',
  post: 'deputy',
});
const withoutPosts = (kind: 'service' | 'system', id: string): ActorFacts => ({
  actor: { kind, id, unitId: null, role: null, onBehalfOf: null },
  posts: [],
});
export const integratedService = withoutPosts('service', 'reporting');
export const theSystem = withoutPosts('system', 'scheduler');

export const evaluationOpened = (
  data: Partial<DataOf<'EvaluationOpened'>> = {},
): EvaluationEvent => ({
  type: 'EvaluationOpened',
  data: {
    evaluationId,
    year: 2025,
    ruleSet: RULE_SET,
    openedOn: localDate('2025-12-20'),
    ...data,
  },
});

export const evaluationFrozen = (
  data: Partial<DataOf<'EvaluationFrozen'>> = {},
): EvaluationEvent => ({
  type: 'EvaluationFrozen',
  data: {
    evaluationId,
    position: '120',
    asOf: localDate('2025-12-15'),
    frozenOn: localDate('2025-12-20'),
    ...data,
  },
});

export const scoreComputed = (data: Partial<DataOf<'ScoreComputed'>> = {}): EvaluationEvent => ({
  type: 'ScoreComputed',
  data: {
    evaluationId,
    position: '120',
    asOf: localDate('2025-12-15'),
    ruleSetHash: RULE_SET.hash,
    inputHash: hash('b'),
    sheetHash: hash('c'),
    ...data,
  },
});

export const scoreAdjusted = (data: Partial<DataOf<'ScoreAdjusted'>> = {}): EvaluationEvent => ({
  type: 'ScoreAdjusted',
  data: {
    evaluationId,
    unitId: 'qlcn',
    line: 'progress',
    points: '-5/2',
    reason: 'theo kết luận của Hội đồng',
    agreedBy: 'cb-007',
    ...data,
  },
});

export const scorePublished = (data: Partial<DataOf<'ScorePublished'>> = {}): EvaluationEvent => ({
  type: 'ScorePublished',
  data: {
    evaluationId,
    sheetHash: hash('c'),
    document: { number: '99/QĐ-SCT', date: null, issuer: null, title: null },
    publishedOn: localDate('2025-12-20'),
    ...data,
  },
});

export const evaluationSuperseded = (
  data: Partial<DataOf<'EvaluationSuperseded'>> = {},
): EvaluationEvent => ({
  type: 'EvaluationSuperseded',
  data: { evaluationId, byEvaluationId: 'danh-gia-2025-lai', reason: 'sai số liệu', ...data },
});
