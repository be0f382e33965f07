// Entry of a contender's own process: what its libraries set process-wide disturbs no other, and no other's garbage is
// collected on its time. The name of the contender is the only argument.
import { CONTENDERS, isContenderName } from '../contenders/contenders';
import type { Contender } from '../contenders/contender';
import { newLoad } from '../contenders/event-load';
import { answerQuestions, Opened } from '../measure/answer-questions';
import type { ContestQuestions } from '../measure/questions';
import { runSlice, type Slice } from '../measure/slice';
import { readSettings } from '../place/settings';

const name = process.argv[2];
if (!isContenderName(name)) throw new Error(`No contender is called ${String(name)}`);

const openNamed = CONTENDERS[name];
const opened = new Opened<Contender>();

answerQuestions<ContestQuestions<Slice>>({
  open: async (target) => readSettings(opened.set(await openNamed(target)).pool),
  slice: (slice) => runSlice(slice, (eventCount) => opened.get().write(newLoad(eventCount))),
  count: () => opened.get().count(),
  close: async () => {
    await opened.get().close();
    return null;
  },
});
