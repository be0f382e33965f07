import { decision } from '@thidua/organisation/testing';
import { assigned, completed, told } from '@thidua/projections/testing';
import { by, factsOf } from '../testing/facts-of';
import { figureOf, rowsOf } from '../testing/reading';
import { completionAndProof } from './q03-completion-and-proof';
import { submittedAndIssued } from './q04-submitted-and-issued';
import { notArisen } from './q12-not-arisen';
import { whoVerifiedTheOffice } from './q14-who-verified-the-office';

const day = '2025-01-10';
const DUE = '2025-09-30';
const proof = (number: string, date: string) => ({
  document: decision(number, date),
  url: null,
  fileSha256: null,
  note: null,
});
const reportedResult = (on: string, number: string) =>
  told('ResultReported', on, { unitId: 'qlcn', attempt: 1, evidence: [proof(number, on)] });

describe('question 3: when a task was done, who verified it, by which document', () => {
  const facts = factsOf(
    {
      tasks: {
        't3.a': [
          assigned(day, DUE),
          told('ProductHandedIn', '2025-09-20', {
            ...{ productId: 'p1', attempt: 1, evidence: [proof('80/BC-SCT', '2025-09-19')] },
          }),
          reportedResult('2025-09-22', '81/BC-SCT'),
          by('cb-004', 'vp', completed('2025-09-22', '2025-09-25')),
        ],
        't3.b': [assigned(day, DUE)],
        t30: [assigned(day, DUE), completed('2025-05-01')],
      },
    },
    { asOf: '2025-12-31', task: '3' },
  );
  const answer = completionAndProof.answer(facts);

  it('gives the day of handing in, the day and person of the verification, and the documents', () => {
    expect(rowsOf(answer, 'tasks')).toMatchObject([
      {
        no: '3.a',
        completedOn: '2025-09-22',
        verifiedOn: '2025-09-25',
        verifierId: 'cb-004',
        documents: ['80/BC-SCT ngày 19/09/2025', '81/BC-SCT ngày 22/09/2025'],
        eventIds: ['t3.a#1', 't3.a#4', 't3.a#2', 't3.a#3'],
      },
      { no: '3.b', completedOn: null, verifierId: null, documents: [] },
    ]);
  });

  it('takes 3 for 3 and what stands below it, and not for 30', () => {
    const request = { ...facts.request, task: null };
    const all = completionAndProof.answer({ ...facts, request });
    expect(figureOf(answer, 'done')[0]).toBe(1);
    expect(figureOf(all, 'withoutProof')).toEqual([1, ['t30#1', 't30#2']]);
  });
});

describe('question 4: submitted by the department, issued by the authority', () => {
  it('keeps the two days apart and shows what still waits for its issue', () => {
    const submitted = (on: string) =>
      told('SubmittedUpward', on, { submittedOn: on, document: decision('7/TTr-SCT', on) });
    const facts = factsOf(
      {
        tasks: {
          't3.a': [
            assigned(day, DUE),
            submitted('2025-09-01'),
            told('IssuedByAuthority', '2025-09-21', {
              issuedOn: '2025-09-21',
              document: decision('40/QĐ-UBND', '2025-09-21'),
            }),
          ],
          't3.b': [assigned(day, DUE), submitted('2025-09-15')],
          't3.c': [assigned(day, DUE)],
        },
      },
      { asOf: '2025-12-31', task: '3' },
    );
    const answer = submittedAndIssued.answer(facts);
    expect(rowsOf(answer, 'texts')).toMatchObject([
      {
        submittedOn: '2025-09-01',
        issuedOn: '2025-09-21',
        issuedAs: '40/QĐ-UBND ngày 21/09/2025',
        daysToIssue: 20,
        eventIds: ['t3.a#2', 't3.a#3'],
      },
      { submittedOn: '2025-09-15', issuedOn: null, daysToIssue: null },
      { submittedOn: null, issuedOn: null, eventIds: ['t3.c#1'] },
    ]);
    expect(figureOf(answer, 'pending')).toEqual([1, ['t3.b#2']]);
  });
});

describe('question 12: conditional tasks that did not arise', () => {
  it('names who confirmed it and shows that they stand in no denominator', () => {
    const facts = factsOf(
      {
        tasks: {
          t1: [
            assigned(day, DUE, ['qlcn'], { condition: 'nếu có' }),
            by(
              'cb-004',
              'vp',
              told('TaskNotArisen', '2025-12-01', { reason: 'Không có đề nghị' }),
              'gd',
            ),
          ],
          t2: [assigned(day, DUE, ['qlcn'], { condition: 'nếu có' })],
          t3: [assigned(day, DUE), told('TaskCancelled', '2025-06-01', { reason: 'Rút' })],
        },
      },
      { asOf: '2025-12-31' },
    );
    const answer = notArisen.answer(facts);
    expect(rowsOf(answer, 'tasks')).toMatchObject([
      {
        no: '1',
        condition: 'nếu có',
        confirmedBy: 'cb-004',
        onBehalfOf: 'gd',
        isInDenominator: false,
        eventIds: ['t1#1', 't1#2'],
      },
    ]);
    expect(figureOf(answer, 'inDenominator')).toEqual([0, []]);
    expect(figureOf(answer, 'denominator')).toEqual([1, ['t2#1']]);
  });
});

describe('question 14: who verified the tasks of the Office itself', () => {
  it('names the verifier and tells when it was the Office', () => {
    const facts = factsOf(
      {
        tasks: {
          t1: [assigned(day, DUE, ['vp']), by('pgd-1', 'sct', completed('2025-05-01'))],
          t2: [assigned(day, DUE, ['vp']), by('cb-004', 'vp', completed('2025-05-01'))],
          t3: [assigned(day, DUE, ['qlcn']), by('cb-004', 'vp', completed('2025-05-01'))],
        },
      },
      { asOf: '2025-12-31' },
    );
    const answer = whoVerifiedTheOffice.answer(facts);
    expect(rowsOf(answer, 'tasks')).toMatchObject([
      { no: '1', verifierId: 'pgd-1', isByOffice: false, eventIds: ['t1#1', 't1#2'] },
      { no: '2', verifierId: 'cb-004', isByOffice: true },
    ]);
    expect(figureOf(answer, 'byOffice')).toEqual([1, ['t2#1', 't2#2']]);
  });
});
