import type { PersonId } from '@thidua/kernel';
import type { InboxEntry } from '@thidua/projections';
import { noticeInWords, peopleIn, type NoticeWords } from '@thidua/urging';
import type { DefinitionBook } from '@thidua/workflow';

/** The people whose names the words of the entries need. */
export const peopleNamedIn = (entries: readonly InboxEntry[]): readonly PersonId[] =>
  entries.flatMap(peopleIn);

/** The words of an entry, with what the task's flow calls the timer and the names of the people it speaks of. */
export function wordsOf(
  entry: InboxEntry,
  book: DefinitionBook,
  names: ReadonlyMap<PersonId, string>,
): NoticeWords {
  const { taskNo: no, taskTitle: title } = entry;
  const task = no === null || title === null ? null : { no, title };
  return noticeInWords(entry, { task, timerLabel: timerLabel(entry, book), names });
}

function timerLabel(
  { facts, workflowId, workflowVersion }: InboxEntry,
  book: DefinitionBook,
): string | null {
  if (workflowId === null || workflowVersion === null) return null;
  const timers = book.find(workflowId, workflowVersion)?.definition.timers ?? [];
  return timers.find(({ name }) => name === facts['timer'])?.label.vi ?? null;
}
