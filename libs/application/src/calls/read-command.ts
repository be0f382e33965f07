import type { CommandCatalogue, CommandsOf } from '@thidua/kernel';
import { rejectCall } from './call-errors';
import { parseInput } from './parse-input';

/**
 * A command of the catalogue from untrusted input.
 * @throws CommandRejected UNKNOWN_COMMAND, InvalidInput
 */
export function readCommand<Catalogue extends CommandCatalogue>(
  catalogue: Catalogue,
  name: string,
  data: unknown,
): CommandsOf<Catalogue> {
  const definition = Object.hasOwn(catalogue, name) ? catalogue[name] : undefined;
  if (definition === undefined) {
    return rejectCall('UNKNOWN_COMMAND', { command: name, known: Object.keys(catalogue) });
  }
  // The schema that read the data is the one the name stands for, which the type system cannot follow.
  return { type: name, data: parseInput(definition.data, data) } as CommandsOf<Catalogue>;
}
