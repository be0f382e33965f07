import { randomUUID } from 'node:crypto';
import { v5 } from 'uuid';
import { eventIdOf } from './event-id';

const command = '0190a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b';

describe('the id of an event derived from its command', () => {
  it('is the same each time, whatever the letters of the command id', () => {
    expect(eventIdOf(command.toUpperCase(), 0)).toBe(eventIdOf(command, 0));
  });

  it('differs by place and by command', () => {
    const other = '0190a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6c';
    const ids = [eventIdOf(command, 0), eventIdOf(command, 1), eventIdOf(other, 0)];
    expect(new Set(ids).size).toBe(3);
  });

  it('is a version 5 UUID as RFC 9562 computes it', () => {
    const dnsNamespace = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
    // Computed with another implementation: Python's uuid.uuid5(uuid.NAMESPACE_DNS, '0').
    expect(eventIdOf(dnsNamespace, 0)).toBe('6af613b6-569c-5c22-9c37-2ed93f31d3af');
  });

  it('is what a UUID library computes', () => {
    for (const index of [0, 1, 9, 10, 4096]) {
      const namespace = randomUUID();
      expect(eventIdOf(namespace, index)).toBe(v5(String(index), namespace));
    }
  });
});
