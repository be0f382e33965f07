/** Drops closing punctuation and spaces; a loop, because a pattern would read a long run of dots again and again. */
export function trimEndMarks(text: string, marks = ' .;:,/'): string {
  let end = text.length;
  while (end > 0 && marks.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}
