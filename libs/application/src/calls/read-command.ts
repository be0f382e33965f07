import type { CommandCatalogue } from '@thidua/kernel';
import { rejectCall } from './call-errors';
import { parseInput } from './parse-input';

/**
 * A command of the catalogue from untrusted input. The caller names the union that belongs to the catalogue.
 * @throws CommandRejected UNKNOWN_COMMAND, InvalidInput
 */
export function readCommand<Command extends { readonly type: string }>(
  catalogue: CommandCatalogue,
  name: string,
  data: unknown,
): Command {
  if (!Object.hasOwn(catalogue, name)) {
    return rejectCall('UNKNOWN_COMMAND', { command: name, known: Object.keys(catalogue) });
  }
  const schema = catalogue[name]?.data;
  if (schema === undefined) return rejectCall('UNKNOWN_COMMAND', { command: name, known: [] });
  return { type: name, data: parseInput(schema, data) } as unknown as Command;
}
