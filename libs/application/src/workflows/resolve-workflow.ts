import {
  parseWorkflowName,
  rejectWorkflow,
  type DefinitionBook,
  type KnownWorkflow,
} from '@thidua/workflow';

/**
 * The version a person means by `two-level` (the newest that is not retired) or `two-level@1`.
 * @throws CommandRejected WORKFLOW_NOT_FOUND with the flows there are.
 */
export function resolveWorkflow(book: DefinitionBook, written: string): KnownWorkflow {
  const name = parseWorkflowName(written);
  const found =
    name === null
      ? null
      : name.version === null
        ? book.newest(name.id)
        : book.find(name.id, name.version);
  return found ?? rejectWorkflow('WORKFLOW_NOT_FOUND', { workflow: written, known: namesIn(book) });
}

const namesIn = ({ all }: DefinitionBook): readonly string[] =>
  all.map(({ definition: { id, version } }) => `${id}@${version}`);
