import { v5 } from 'uuid';

/**
 * The id of a command's event by its place among the command's events: UUID version 5 (RFC 9562 §5.5) with the command
 * id as namespace, so that a retry makes the same ids.
 */
export const eventIdOf = (commandId: string, index: number): string =>
  // As bytes, because the text form of a namespace is refused when it lacks a version digit.
  v5(String(index), Buffer.from(commandId.replaceAll('-', ''), 'hex'));
