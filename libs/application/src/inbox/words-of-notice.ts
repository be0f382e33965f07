import type { InboxEntry } from '@thidua/projections';
import { noticeInWords, type NoticeWords } from '@thidua/urging';
import { findDefinition } from '@thidua/workflow';

/** The words of an entry, with what the task's flow calls the timer. */
export function wordsOf(entry: InboxEntry): NoticeWords {
  const { taskNo: no, taskTitle: title } = entry;
  const task = no === null || title === null ? null : { no, title };
  return noticeInWords(entry, task, timerLabel(entry));
}

function timerLabel({ facts, workflowId, workflowVersion }: InboxEntry): string | null {
  if (workflowId === null || workflowVersion === null) return null;
  const timers = findDefinition(workflowId, workflowVersion)?.timers ?? [];
  return timers.find(({ name }) => name === facts['timer'])?.label.vi ?? null;
}
