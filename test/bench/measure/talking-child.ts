// Entry of a process that the tests of the conversation talk to.
import { answerQuestions } from './answer-questions';

/** What may be asked of it. */
export interface TalkingQuestions {
  readonly double: { readonly asks: number; readonly answers: number };
  readonly fail: { readonly asks: null; readonly answers: null };
  readonly end: { readonly asks: number; readonly answers: null };
}

answerQuestions<TalkingQuestions>({
  double: (value) => Promise.resolve(value * 2),
  fail: () => Promise.reject(new Error('cannot')),
  end: (code) => process.exit(code),
});
