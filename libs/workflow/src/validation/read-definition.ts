import type { z } from 'zod';
import type { WorkflowDefinition } from '../definition';
import { looseDefinitionSchema } from '../definition.schema';
import { problem, type DefinitionProblem, type DefinitionProblemCode } from './definition.problems';
import { validateDefinition, type KnownCommands } from './validate-definition';

type Issue = z.core.$ZodIssue;

/** A definition that can be used, or everything that is wrong with it. */
export type DefinitionReading =
  { readonly definition: WorkflowDefinition } | { readonly problems: readonly DefinitionProblem[] };

/** Plain data, as it comes from a file or a request, as a definition. The shape is told first, then what breaks a rule. */
export function readDefinition(data: unknown, commands: KnownCommands): DefinitionReading {
  const shaped = looseDefinitionSchema.safeParse(data, { reportInput: true });
  if (!shaped.success) return { problems: shaped.error.issues.flatMap(problemsOf) };
  const definition = shaped.data;
  const problems = validateDefinition(definition, commands);
  return problems.length === 0 ? { definition } : { problems };
}

/** `['transitions', 3, 'by', 0]` as `transitions[3].by[0]`. */
export const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((place, key) => {
    if (typeof key === 'number') return `${place}[${key}]`;
    return place === '' ? String(key) : `${place}.${String(key)}`;
  }, '');

function problemsOf(issue: Issue): readonly DefinitionProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problem('UNKNOWN_FIELD', placeOf([...issue.path, key]), String(key)),
    );
  }
  const [code, name] = wordOf(issue);
  return [problem(code, placeOf(issue.path), name)];
}

function wordOf(issue: Issue): readonly [DefinitionProblemCode, string] {
  if (issue.input === undefined) return ['FIELD_MISSING', String(issue.path.at(-1) ?? '')];
  if (issue.code === 'invalid_value') return ['NOT_ONE_OF', issue.values.map(String).join(', ')];
  if (issue.code === 'invalid_type') return ['WRONG_TYPE', issue.expected];
  if (issue.code === 'too_big') return ['TOO_LARGE', String(issue.maximum)];
  if (issue.code === 'too_small') return ['TOO_SMALL', String(issue.minimum)];
  return ['NOT_USABLE', issue.message];
}
