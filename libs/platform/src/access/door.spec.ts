import { answerKnock } from './door';

const TOKEN = 'a-token-of-sixteen-and-more';

describe('the door', () => {
  it.each([
    ['127.0.0.1:3000', 'enter'],
    ['localhost', 'enter'],
    ['[::1]:9464', 'enter'],
    ['evil.example', 'wrong-host'],
    ['localhost.evil.example', 'wrong-host'],
    [undefined, 'wrong-host'],
  ])('without a token answers the host name %s with %s, public or not', (host, answer) => {
    for (const isPublic of [true, false]) {
      expect(answerKnock({ host, authorization: undefined, isPublic }, null)).toBe(answer);
    }
  });

  it.each([
    [`Bearer ${TOKEN}`, false, 'enter'],
    [`Bearer ${TOKEN}x`, false, 'no-token'],
    [TOKEN, false, 'no-token'],
    [undefined, false, 'no-token'],
    [undefined, true, 'enter'],
  ])('with a token answers %s (public: %s) with %s', (authorization, isPublic, answer) => {
    expect(answerKnock({ host: 'sct.example', authorization, isPublic }, TOKEN)).toBe(answer);
  });
});
