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
