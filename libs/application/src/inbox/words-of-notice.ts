import type { InboxEntry } from '@thidua/projections';
import { noticeInWords, type NoticeWords } from '@thidua/urging';
import type { DefinitionBook } from '@thidua/workflow';

/** The words of an entry, with what the task's flow calls the timer. */
export function wordsOf(entry: InboxEntry, book: DefinitionBook): NoticeWords {
  const { taskNo: no, taskTitle: title } = entry;
  const task = no === null || title === null ? null : { no, title };
  return noticeInWords(entry, task, timerLabel(entry, book));
}

function timerLabel(
  { facts, workflowId, workflowVersion }: InboxEntry,
  book: DefinitionBook,
): string | null {
  if (workflowId === null || workflowVersion === null) return null;
  const timers = book.find(workflowId, workflowVersion)?.definition.timers ?? [];
  return timers.find(({ name }) => name === facts['timer'])?.label.vi ?? null;
}
