import { localDate } from '@thidua/kernel';
import { specify } from '@thidua/kernel/testing';
import type { EvaluationCommand } from './evaluation.commands';
import { evaluationDecider } from './evaluation.decider';
import { evolveEvaluation } from './evaluation.state';
import {
  collectionClosed,
  deputyDirector,
  divisionHead,
  evaluationApproved,
  evaluationContext,
  evaluationFrozen,
  evaluationOpened,
  evaluationSuperseded,
  hash,
  integratedService,
  meetingHeld,
  officeClerk,
  reviewRecorded,
  RULE_SET,
  scoreAdjusted,
  scoreComputed,
  scorePublished,
  theSystem,
} from '../testing/evaluation.fixtures';

type DataOf<Type extends EvaluationCommand['type']> = Extract<
  EvaluationCommand,
  { type: Type }
>['data'];

const given = specify(evaluationDecider, evaluationContext);
const collected = [evaluationOpened(), collectionClosed()] as const;
const frozen = [...collected, evaluationFrozen()] as const;
const computed = [...frozen, scoreComputed()] as const;
const approved = [...computed, reviewRecorded(), meetingHeld(), evaluationApproved()] as const;
const published = [...approved, scorePublished()] as const;

const open = (data: Partial<DataOf<'OpenEvaluation'>> = {}): EvaluationCommand => ({
  type: 'OpenEvaluation',
  data: { evaluationId: 'danh-gia-2025', year: 2025, ruleSet: RULE_SET, ...data },
});
const freeze = (position = '120', asOf = '2025-12-15'): EvaluationCommand => ({
  type: 'FreezeEvaluation',
  data: { position, asOf: localDate(asOf) },
});
const record = (data: Partial<DataOf<'RecordScore'>> = {}): EvaluationCommand => ({
  type: 'RecordScore',
  data: {
    position: '120',
    asOf: localDate('2025-12-15'),
    ruleSetHash: RULE_SET.hash,
    inputHash: hash('b'),
    sheetHash: hash('c'),
    ...data,
  },
});
const adjust = (data: Partial<DataOf<'AdjustScore'>> = {}): EvaluationCommand => ({
  type: 'AdjustScore',
  data: {
    subjectId: 'qlcn',
    line: 'progress',
    points: '-5/2',
    reason: 'theo kết luận của Hội đồng',
    agreedBy: 'cb-007',
    ...data,
  },
});
const publish = (data: Partial<DataOf<'PublishScore'>> = {}): EvaluationCommand => ({
  type: 'PublishScore',
  data: {
    sheetHash: hash('c'),
    document: { number: '99/QĐ-SCT', date: null, issuer: null, title: null },
    ...data,
  },
});
const supersede = (byEvaluationId = 'danh-gia-2025-lai'): EvaluationCommand => ({
  type: 'SupersedeEvaluation',
  data: { byEvaluationId, reason: 'sai số liệu' },
});

describe('any step', () => {
  it.each([open(), freeze(), record(), adjust(), publish(), supersede()])(
    'is refused to heads of divisions and to services: $type',
    (command) => {
      for (const actor of [divisionHead, integratedService]) {
        given(...computed)
          .when(command, { actor })
          .thenRejected('EVALUATION_KEEPER_ONLY');
      }
    },
  );

  it.each([freeze(), record(), adjust(), publish(), supersede()])(
    'is refused before the evaluation is opened: $type',
    (command) => {
      given().when(command, { actor: deputyDirector }).thenRejected('EVALUATION_NOT_FOUND');
    },
  );

  it.each([
    freeze('130'),
    record({ sheetHash: hash('d') }),
    adjust(),
    publish({ sheetHash: hash('d') }),
  ])('is refused once the result is published: $type', (command) => {
    given(...published)
      .when(command, { actor: deputyDirector })
      .thenRejected('ALREADY_PUBLISHED', { number: '99/QĐ-SCT' });
  });

  it.each([
    freeze('130'),
    record({ sheetHash: hash('d') }),
    adjust(),
    publish({ sheetHash: hash('d') }),
    supersede('khac'),
  ])('is refused once the evaluation is superseded: $type', (command) => {
    given(...published, evaluationSuperseded())
      .when(command, { actor: deputyDirector })
      .thenRejected('ALREADY_SUPERSEDED', { byEvaluationId: 'danh-gia-2025-lai' });
  });
});

describe('opening an evaluation', () => {
  it('is refused when it is open under another year or rule set', () => {
    given(evaluationOpened())
      .when(open({ year: 2026 }))
      .thenRejected('EVALUATION_ALREADY_OPENED');
    given(evaluationOpened())
      .when(open({ ruleSet: { ...RULE_SET, version: 2 } }))
      .thenRejected('EVALUATION_ALREADY_OPENED');
  });

  it('changes nothing when repeated', () => {
    given(evaluationOpened()).when(open()).thenNothing();
  });

  it('is recorded with the day', () => {
    given().when(open(), { actor: theSystem }).then(evaluationOpened());
  });
});

describe('closing the collection', () => {
  it('is recorded once', () => {
    const close: EvaluationCommand = { type: 'CloseCollection', data: {} };
    given(evaluationOpened()).when(close).then(collectionClosed());
    given(...computed)
      .when(close)
      .thenNothing();
  });
});

