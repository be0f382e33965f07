import type { Question, Reply } from './questions';

/** How a process answers each kind of question. */
type Answers<Questions> = {
  readonly [Kind in keyof Questions]: Questions[Kind] extends {
    readonly asks: infer Asks;
    readonly answers: infer Answer;
  }
    ? (asks: Asks) => Promise<Answer>
    : never;
};

/** Makes this process answer what its parent asks, until the parent lets go of it. */
export function answerQuestions<Questions>(answers: Answers<Questions>): void {
  const known = answers as Readonly<Record<string, (asks: unknown) => Promise<unknown>>>;
  const answer = async ({ kind, asks }: Question): Promise<unknown> => {
    const found = Object.hasOwn(known, kind) ? known[kind] : undefined;
    if (found === undefined) throw new Error(`Nothing answers ${kind}`);
    return found(asks);
  };
  const send = (reply: Reply): void => {
    process.send?.(reply);
  };
  process.on('message', (question: Question) => {
    answer(question).then(
      (answered) => {
        send({ ok: true, answers: answered });
      },
      (error: unknown) => {
        const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
        send({ ok: false, error: said });
      },
    );
  });
  process.on('disconnect', () => process.exit());
}

/** What was opened by the first question, for those that come after it. */
export class Opened<Thing> {
  private thing: Thing | undefined;

  set(thing: Thing): Thing {
    this.thing = thing;
    return thing;
  }

  /** @throws Error when nothing was opened yet. */
  get(): Thing {
    if (this.thing === undefined) throw new Error('Asked before open');
    return this.thing;
  }
}
