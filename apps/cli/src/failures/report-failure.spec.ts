import { rejectFrom } from '@thidua/kernel';
import { CommandFailure } from './command-failure';
import { failureAsLine, failureFrom, failureInWords } from './report-failure';

const failure = new CommandFailure('INVALID_INPUT', 'Thông tin gửi lên chưa đúng:', {
  faults: [
    { path: 'period', message: 'phải là một tháng' },
    { path: '', message: 'trường lạ' },
  ],
});

describe('a failure', () => {
  it('is told as a sentence, the wrong fields one a line, and the code', () => {
    expect(failureInWords(failure).split('\n')).toEqual([
      'Thông tin gửi lên chưa đúng:',
      '  - period: phải là một tháng',
      '  - trường lạ',
      '(Mã lỗi: INVALID_INPUT)',
      '',
    ]);
  });

  it('is one line of JSON for a program, whatever it says', () => {
    const line = failureAsLine(new CommandFailure('X', 'hai\ndòng'));
    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(JSON.parse(line)).toEqual({ code: 'X', detail: 'hai\ndòng' });
  });

  it('keeps the Vietnamese words of a rule that said no', () => {
    const reject = rejectFrom({ TOO_LATE: { kind: 'conflict', vi: 'Đã quá hạn.', en: 'Late.' } });
    const caught = (() => {
      try {
        return reject('TOO_LATE');
      } catch (error) {
        return failureFrom(error);
      }
    })();
    expect(caught).toMatchObject({ code: 'TOO_LATE', detail: 'Đã quá hạn.', exitCode: 1 });
  });

  it('that nobody foresaw shows one line and no stack', () => {
    const unforeseen = failureInWords(failureFrom(new Error('vỡ\nat somewhere')));
    expect(unforeseen).toContain('vỡ');
    expect(unforeseen).not.toContain('somewhere');
  });
});
