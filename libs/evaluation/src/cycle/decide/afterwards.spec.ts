import { localDate, type ActorFacts } from '@thidua/kernel';
import { specify } from '@thidua/kernel/testing';
import {
  amendmentRecorded,
  appealAnswered,
  appealReceived,
  classificationSuperseded,
  decisionPaper,
  director,
  divisionHead,
  evaluationContext,
  evaluationSuperseded,
  hash,
  officeClerk,
  publishedCycle,
} from '../../testing/evaluation.fixtures';
import type { EvaluationCommand } from '../evaluation.commands';
import { evaluationDecider } from '../evaluation.decider';
import type { Of } from './decisions';

const given = specify(evaluationDecider, evaluationContext);
const published = publishedCycle();
const appealed = [...published, appealReceived()];
const answered = [...appealed, appealAnswered()];
const byDirector = { actor: director };

const receive = (data: Partial<Of<'ReceiveAppeal'>> = {}): EvaluationCommand => ({
  type: 'ReceiveAppeal',
  data: {
    appealId: 'kn-1',
    subjectId: 'qlcn',
    appellantId: 'head',
    text: 'Nhiệm vụ 2.1 hoàn thành đúng hạn',
    document: null,
    ...data,
  },
});
const answer = (data: Partial<Of<'AnswerAppeal'>> = {}): EvaluationCommand => ({
  type: 'AnswerAppeal',
  data: {
    appealId: 'kn-1',
    outcome: 'upheld',
    reason: 'hồ sơ cho thấy đúng hạn',
    decision: decisionPaper('101/QĐ-SCT'),
    ...data,
  },
});
const reclassify = (data: Partial<Of<'SupersedeClassification'>> = {}): EvaluationCommand => ({
  type: 'SupersedeClassification',
  data: {
    subjectId: 'qlcn',
    appealId: 'kn-1',
    becomes: 'HTXS',
    reason: 'theo kết quả giải quyết kiến nghị',
    decision: decisionPaper('101/QĐ-SCT'),
    ...data,
  },
});
const amend = (data: Partial<Of<'RecordAmendment'>> = {}): EvaluationCommand => ({
  type: 'RecordAmendment',
  data: {
    position: '150',
    sheetHash: hash('d'),
    causeEventIds: ['00000000-0000-4000-8000-0000000000aa'],
    rankMoves: [{ subjectId: 'qlcn', from: 2, to: 1 }],
    reason: 'đính chính ngày hoàn thành nhiệm vụ 2.1',
    ...data,
  },
});

describe('receiving an appeal', () => {
  it('is refused before the result is published', () => {
    given(...published.slice(0, -1))
      .when(receive())
      .thenRejected('NOT_PUBLISHED');
  });

  it('is refused from whoever is not the subject, and in the name of somebody else', () => {
    given(...published)
      .when(receive({ appellantId: 'cb-007' }))
      .thenRejected('NOT_SUBJECT_OF_IT', { subjectId: 'qlcn' });
    const colleague: ActorFacts = {
      ...divisionHead,
      actor: { ...divisionHead.actor, id: 'cb-007' },
    };
    given(...published)
      .when(receive(), { actor: colleague })
      .thenRejected('EVALUATION_KEEPER_ONLY');
  });

  it('is refused after the last day for appeals, on which it is still taken', () => {
    const days = evaluationContext.appealDays;
    const until = (day: string) => ({
      appealDays: days && { ...days, closesOn: localDate(day) },
    });
    given(...published)
      .when(receive(), until('2025-12-19'))
      .thenRejected('APPEAL_TOO_LATE', { closesOn: '2025-12-19' });
    given(...published)
      .when(receive(), until('2025-12-20'))
      .then(appealReceived());
  });

  it('is refused while another of the subject is open, and under an id that is taken', () => {
    given(...appealed)
      .when(receive({ appealId: 'kn-2' }))
      .thenRejected('APPEAL_STILL_OPEN', { appealId: 'kn-1' });
    given(...answered)
      .when(receive({ text: 'việc khác' }))
      .thenRejected('APPEAL_ID_TAKEN');
  });

  it('is recorded by the subject or by the Office with the day the calendar gives', () => {
    for (const actor of [divisionHead, officeClerk]) {
      given(...published)
        .when(receive(), { actor })
        .then(appealReceived());
    }
    given(...appealed)
      .when(receive())
      .thenNothing();
  });
});

