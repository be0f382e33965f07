import {
  addDays,
  CommandRejected,
  fold,
  localDate,
  type ActorFacts,
  type LocalDate,
} from '@thidua/kernel';
import * as fc from 'fast-check';
import {
  decisionPaper,
  deputyDirector,
  director,
  divisionHead,
  evaluationContext,
  hash,
  integratedService,
  officeClerk,
  RULE_SET,
  theSystem,
} from '../testing/evaluation.fixtures';
import { evaluationCommands, type EvaluationCommand } from './evaluation.commands';
import { evaluationDecider } from './evaluation.decider';
import { evaluationEvents, type EvaluationEvent } from './evaluation.events';
import { STATUSES, STEPS } from './steps';

const FIRST_DAY = localDate('2025-12-20');
const paper = decisionPaper('7/QĐ-SCT');
const person = fc.constantFrom('clerk', 'head', 'deputy', 'director', 'cb-007', 'nobody');
const subjectId = fc.constantFrom('qlcn', 'qltm', 'khac');
const sheetHash = fc.constantFrom('c', 'c', 'c', 'd').map(hash);
const position = fc.constantFrom('120', '121', '150', '160');
const asOf = fc.constantFrom('2025-12-15', '2025-12-16').map((day) => localDate(day));
const appealId = fc.constantFrom('kn-1', 'kn-2');
const reason = fc.constantFrom('sai số liệu', 'theo kết luận họp');

const datas: {
  readonly [T in EvaluationCommand['type']]: fc.Arbitrary<
    Extract<EvaluationCommand, { type: T }>['data']
  >;
} = {
  OpenEvaluation: fc.record({
    evaluationId: fc.constant('danh-gia-2025'),
    year: fc.constantFrom(2025, 2025, 2024),
    ruleSet: fc.constant(RULE_SET),
  }),
  SetProcedure: fc.record({
    quorum: fc.constantFrom('1/2', '2/3'),
    appealWorkingDays: fc.constant(null),
    basis: fc.constant(paper),
  }),
  CloseCollection: fc.constant({}),
  FreezeEvaluation: fc.record({ position, asOf }),
  RecordScore: fc.record({
    position,
    asOf,
    ruleSetHash: fc.constant(RULE_SET.hash),
    inputHash: fc.constant(hash('b')),
    sheetHash,
  }),
  RecordReview: fc.record({
    reviewId: fc.constantFrom('yk-1', 'yk-2'),
    by: fc.constantFrom('superior', 'party-committee'),
    subjectId: fc.option(subjectId),
    view: reason,
    document: fc.constant(null),
  }),
  AdjustScore: fc.record({
    subjectId,
    line: fc.constant('progress'),
    points: fc.constantFrom('-5/2', '1', '1/0'),
    reason,
    agreedBy: person,
  }),
  RecordMeeting: fc.record({
    heldOn: fc.constantFrom(0, 1).map((days) => addDays(FIRST_DAY, days)),
    entitledCount: fc.integer({ min: 1, max: 5 }),
    attendeeIds: fc.array(person, { minLength: 1, maxLength: 3 }),
    minutes: fc.constant(paper),
    votes: fc.constant([]),
  }),
  ApproveEvaluation: fc.record({
    sheetHash,
    adjustmentCount: fc.nat(3),
    document: fc.constant(paper),
  }),
  PublishScore: fc.record({ sheetHash, document: fc.constant(paper) }),
  ReceiveAppeal: fc.record({
    appealId,
    subjectId,
    appellantId: person,
    text: reason,
    document: fc.constant(null),
  }),
  AnswerAppeal: fc.record({
    appealId,
    outcome: fc.constantFrom('upheld', 'rejected'),
    reason,
    decision: fc.option(fc.constant(paper)),
  }),
  SupersedeClassification: fc.record({
    subjectId,
    appealId: fc.option(appealId),
    becomes: fc.constantFrom('HTXS', 'HTT'),
    reason,
    decision: fc.constant(paper),
  }),
  RecordAmendment: fc.record({
    position,
    sheetHash: fc.constantFrom('c', 'd', 'e').map(hash),
    causeEventIds: fc.constant(['su-kien']),
    rankMoves: fc.constant([]),
    reason,
  }),
  SupersedeEvaluation: fc.record({
    byEvaluationId: fc.constantFrom('danh-gia-2025', 'lai'),
    reason,
  }),
};

const TYPES = Object.keys(datas) as readonly EvaluationCommand['type'][];
const commandOf = (type: EvaluationCommand['type']): fc.Arbitrary<EvaluationCommand> =>
  (datas[type] as fc.Arbitrary<unknown>).map((data) => ({ type, data }) as EvaluationCommand);

const anyActor = fc.constantFrom(
  officeClerk,
  director,
  deputyDirector,
  divisionHead,
  integratedService,
  theSystem,
);

interface Act {
  readonly command: EvaluationCommand;
  readonly actor: ActorFacts;
  readonly dayStep: number;
}

const anyAct: fc.Arbitrary<Act> = fc.record({
  // Setting the whole evaluation aside ends the story, so it is drawn less often than the rest.
  command: fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...TYPES.slice(0, -1)).chain(commandOf) },
    { weight: 1, arbitrary: commandOf('SupersedeEvaluation') },
  ),
  actor: anyActor,
  dayStep: fc.nat(1),
});

const usual = (actor: ActorFacts, ...commands: readonly EvaluationCommand[]): readonly Act[] =>
  commands.map((command) => ({ command, actor, dayStep: 0 }));

const approval = (adjustmentCount: number): EvaluationCommand => ({
  type: 'ApproveEvaluation',
  data: { sheetHash: hash('c'), adjustmentCount, document: paper },
});
const appeal = { appealId: 'kn-1', subjectId: 'qlcn', appellantId: 'head' };

