import { hash } from 'node:crypto';

/**
 * The id of a command's event by its place among the command's events: UUID version 5 (RFC 9562 §5.5) with the command
 * id as namespace, so that a retry makes the same ids. Every append asks for it, and asking the platform for the hash in
 * one call takes a fraction of the time a UUID library takes.
 */
export function eventIdOf(commandId: string, index: number): string {
  const name = Buffer.from(String(index));
  const digest = hash('sha1', Buffer.concat([namespaceOf(commandId), name]));
  const variant = ((parseInt(digest.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const parts = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `5${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ];
  return parts.join('-');
}

let last = { commandId: '', namespace: Buffer.alloc(0) };

/** The events of a command ask one after the other. */
function namespaceOf(commandId: string): Buffer {
  if (commandId !== last.commandId) {
    last = { commandId, namespace: Buffer.from(commandId.replaceAll('-', ''), 'hex') };
  }
  return last.namespace;
}
