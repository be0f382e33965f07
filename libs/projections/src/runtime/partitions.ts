import type { Projection } from './projection';

/** FNV-1a over UTF-16 code units: the same on every machine, for ever, because stored checkpoints rest on it. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}

/** Which of the partitions, counted from 0, holds the rows of the key. */
export const partitionOf = (key: string, partitionCount: number): number =>
  partitionCount === 1 ? 0 : hashOf(key) % partitionCount;

/** The same projection for the rows of one partition: an event is folded there for the keys that live there. */
export function restrictedTo<P extends Projection>(
  projection: P,
  partition: number,
  partitionCount: number,
): P {
  if (partitionCount === 1) return projection;
  return {
    ...projection,
    keysOf: (event) =>
      projection.keysOf(event).filter((key) => partitionOf(key, partitionCount) === partition),
  };
}
