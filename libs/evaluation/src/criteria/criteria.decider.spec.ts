import { specify } from '@thidua/kernel/testing';
import {
  closedSheet,
  criteriaDay,
  criteriaOpened,
  criterionNotArisen,
  criterionScored,
  evidenceLinked,
  SHEET_ID,
} from '../testing/criteria.fixtures';
import { director, divisionHead, officeClerk } from '../testing/evaluation.fixtures';
import { criteriaDecider, type CriteriaContext } from './criteria.decider';
import type { CriteriaCommand } from './criteria.commands';
import type { CriterionStage } from './criteria.events';

const context: CriteriaContext = {
  actor: officeClerk,
  on: criteriaDay,
  sheetId: SHEET_ID,
  selfScorers: new Map([['1.1', 'head']]),
};
const given = specify(criteriaDecider, context);
const { sheetId: _sheet, openedOn: _day, ...opening } = criteriaOpened().data;
const openIt = (data: Partial<typeof opening> = {}): CriteriaCommand => ({
  type: 'OpenCriteriaSheet',
  data: { ...opening, ...data },
});
const score = (criterionId: string, stage: CriterionStage, points: string): CriteriaCommand => ({
  type: 'ScoreCriterion',
  data: { criterionId, stage, points, reason: 'theo báo cáo' },
});
const link = (criterionId = '1.1'): CriteriaCommand => ({
  type: 'LinkEvidence',
  data: {
    criterionId,
    evidence: { document: null, taskId: 'nv-1', productId: null, sha256: null },
  },
});
const notArisen: CriteriaCommand = {
  type: 'MarkCriterionNotArisen',
  data: { criterionId: '3', reason: 'không có thủ tục' },
};
const close: CriteriaCommand = { type: 'CloseCriteriaSheet', data: {} };

describe('a criteria sheet', () => {
  it('is opened once, by the Office, with criteria of different ids', () => {
    given().when(openIt()).then(criteriaOpened());
    given(criteriaOpened()).when(openIt()).thenNothing();
    given(criteriaOpened())
      .when(openIt({ title: 'Khác' }))
      .thenRejected('CRITERIA_SHEET_EXISTS');
    given().when(openIt(), { actor: divisionHead }).thenRejected('CRITERIA_OFFICE_ONLY');
    const [first] = opening.criteria;
    given()
      .when(openIt({ criteria: [first!, first!] }))
      .thenRejected('CRITERION_TWICE');
  });

  it('takes the self-score from the unit in charge, and the others from the Office', () => {
    const sheet = given(criteriaOpened());
    const byUnit = { actor: divisionHead };
    sheet.when(score('1.1', 'self', '20'), byUnit).then(criterionScored('1.1', 'self', '20'));
    sheet.when(score('3', 'self', '5'), byUnit).thenRejected('CRITERIA_UNIT_ONLY');
    sheet.when(score('2', 'survey', '8'), byUnit).thenRejected('CRITERIA_OFFICE_ONLY');
    sheet.when(score('2', 'survey', '8')).then(criterionScored('2', 'survey', '8'));
  });

  it('keeps the order of the numbers, and nobody appraises what they scored themselves', () => {
    const self = criterionScored('1.1', 'self', '20');
    given(criteriaOpened())
      .when(score('1.1', 'appraised', '18'))
      .thenRejected('CRITERION_STAGE_TOO_EARLY');
    given(criteriaOpened(), self)
      .when(score('1.1', 'final', '18'))
      .thenRejected('CRITERION_STAGE_TOO_EARLY');
    given(criteriaOpened(), self)
      .when(score('1.1', 'appraised', '18'), {
        selfScorers: new Map([['1.1', officeClerk.actor.id]]),
      })
      .thenRejected('CRITERION_APPRAISED_BY_ITSELF');
    given(criteriaOpened(), self)
      .when(score('1.1', 'appraised', '18'), { actor: director })
      .then(criterionScored('1.1', 'appraised', '18'));
  });

  it.each([
    ['more than the maximum', score('1.1', 'self', '41/2'), 'CRITERION_POINTS_TOO_HIGH'],
    ['a survey where there is none', score('1.1', 'survey', '1'), 'CRITERION_POINTS_TOO_HIGH'],
    ['a criterion it does not have', score('9', 'self', '1'), 'CRITERION_NOT_FOUND'],
    ['proof of one it does not have', link('9'), 'CRITERION_NOT_FOUND'],
  ])('refuses %s', (_case, command, code) => {
    given(criteriaOpened()).when(command).thenRejected(code);
  });

  it('records nothing twice, however a number is written', () => {
    const said = [criteriaOpened(), criterionScored('1.1', 'self', '37/2'), evidenceLinked()];
    given(...said)
      .when(score('1.1', 'self', '18.5'))
      .thenNothing();
    given(...said)
      .when(link())
      .thenNothing();
    given(criteriaOpened(), criterionNotArisen()).when(notArisen).thenNothing();
    given(...said)
      .when(score('1.1', 'self', '18'))
      .then(criterionScored('1.1', 'self', '18'));
  });

  it('does not score what did not arise, nor say so of what was scored', () => {
    given(criteriaOpened()).when(notArisen).then(criterionNotArisen());
    given(criteriaOpened(), criterionNotArisen())
      .when(score('3', 'self', '5'))
      .thenRejected('CRITERION_DID_NOT_ARISE');
    given(criteriaOpened(), criterionScored('3', 'self', '5'))
      .when(notArisen)
      .thenRejected('CRITERION_ALREADY_SCORED');
  });

  it('is closed when every criterion has its numbers, and takes nothing more', () => {
    given(criteriaOpened()).when(close).thenRejected('CRITERIA_INCOMPLETE');
    const before = closedSheet().slice(0, -1);
    given(...before)
      .when(close)
      .then(...closedSheet().slice(-1));
    given(...closedSheet())
      .when(close)
      .thenNothing();
    given(...closedSheet())
      .when(link('3'))
      .thenRejected('CRITERIA_SHEET_CLOSED');
    given().when(link()).thenRejected('CRITERIA_SHEET_NOT_FOUND');
  });
});
