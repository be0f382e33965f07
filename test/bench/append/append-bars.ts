import type { Bar } from '../comparison/bars';
import { BATCH_CASE, writersCase } from './append-cases';

/** Both peers are named where the promise is about the better of them: it holds when it holds beside each. */
export const APPEND_BARS: readonly Bar[] = [
  { case: writersCase(1), to: 'floor', limit: { atLeast: 0.6 } },
  { case: writersCase(16), to: 'floor', limit: { atLeast: 1.5 } },
  { case: writersCase(16), to: 'emmett', limit: { atLeast: 4 } },
  { case: writersCase(16), to: 'act', limit: { atLeast: 4 } },
  { case: BATCH_CASE, to: 'floor', limit: { atLeast: 0.8 } },
];
