import { library, require } from './library.mjs';

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

export function eventsDocument() {
  const { taskEvents } = library('task');
  const { planEvents } = library('plan');
  const { unitEvents, officialEvents } = library('organisation');
  const { calendarEvents } = library('calendar');
  const { workflowEvents } = library('workflow');
  const { briefingEvents, inboxEvents } = library('urging');
  const { catalogueEvents, criteriaEvents, evaluationEvents, marksEvents, unitMarksEvents } =
    library('evaluation');
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
      'Unit marks',
      'Stream `unitmarks-<unitId>.<year>`: what a unit’s class rests on beside the tasks.',
      unitMarksEvents,
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