describe('freezing', () => {
  it('is refused while marks and facts still come in', () => {
    given(evaluationOpened()).when(freeze()).thenRejected('NOT_COLLECTED');
  });

  it('is refused as of a day to come or before the year', () => {
    given(...collected)
      .when(freeze('120', '2025-12-21'))
      .thenRejected('AS_OF_OUTSIDE');
    given(...collected)
      .when(freeze('120', '2024-12-31'))
      .thenRejected('AS_OF_OUTSIDE', { from: '2025-01-01', to: '2025-12-20' });
  });

  it('is refused a second time elsewhere, and changes nothing at the same place', () => {
    given(...frozen)
      .when(freeze('121'))
      .thenRejected('ALREADY_FROZEN', { position: '120' });
    given(...frozen)
      .when(freeze('120', '2025-12-16'))
      .thenRejected('ALREADY_FROZEN');
    given(...computed)
      .when(freeze())
      .thenNothing();
  });

  it('is recorded with position and day', () => {
    given(...collected)
      .when(freeze())
      .then(evaluationFrozen());
  });
});

describe('recording a score', () => {
  it('is refused before freezing', () => {
    given(evaluationOpened()).when(record()).thenRejected('NOT_FROZEN');
  });

  it('is refused at another position, as of another day or under another rule set', () => {
    given(...frozen)
      .when(record({ position: '121' }))
      .thenRejected('POSITION_DIFFERS');
    given(...frozen)
      .when(record({ asOf: localDate('2025-12-16') }))
      .thenRejected('POSITION_DIFFERS', { asOf: '2025-12-15' });
    given(...frozen)
      .when(record({ ruleSetHash: hash('9') }))
      .thenRejected('HASH_DIFFERS', { field: 'ruleSetHash' });
  });

  it.each(['inputHash', 'sheetHash'])(
    'is refused when %s differs from the first result',
    (field) => {
      given(...computed)
        .when(record({ [field]: hash('9') }))
        .thenRejected('HASH_DIFFERS', { field });
    },
  );

  it('changes nothing when the result is the same', () => {
    given(...computed)
      .when(record())
      .thenNothing();
  });

  it('is recorded', () => {
    given(...frozen)
      .when(record())
      .then(scoreComputed());
  });
});

describe('adjusting a score', () => {
  it('is refused before the score is computed', () => {
    given(...frozen)
      .when(adjust())
      .thenRejected('NOT_COMPUTED');
  });

  it('is refused to the system, which cannot answer for a judgement', () => {
    given(...computed)
      .when(adjust(), { actor: theSystem })
      .thenRejected('EVALUATION_KEEPER_ONLY');
  });

  it('is refused when the second person is the actor or the one the actor acts for', () => {
    given(...computed)
      .when(adjust({ agreedBy: 'clerk' }))
      .thenRejected('SECOND_PERSON_NEEDED');
    const onBehalfOf = { personId: 'cb-007', legalBasis: '12/QĐ-SCT' };
    const actor = { ...officeClerk, actor: { ...officeClerk.actor, onBehalfOf } };
    given(...computed)
      .when(adjust(), { actor })
      .thenRejected('SECOND_PERSON_NEEDED');
  });

  it('is refused for points that are no fraction', () => {
    given(...computed)
      .when(adjust({ points: '5/0' }))
      .thenRejected('POINTS_NOT_A_FRACTION');
  });

  it('is recorded beside the computed score', () => {
    given(...computed)
      .when(adjust())
      .then(scoreAdjusted());
    const state = [...computed, scoreAdjusted()].reduce(
      evolveEvaluation,
      evaluationDecider.initialState,
    );
    expect(state).toMatchObject({
      status: 'computed',
      computed: { sheetHash: hash('c') },
      adjustments: [{ points: '-5/2', agreedBy: 'cb-007' }],
    });
  });
});

describe('publishing', () => {
  it.each([
    ['the Office', officeClerk],
    ['the system', theSystem],
  ])('is refused to %s', (_who, actor) => {
    given(...approved)
      .when(publish(), { actor })
      .thenRejected('EVALUATION_LEADER_ONLY');
  });

  it('is refused before the result is approved and under another hash', () => {
    given(...computed)
      .when(publish(), { actor: deputyDirector })
      .thenRejected('NOT_APPROVED');
    given(...approved)
      .when(publish({ sheetHash: hash('9') }), { actor: deputyDirector })
      .thenRejected('HASH_DIFFERS', { field: 'sheetHash', expected: hash('c') });
  });

  it('changes nothing when repeated', () => {
    given(...published)
      .when(publish(), { actor: deputyDirector })
      .thenNothing();
  });

  it('is recorded with the document and the day', () => {
    given(...approved)
      .when(publish(), { actor: deputyDirector })
      .then(scorePublished());
  });
});

describe('superseding', () => {
  it('is refused by itself', () => {
    given(evaluationOpened()).when(supersede('danh-gia-2025')).thenRejected('SUPERSEDED_BY_ITSELF');
  });

  it('is refused to the Office once the result is approved', () => {
    for (const history of [approved, published]) {
      given(...history)
        .when(supersede())
        .thenRejected('EVALUATION_LEADER_ONLY');
    }
  });

  it('changes nothing when repeated', () => {
    given(...published, evaluationSuperseded())
      .when(supersede())
      .thenNothing();
  });

  it('is recorded, before publication also for the Office', () => {
    given(...computed)
      .when(supersede())
      .then(evaluationSuperseded());
    given(...published)
      .when(supersede(), { actor: deputyDirector })
      .then(evaluationSuperseded());
  });
});

describe('the state of an evaluation', () => {
  it('takes an event about an evaluation nobody opened without a word', () => {
    expect(evolveEvaluation(evaluationDecider.initialState, scoreComputed())).toEqual({
      status: 'absent',
    });
  });

  it('is plain JSON', () => {
    const state = [...published, evaluationSuperseded()].reduce(
      evolveEvaluation,
      evaluationDecider.initialState,
    );
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });
});
