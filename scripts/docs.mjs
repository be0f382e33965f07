// `npm run docs` writes the documents that are made from code; `--check` fails when one of them is out of step.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installWhatIsMissing, root } from './install.mjs';

installWhatIsMissing();
await import('./build.mjs');

// Imported only now: they read what was just installed and built.
const { eventsDocument } = await import('./docs/events.mjs');
const { definitionFile, definitionFileSchema, newestFlows, workflowsDocument } =
  await import('./docs/workflows.mjs');
const { evaluationCycleDocument } = await import('./docs/evaluation-cycle.mjs');
const { questionsDocument } = await import('./docs/questions.mjs');
const { factsSchemaDocument } = await import('./docs/facts-schema.mjs');

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
