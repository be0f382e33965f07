// Entry of a contender's own process: what its libraries set process-wide disturbs no other, and no other's garbage is
// collected on its time. The name of the contender is the only argument.
import { readSettings } from '../place/settings';
import { runSlice } from '../measure/slice';
import type { Question, Questions, QuestionKind, Reply } from '../measure/contender-messages';
import { CONTENDERS, isContenderName } from './contenders/contenders';
import type { Contender } from './contenders/contender';

const name = process.argv[2];
if (!isContenderName(name)) throw new Error(`No contender is called ${String(name)}`);

const openNamed = CONTENDERS[name];
let opened: Contender | undefined;

async function answer(question: Question): Promise<Questions[QuestionKind]['answers']> {
  if (question.kind === 'open') {
    opened = await openNamed(question.asks);
    return readSettings(opened.pool);
  }
  if (opened === undefined) throw new Error(`${question.kind} was asked before open`);
  const { append, pool, countSql } = opened;
  switch (question.kind) {
    case 'slice':
      return runSlice(question.asks, append);
    case 'count': {
      const { rows } = await pool.query<{ readonly count: number }>(countSql);
      return Number(rows[0]?.count);
    }
    case 'close':
      await opened.close();
      return null;
  }
}

const send = (reply: Reply): void => {
  process.send?.(reply);
};

process.on('message', (question: Question) => {
  answer(question).then(
    (answers) => {
      send({ ok: true, answers });
    },
    (error: unknown) => {
      send({
        ok: false,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    },
  );
});
process.on('disconnect', () => process.exit());
