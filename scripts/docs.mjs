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
  const { catalogueEvents, evaluationEvents, marksEvents } = library('evaluation');
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
      'Marks',
      'Stream `marks-<personId>.<year>`: what a person’s score rests on beside the tasks.',
      marksEvents,
    ),
    catalogueSection(
      'Catalogue',
      'Stream `catalogue-<agencyId>`: products and their coefficients.',
      catalogueEvents,
    ),
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

const documents = {
  'docs/events.md': eventsDocument(),
  'docs/workflows.md': workflowsDocument(),
  'docs/evaluation-cycle.md': evaluationCycleDocument(),
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