describe('answering an appeal', () => {
  it.each([
    ['to the Office', answer(), { actor: officeClerk }, 'EVALUATION_LEADER_ONLY'],
    ['where there is none', answer({ appealId: 'kn-9' }), byDirector, 'APPEAL_NOT_FOUND'],
    ['without a decision', answer({ decision: null }), byDirector, 'ANSWER_WITHOUT_DECISION'],
    [
      'before its receipt',
      answer(),
      { ...byDirector, on: localDate('2025-12-19') },
      'ANSWER_BEFORE_RECEIPT',
    ],
  ])('is refused %s', (_case, command, context, code) => {
    given(...appealed)
      .when(command, context)
      .thenRejected(code);
  });

  it('is refused to the appellant', () => {
    const actor = { ...director, actor: { ...director.actor, id: 'head' } };
    given(...appealed)
      .when(answer(), { actor })
      .thenRejected('ANSWERED_BY_APPELLANT');
  });

  it('is refused a second time with another outcome, and changes nothing when repeated', () => {
    given(...answered)
      .when(answer({ outcome: 'rejected' }), byDirector)
      .thenRejected('APPEAL_ALREADY_ANSWERED', { outcome: 'upheld' });
    given(...answered)
      .when(answer(), byDirector)
      .thenNothing();
  });

  it('is in time on the day it is due and late the day after', () => {
    const [dueOn, after] = [localDate('2025-12-31'), localDate('2026-01-01')];
    given(...appealed)
      .when(answer(), { ...byDirector, on: dueOn })
      .then(appealAnswered({ answeredOn: dueOn }));
    given(...appealed)
      .when(answer({ outcome: 'rejected', decision: null }), { ...byDirector, on: after })
      .then(appealAnswered({ outcome: 'rejected', decision: null, answeredOn: after, late: true }));
  });

  it('is still owed once another evaluation has taken the place of this one', () => {
    given(...appealed, evaluationSuperseded())
      .when(answer(), byDirector)
      .then(appealAnswered());
  });
});

describe('a new class by a new decision', () => {
  it('is refused before publication, without the upheld appeal it names, and where nothing changes', () => {
    given(...published.slice(0, -1))
      .when(reclassify(), byDirector)
      .thenRejected('NOT_PUBLISHED');
    const rejected = appealAnswered({ outcome: 'rejected', decision: null });
    for (const history of [appealed, [...appealed, rejected]]) {
      given(...history)
        .when(reclassify(), byDirector)
        .thenRejected('APPEAL_NOT_UPHELD');
    }
    given(...answered)
      .when(reclassify({ subjectId: 'qltm' }), byDirector)
      .thenRejected('APPEAL_NOT_UPHELD', { subjectId: 'qltm' });
    given(...published)
      .when(reclassify({ appealId: null, becomes: 'HTT' }), byDirector)
      .thenRejected('CLASS_UNCHANGED');
  });

  it('is recorded beside the published class, each with what it takes the place of', () => {
    given(...answered)
      .when(reclassify(), byDirector)
      .then(classificationSuperseded());
    given(...answered, classificationSuperseded())
      .when(reclassify(), byDirector)
      .thenNothing();
    given(...answered, classificationSuperseded())
      .when(reclassify({ appealId: null, becomes: 'HT' }), byDirector)
      .thenMatching({ type: 'ClassificationSuperseded', data: { was: 'HTXS', becomes: 'HT' } });
  });
});

describe('an amendment', () => {
  it('is refused about facts that are not later than the freeze or the last amendment', () => {
    given(...published)
      .when(amend({ position: '120' }))
      .thenRejected('AMENDMENT_NOT_LATER', { after: '120' });
    given(...published, amendmentRecorded())
      .when(amend({ position: '150', sheetHash: hash('e') }))
      .thenRejected('AMENDMENT_NOT_LATER', { after: '150' });
  });

  it('is nothing where the sheet would be the same', () => {
    given(...published)
      .when(amend({ sheetHash: hash('c') }))
      .thenNothing();
    given(...published, amendmentRecorded())
      .when(amend({ position: '160' }))
      .thenNothing();
  });

  it('is recorded with the rank moves and leaves the published sheet as it is', () => {
    given(...published)
      .when(amend())
      .then(amendmentRecorded());
  });
});
