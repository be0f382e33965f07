import { Command } from 'commander';
import { STEPS } from '@thidua/evaluation';
import type { WrittenWholeCycle } from './evaluation-answers';
import { cycleInWords, stepInWords } from './evaluation-in-words';
import { STEPS_OF_LINE } from './evaluation-steps';
import { voteValue } from './step-values';

const cycle: WrittenWholeCycle = {
  key: '2025.X',
  year: 2025,
  status: 'published',
  ruleSet: { id: 'X', version: 1 },
  appealDueOn: '2026-09-11',
  frozen: { position: '120', asOf: '2025-12-31' },
  computed: { sheetHash: 'abc' },
  adjustments: [
    {
      unitId: 'qltm',
      personId: null,
      line: 'progress',
      points: '-5/2',
      reason: 'Kết luận họp',
      adjustedBy: 'cb-004',
      agreedBy: 'cb-002',
    },
  ],
  published: { document: { number: '21/TB-SCT' }, publishedOn: '2026-08-24' },
  appeals: [
    {
      received: {
        appealId: 'kn-1',
        subjectId: 'qltm',
        receivedOn: '2026-08-28',
        dueOn: '2026-09-11',
      },
      answered: null,
    },
  ],
  newClasses: [],
  amendments: [
    {
      position: '150',
      recordedOn: '2026-09-14',
      reason: 'Đính chính',
      rankMoves: [{ subjectId: 'qltm', from: 2, to: null }],
    },
  ],
  history: [],
};

describe('a cycle in words', () => {
  it('names the appeal with its last day, both people of an adjustment, and the rank moves', () => {
    const words = cycleInWords(cycle);
    expect(words).toContain('nhận ngày 28/08/2026, hạn trả lời 11/09/2026: chưa trả lời');
    expect(words).toContain('cb-004 điều chỉnh, cb-002 đồng ý');
    expect(words).toContain('qltm: hạng 2 → không hạng');
    expect(words).toContain('Đã công bố');
  });

  it('says when a step changed nothing', () => {
    expect(stepInWords({ stream: 'evaluation-2025.X', events: [] })).toContain('không ghi thêm');
  });
});

describe('the steps on the command line', () => {
  it('have an address for each step of the cycle', () => {
    const segments = new Set(STEPS_OF_LINE.map(({ segment }) => segment));
    const own = { FreezeEvaluation: 'freeze', RecordScore: 'compute', RecordAmendment: 'amend' };
    const wanted = Object.keys(STEPS).map(
      (name) =>
        own[name as keyof typeof own] ??
        name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase(),
    );
    expect([...segments].sort()).toEqual(wanted.sort());
  });

  it('read votes into fields, and name what a vote looks like', () => {
    const votes = voteValue('qlcn=1/0/2', voteValue('qltm=3/0/0'));
    expect(votes).toEqual([
      { subjectId: 'qltm', inFavour: 3, against: 0, abstained: 0 },
      { subjectId: 'qlcn', inFavour: 1, against: 0, abstained: 2 },
    ]);
    expect(() => voteValue('qltm=3')).toThrow(/--vote/);
  });

  it('fill the fields the API reads from the options', () => {
    const meeting = STEPS_OF_LINE.find(({ name }) => name === 'meeting');
    const command = new Command('meeting').argument('<kỳ>');
    for (const option of meeting?.options ?? []) command.addOption(option);
    const line = ['2025.X', '--held-on', '2025-12-12', '--entitled-count', '3'];
    command.parse([...line, '--attendee-ids', 'cb-001,cb-002', '--minutes', '8/BB'], {
      from: 'user',
    });
    expect(command.opts()).toEqual({
      heldOn: '2025-12-12',
      entitledCount: 3,
      attendeeIds: ['cb-001', 'cb-002'],
      minutes: { number: '8/BB', date: null, issuer: null, title: null },
      votes: [],
    });
  });
});
