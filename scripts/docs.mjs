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
const yaml = require('yaml');

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
  const { calendarEvents } = library('calendar');
  const { workflowEvents } = library('workflow');
  const { briefingEvents, inboxEvents } = library('urging');
  const { catalogueEvents, criteriaEvents, evaluationEvents, marksEvents } = library('evaluation');
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
    catalogueSection(
      'Calendar',
      'Stream `calendar-<jurisdiction>`: notices that change which days are worked.',
      calendarEvents,
    ),
    catalogueSection(
      'Workflow',
      'Stream `workflow-<id>`: the flows an office publishes beside the shipped ones.',
      workflowEvents,
    ),
    catalogueSection(
      'Briefing',
      'Stream `briefing-<yyyy-mm>`: the cut-off of a month’s reports.',
      briefingEvents,
    ),
    catalogueSection('Inbox', 'Stream `inbox-<person>`: what one person has read.', inboxEvents),
    catalogueSection(
      'Marks',
      'Stream `marks-<personId>.<year>`: what a person’s score rests on beside the tasks.',
      marksEvents,
    ),
    catalogueSection(
      'Catalogue',
      'Stream `catalogue-<agencyId>`: products and their coefficients.',
      catalogueEvents,
    ),
    catalogueSection(
      'Criteria',
      'Stream `criteria-<sheetId>`: self-scoring of administrative reform.',
      criteriaEvents,
    ),
  ].join('\n');
}

/** The last version of each shipped flow; earlier ones stay for the tasks that are pinned to them. */
function newestFlows() {
  const { definitions } = library('workflow');
  return [...new Map(definitions.map((definition) => [definition.id, definition])).values()];
}

function workflowsDocument() {
  const { drawDefinition } = library('workflow');
  const sections = newestFlows().map((definition) =>
    [
      `## ${definition.label.vi} (\`${definition.id}\`, version ${definition.version})`,
      '',
      '```mermaid',
      drawDefinition(definition).trim(),
      '```',
      '',
      ...timersTable(definition),
    ].join('\n'),
  );
  return [
    '# Workflow definitions',
    '',
    'Drawn from the newest shipped definitions by `npm run docs`; [workflow-files.md](workflow-files.md) says how to write one.',
    '',
    ...sections,
  ].join('\n');
}

function timersTable({ timers }) {
  const { timerOffset } = library('workflow');
  const rows = timers.map((timer) => {
    const { days, counted } = timerOffset(timer);
    const start = timer.on.state ?? `deadline of the ${timer.on.deadline}`;
    const unit = counted === 'workingDays' ? 'working days' : 'calendar days';
    return `| ${timer.label.vi} | ${timer.does} | ${start}: ${days} ${unit} | ${timer.to.join(', else ')} |`;
  });
  return rows.length === 0
    ? []
    : ['| Timer | Does | When | Tells |', '|---|---|---|---|', ...rows, ''];
}

/** JSON Schema of a definition file, for editors and other programs. */
function definitionFileSchema() {
  const { definitionSchema } = library('workflow');
  const schema = z.toJSONSchema(definitionSchema, { io: 'input', unrepresentable: 'any' });
  const title = 'A workflow definition of Thi Đua';
  return JSON.stringify({ ...schema, title }, null, 2);
}

/** A shipped flow as the file one would write: what has a default is left out, short things stand on one line. */
function definitionFile(definition) {
  const { definitionSchema } = library('workflow');
  const defaults = { final: false, requires: [], guards: [], facts: [], timers: [] };
  const isDefault = ([key, value]) => JSON.stringify(value) === JSON.stringify(defaults[key]);
  const lean = (value) => {
    if (Array.isArray(value)) return value.map(lean);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter((entry) => !isDefault(entry))
        .map(([key, each]) => [key, lean(each)]),
    );
  };
  const document = new yaml.Document(lean(definitionSchema.parse(definition)), {
    aliasDuplicateObjects: false,
  });
  yaml.visit(document, {
    Seq: (_, node) => {
      node.flow = node.items.every(yaml.isScalar);
    },
    Map: (_, node) => {
      node.flow = node.items.length <= 2 && node.items.every(({ value }) => yaml.isScalar(value));
    },
  });
  return [
    '# yaml-language-server: $schema=../../docs/workflow.schema.json',
    `# Made from the shipped definition ${definition.id}@${definition.version} by \`npm run docs\`. To change it, copy it and give the copy an id of its own.`,
    document.toString({ lineWidth: 0, flowCollectionPadding: true }),
  ].join('\n');
}

