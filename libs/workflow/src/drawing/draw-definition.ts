import type { Label, WorkflowDefinition } from '../definition';

/** Characters that end a label or a statement in Mermaid, as its numeric entities. */
const escaped = (text: string): string =>
  text.replace(/["#;:<>\n]/g, (character) => `#${character.charCodeAt(0)};`);

/** The flow as a Mermaid state diagram: states in their order, one arrow a transition and state left. */
export function drawDefinition(
  definition: WorkflowDefinition,
  language: keyof Label = 'vi',
): string {
  const { initial, states, transitions } = definition;
  return [
    'stateDiagram-v2',
    ...states.map(({ name, label }) => `  state "${escaped(label[language])}" as ${name}`),
    `  [*] --> ${initial}`,
    ...transitions.flatMap(({ from, to, label }) =>
      from.map((state) => `  ${state} --> ${to} : ${escaped(label[language])}`),
    ),
    ...states.filter(({ final }) => final).map(({ name }) => `  ${name} --> [*]`),
    '',
  ].join('\n');
}
