import { library } from './library.mjs';

/** The question, how it is asked, and what it is answered from. */
function questionRow({ number, name, vi, en, takes, from }) {
  const parameters = takes.map((each) => (each === 'months' ? 'from, to' : each)).join(', ');
  return `| ${number} | ${vi}<br>_${en}_ | \`/v1/questions/${name}\` | \`ask ${number}\` | ${parameters || '–'} | ${from} |`;
}

export function questionsDocument() {
  const { questionList } = library('application');
  return [
    '# Questions of the year’s end',
    '',
    'What an office is asked in December, each answered by one query; made from the code by `npm run docs`.',
    'Every figure and every row carries the ids of the events it rests on; the answer says at which log position it is true.',
    '',
    'All take `year`, `asOf` (a calendar day), `knownAt` (a time) and `position` (a place in the log); a narrowing that a question does not',
    'take is refused instead of being ignored. `ask` alone lists them. Read models: `task_outcomes` holds the dated facts behind',
    'outcomes, `audit_trail` every event with its data; both are read in one snapshot at the lower of their positions.',
    '',
    '| No. | Question | Route | Command | Narrowed by | Answered from |',
    '|---|---|---|---|---|---|',
    ...questionList.map(questionRow),
    '',
    '## The monthly briefing',
    '',
    '`GET /v1/briefings/2025-10` (`briefing show 2025-10`) gives each unit’s month: done, overdue, open, without a report, obstacles with their',
    'proposals, the directions of the month before with what became of them, and those of the month. `…/document`',
    '(`briefing export 2025-10 --out file.docx`) gives it as a paper in the layout of decree 30/2020/NĐ-CP, the same to the byte each time.',
    'The cut-off day (`asOf`) is the day after the month unless another is named.',
    '',
    'What the Director decides at the briefing is entered against the task, and against an obstacle where it answers one:',
    '',
    '```sh',
    'npm run -s thidua -- task do 3.7 give-direction --as cb-001 --at 2025-11-03T09:00:00+07:00 \\',
    '  --data \'{"text": "Hoàn thành trong tháng 11", "actBy": "2025-11-30"}\'   # POST /v1/tasks/3.7/give-direction',
    '```',
    '',
    'The next briefing names it with what followed: the task done, the obstacle resolved, the day passed, a report, or nothing.',
    '',
  ].join('\n');
}
