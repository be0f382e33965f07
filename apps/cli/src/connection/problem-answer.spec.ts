import { failureOf, unreachable } from './problem-answer';

const problem = { type: '/problems/x', title: 'Thông tin gửi lên chưa đúng', status: 400 };

describe('an answer that refuses', () => {
  it('is told in the words of the API, with its code', () => {
    const body = { ...problem, code: 'TASK_NOT_FOUND', detail: 'Không tìm thấy nhiệm vụ 9.9.' };
    expect(failureOf(404, JSON.stringify(body))).toMatchObject({
      code: 'TASK_NOT_FOUND',
      detail: 'Không tìm thấy nhiệm vụ 9.9.',
      faults: [],
      exitCode: 1,
    });
  });

  it('names each wrong field', () => {
    const errors = [{ path: 'period', message: 'phải là một tháng' }];
    const body = { ...problem, code: 'INVALID_INPUT', detail: 'period: phải…', errors };
    expect(failureOf(400, JSON.stringify(body))).toMatchObject({
      detail: 'Thông tin gửi lên chưa đúng:',
      faults: errors,
    });
  });

  it.each(['<html>502</html>', '', '[]', '{"message":"no"}'])(
    'is named with its status when it is no problem document: %j',
    (body) => {
      const { code, detail } = failureOf(502, body);
      expect(code).toBe('UNREADABLE_ANSWER');
      expect(detail).toContain('502');
    },
  );
});

describe('an answer that never came', () => {
  it('names the address and the reason of the network', () => {
    const cause = new TypeError('fetch failed', {
      cause: new AggregateError([new Error('connect ECONNREFUSED 127.0.0.1:9')]),
    });
    expect(unreachable('http://127.0.0.1:9', cause).detail).toBe(
      'Không kết nối được máy chủ http://127.0.0.1:9: connect ECONNREFUSED 127.0.0.1:9.',
    );
  });
});