/** The way of the year; chance breaks in between and leaves some of it out. */
const way: readonly Act[] = [
  ...usual(
    officeClerk,
    {
      type: 'OpenEvaluation',
      data: { evaluationId: 'danh-gia-2025', year: 2025, ruleSet: RULE_SET },
    },
    { type: 'SetProcedure', data: { quorum: '1/2', appealWorkingDays: null, basis: paper } },
    { type: 'CloseCollection', data: {} },
    {
      type: 'FreezeEvaluation',
      data: { position: '120', asOf: localDate('2025-12-15') },
    },
    {
      type: 'RecordScore',
      data: {
        position: '120',
        asOf: localDate('2025-12-15'),
        ruleSetHash: RULE_SET.hash,
        inputHash: hash('b'),
        sheetHash: hash('c'),
      },
    },
    {
      type: 'RecordReview',
      data: {
        reviewId: 'yk-0',
        by: 'superior',
        subjectId: null,
        view: 'nhất trí',
        document: null,
      },
    },
    {
      type: 'RecordMeeting',
      data: {
        heldOn: FIRST_DAY,
        entitledCount: 2,
        attendeeIds: ['head', 'deputy'],
        minutes: paper,
        votes: [],
      },
    },
  ),
  ...usual(
    director,
    approval(0),
    approval(1),
    approval(2),
    { type: 'PublishScore', data: { sheetHash: hash('c'), document: paper } },
    { type: 'ReceiveAppeal', data: { ...appeal, text: 'xem lại', document: null } },
    {
      type: 'AnswerAppeal',
      data: { appealId: 'kn-1', outcome: 'upheld', reason: 'có căn cứ', decision: paper },
    },
  ),
];

const acts: fc.Arbitrary<readonly Act[]> = fc
  .record({
    left: fc.array(fc.nat(way.length * 4), { maxLength: 2 }),
    noise: fc.array(fc.tuple(fc.nat(way.length), anyAct), { maxLength: 15 }),
  })
  .map(({ left, noise }) =>
    noise.reduce<readonly Act[]>(
      (story, [place, act]) => story.toSpliced(place, 0, act),
      way.filter((_act, index) => !left.includes(index)),
    ),
  );

/** The same stories in every run, so that those which must be among them are. */
const SEED = 7;

const FIXED = [
  'EvaluationFrozen',
  'ScoreComputed',
  'EvaluationApproved',
  'ScorePublished',
] as const;

/** Plays the commands one after the other; a no of a rule leaves the history as it is. */
function play(drawn: readonly Act[]): readonly EvaluationEvent[] {
  const history: EvaluationEvent[] = [];
  let on: LocalDate = FIRST_DAY;
  for (const { command, actor, dayStep } of drawn) {
    on = addDays(on, dayStep);
    const state = fold(evaluationDecider, history);
    try {
      const context = { ...evaluationContext, actor, on };
      const events = evaluationDecider.decide(command, state, context);
      for (const { type, data } of events) evaluationEvents[type].data.parse(data);
      const again = evaluationDecider.decide(
        command,
        fold(evaluationDecider, [...history, ...events]),
        context,
      );
      expect({ command: command.type, again }).toEqual({ command: command.type, again: [] });
      history.push(...events);
    } catch (error) {
      if (!(error instanceof CommandRejected)) throw error;
    }
  }
  return history;
}

const stateAfter = (history: readonly EvaluationEvent[]) => fold(evaluationDecider, history);

describe('any sequence of commands on an evaluation', () => {
  const reached = new Set<string>();

  it('never alters what was frozen, computed, approved or published, nor moves a position', () => {
    fc.assert(
      fc.property(acts, (drawn) => {
        const history = play(drawn);
        for (const type of FIXED) {
          expect(history.filter((event) => event.type === type).length).toBeLessThanOrEqual(1);
        }
        const state = stateAfter(history);
        reached.add(state.status);
        if (state.status === 'absent') return;
        const { frozen, computed, approved, published } = state;
        const positions = new Set([frozen, computed].flatMap((step) => step?.position ?? []));
        expect(positions.size).toBeLessThanOrEqual(1);
        const hashes = [computed, approved, published].flatMap((step) => step?.sheetHash ?? []);
        expect(new Set(hashes).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200, seed: SEED },
    );
    expect([...reached]).toEqual(expect.arrayContaining(['published', 'superseded']));
  });

  it('always leaves an adjusted line with two people, neither of whom approved it unseen', () => {
    let adjustedCount = 0;
    fc.assert(
      fc.property(acts, (drawn) => {
        const state = stateAfter(play(drawn));
        if (state.status === 'absent') return;
        for (const { adjustedBy, agreedBy } of state.adjustments) {
          adjustedCount += 1;
          expect(adjustedBy).not.toBeNull();
          expect(agreedBy).not.toBe(adjustedBy);
          expect(adjustedBy).not.toBe(state.approved?.approvedBy);
        }
        if (state.approved !== null) {
          expect(state.approved.adjustmentCount).toBe(state.adjustments.length);
        }
      }),
      { numRuns: 200, seed: SEED },
    );
    expect(adjustedCount).toBeGreaterThan(0);
  });

  it('goes through the statuses in their order, by steps that the table has', () => {
    fc.assert(
      fc.property(acts, (drawn) => {
        const history = play(drawn);
        const places = history.map((_event, index) =>
          STATUSES.indexOf(stateAfter(history.slice(0, index + 1)).status as never),
        );
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the table of steps', () => {
  it('has every command but the opening, and each of them is in the vocabulary', () => {
    expect(['OpenEvaluation', ...Object.keys(STEPS)].sort()).toEqual(
      Object.keys(evaluationCommands).sort(),
    );
  });
});
