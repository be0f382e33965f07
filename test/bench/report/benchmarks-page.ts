export interface Section {
  readonly scenario: string;
  readonly title: string;
  readonly markdown: string;
}

const INTRODUCTION = `# Benchmarks

Written by \`npm run bench\`, one section a scenario; edits between the marks are lost with the next run.
Absolute rates belong to one machine on one day; the ratios are what carries over.
`;

const startMark = (scenario: string): string => `<!-- scenario:${scenario} -->`;
const endMark = (scenario: string): string => `<!-- end of scenario:${scenario} -->`;

/** The page with the scenario's section put in, in its old place or at the end; all else stays as it is. */
export function withSection(page: string | null, { scenario, title, markdown }: Section): string {
  const section = [startMark(scenario), `\n## ${title}\n`, markdown, `\n${endMark(scenario)}`].join(
    '\n',
  );
  const current = page ?? INTRODUCTION;
  const start = current.indexOf(startMark(scenario));
  const end = current.indexOf(endMark(scenario), start);
  if (start === -1 || end === -1) return `${current.trimEnd()}\n\n${section}\n`;
  return current.slice(0, start) + section + current.slice(end + endMark(scenario).length);
}
