// `npm run docs` writes the documents that are made from code; `--check` fails when one of them is out of step.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { installWhatIsMissing, root } from './install.mjs';

installWhatIsMissing();
await import('./build.mjs');

const require = createRequire(import.meta.url);
const library = (name) => require(join(root, 'dist/libs', name, 'src/index.js'));
const { z } = require('zod');

/** A field's type in the words of JSON Schema, short enough for a table. */
function typeOf(schema) {
  if (schema.anyOf) {
    const kinds = schema.anyOf.map(typeOf);
    return kinds.includes('null')
      ? `${kinds.filter((kind) => kind !== 'null').join(' or ')}, or null`
      : kinds.join(' or ');
  }
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(' \\| ');
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.type === 'array') return `list of ${typeOf(schema.items)}`;
  if (schema.type === 'object')
    return schema.properties ? `{ ${Object.keys(schema.properties).join(', ')} }` : 'map';
  if (schema.format) return schema.format === 'date' ? 'day' : schema.format;
  if (schema.pattern === '^\\d{4}-(0[1-9]|1[0-2])$') return 'month';
  return schema.type ?? 'any';
}

function eventSection([type, { schemaVersion, says, vi, recordedBy, data }]) {
  const { properties = {} } = z.toJSONSchema(data, {
    io: 'output',
    unrepresentable: 'any',
    reused: 'inline',
  });
  const fields = Object.entries(properties).map(
    ([name, schema]) => `| \`${name}\` | ${typeOf(schema)} |`,
  );
  return [
    `### ${type}`,
    '',
    `**${vi}.** ${says}`,
    '',
    `Version ${schemaVersion}. Recorded by: ${recordedBy}.`,
    '',
    '| Field | Type |',
    '|---|---|',
    ...fields,
    '',
  ].join('\n');
}

function catalogueSection(title, intro, events) {
  return [`## ${title}`, '', intro, '', ...Object.entries(events).map(eventSection)].join('\n');
}

function eventsDocument() {
  const { taskEvents } = library('task');
  const { planEvents } = library('plan');
  const { unitEvents, officialEvents } = library('organisation');
  const { evaluationEvents } = library('evaluation');
  return [
    '# Events',
    '',
    'Every event type of the log, made from its definition in code by `npm run docs`. Names and fields are permanent.',
    'Days are calendar days in Asia/Ho_Chi_Minh; decimals are text; people appear by id only.',
    'Around every event stand `occurredAt` (when it happened), `recordedAt` (when the log took it), `actor`, `correlationId` and `causationId`.',
    '',
    catalogueSection('Task', 'Stream `task-<id>`: the life of one task.', taskEvents),
    catalogueSection('Plan', 'Stream `plan-<id>`: from paper to binding tasks.', planEvents),
    catalogueSection('Unit', 'Stream `unit-<id>`: units through time.', unitEvents),
    catalogueSection(
      'Official',
      'Stream `official-<id>`: officials through time, by id.',
      officialEvents,
    ),
    catalogueSection('Evaluation', 'Stream `evaluation-<id>`: a year-end cycle.', evaluationEvents),
  ].join('\n');
}

function workflowsDocument() {
  const { definitions, drawDefinition } = library('workflow');
  const sections = definitions.map((definition) =>
    [
      `## ${definition.label.vi} (\`${definition.id}\`, version ${definition.version})`,
      '',
      '```mermaid',
      drawDefinition(definition).trim(),
      '```',
      '',
    ].join('\n'),
  );
  return [
    '# Workflow definitions',
    '',
    'Drawn from the shipped definitions by `npm run docs`.',
    '',
    ...sections,
  ].join('\n');
}

/** The question, how it is asked, and what it is answered from. */
function questionRow({ number, name, vi, en, takes, from }) {
  const parameters = takes.map((each) => (each === 'months' ? 'from, to' : each)).join(', ');
  return `| ${number} | ${vi}<br>_${en}_ | \`/v1/questions/${name}\` | \`ask ${number}\` | ${parameters || '–'} | ${from} |`;
}

function questionsDocument() {
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
    'Question 20 (to whom the results of a task force count) needs the membership of task forces, and question 24 (proof behind each',
    'criterion of the reform self-assessment) needs criteria, as events; neither is in the log yet, so neither is answered.',
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

const documents = {
  'docs/events.md': eventsDocument(),
  'docs/workflows.md': workflowsDocument(),
  'docs/questions.md': questionsDocument(),
};
const stale = [];
for (const [file, content] of Object.entries(documents)) {
  const path = join(root, file);
  const text = `${content.trimEnd()}\n`;
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  stale.push(file);
  if (process.argv.includes('--check')) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`Out of step with the code: ${stale.join(', ')}. Run npm run docs.`);
  process.exit(1);
}
if (stale.length > 0) console.log(`written: ${stale.join(', ')}`);