const ROLES = {
  keeper: 'the Office, a leader of the department, the system',
  leader: 'the director or a deputy director',
  director: 'the director, or whoever is appointed to act for them',
  appellant: 'the subject, or the Office for it',
};

function evaluationCycleDocument() {
  const { drawCycle, evaluationCommands, STATUS_LABELS, STEPS } = library('evaluation');
  const { segmentOf } = require(join(root, 'dist/apps/api/src/http/command-answer.js'));
  const own = { FreezeEvaluation: 'freeze', RecordScore: 'compute', RecordAmendment: 'amend' };
  const rows = Object.entries(STEPS).map(([name, { from, to, who }]) => {
    const { vi, records } = evaluationCommands[name];
    const after = to === null ? 'unchanged' : to;
    const address = own[name] ?? segmentOf(name);
    return `| ${vi} | \`${address}\` | ${from.join(', ')} | ${after} | ${ROLES[who]} | ${records.join(', ')} |`;
  });
  return [
    '# The evaluation cycle',
    '',
    'Made from the table of steps in `libs/evaluation` by `npm run docs`. A step that the table does not have for a status is',
    'refused with the reason. What was frozen, computed, approved and published is recorded once and never altered: a later fact',
    'is recorded as an amendment with the rank moves it would have caused, an upheld appeal leads to a new decision on the class of',
    'one subject (decree 335/2025, article 21.3) or to an evaluation that takes the place of the whole.',
    '',
    '```mermaid',
    drawCycle(),
    '```',
    '',
    '| Status | In words |',
    '|---|---|',
    ...Object.entries(STATUS_LABELS).map(([status, vi]) => `| \`${status}\` | ${vi} |`),
    '',
    '## Steps',
    '',
    'Each is `POST /v1/evaluations/{evaluation}/<address>`; opening is `POST /v1/evaluations`. Until it is approved the Office may',
    'set an evaluation aside; from then on only a leader of the department may.',
    '',
    '| Step | Address | From | To | Who | Records |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    '## Rules of the steps',
    '',
    '- Frozen once, at a log position as of a day; computed again, the sheet has the same hash or is refused.',
    '- An adjustment names the line, the points, a reason and a second person; whoever adjusted does not approve.',
    '- The quorum is laid down before the meeting, with its document; votes on a subject add up to those present.',
    '- An approval names the sheet and the number of adjustments the approver saw.',
    '- An appeal comes from the subject itself (for a unit, its head or a deputy) and is answered within seven working days of its',
    '  receipt (article 22), counted by the calendar whose version stands in the event. A late answer is taken and marked late.',
    '- Upholding an appeal names the decision. Whoever appealed does not answer.',
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
    'Question 20 (to whom the results of a task force count) needs the membership of task forces; it is not answered yet.',
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

/** The facts file of the scorer, for editors and for programs that write one. */
function factsSchemaDocument() {
  const schema = z.toJSONSchema(library('scoring').factsSchema, {
    io: 'input',
    unrepresentable: 'any',
  });
  const title = 'Thi Đua facts file (npm run docs writes this from the code)';
  return JSON.stringify({ ...schema, title }, null, 2);
}

const documents = {
  'docs/events.md': eventsDocument(),
  'docs/workflows.md': workflowsDocument(),
  'docs/workflow.schema.json': definitionFileSchema(),
  ...Object.fromEntries(
    newestFlows().map((definition) => [
      `examples/workflows/${definition.id}.yaml`,
      definitionFile(definition),
    ]),
  ),
  'docs/evaluation-cycle.md': evaluationCycleDocument(),
  'docs/questions.md': questionsDocument(),
  'docs/facts.schema.json': factsSchemaDocument(),
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
