import { library, require } from './library.mjs';

const { z } = require('zod');
const yaml = require('yaml');

/** The last version of each shipped flow; earlier ones stay for the tasks that are pinned to them. */
export function newestFlows() {
  const { definitions } = library('workflow');
  return [...new Map(definitions.map((definition) => [definition.id, definition])).values()];
}

export function workflowsDocument() {
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
export function definitionFileSchema() {
  const { definitionSchema } = library('workflow');
  const schema = z.toJSONSchema(definitionSchema, { io: 'input', unrepresentable: 'any' });
  const title = 'A workflow definition of Thi Đua';
  return JSON.stringify({ ...schema, title }, null, 2);
}

/** A shipped flow as the file one would write: what has a default is left out, short things stand on one line. */
export function definitionFile(definition) {
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
