import { counter, recorded, type EventGiven } from '../../testing';
import { foldBatch, PoisonEvent, type FoldInput, type StoredRow } from './fold-batch';
import type { Projection } from '../projection';
import { noSkips } from '../tables/skip-list';

const counted = (key: string, data: object = {}): EventGiven => ({
  type: 'Counted',
  data: { key, ...data },
});
const cleared = (key: string): EventGiven => ({ type: 'Cleared', data: { key } });
const parking = counter('park-key', { keys: ['bad'] }) as Projection;
const stopping = counter('stop', { keys: ['bad'] }) as Projection;

const input = (given: readonly EventGiven[], parts: Partial<FoldInput> = {}): FoldInput => ({
  events: recorded(given),
  rows: new Map(),
  parkedKeys: new Set(),
  refused: new Map(),
  skips: noSkips,
  ...parts,
});
const countOf = (row: StoredRow | undefined): unknown => row?.row && Reflect.get(row.row, 'count');

describe('folding a batch', () => {
  it('gives the last row of each key with the position of its last event', () => {
    const { changed } = foldBatch(parking, input([counted('a'), counted('b'), counted('a')]));
    expect(countOf(changed.get('a'))).toBe(2);
    expect(changed.get('a')?.position).toBe(3n);
    expect(changed.get('b')?.position).toBe(2n);
  });

  it('passes over an event that the row has seen', () => {
    const events = [counted('a'), counted('a')];
    const first = foldBatch(parking, input(events));
    const again = foldBatch(parking, input(events, { rows: first.changed }));
    expect(again).toEqual({ changed: new Map(), removed: [], parked: [] });
  });

  it('removes a stored row, and writes nothing for one that came and went', () => {
    const stored = foldBatch(parking, input([counted('a')])).changed;
    const rest = recorded([counted('a'), cleared('a'), counted('b'), cleared('b')]).slice(1);
    const result = foldBatch(parking, { ...input([]), events: rest, rows: stored });
    expect(result).toEqual({ changed: new Map(), removed: ['a'], parked: [] });
  });

  it('leaves a row untouched that the fold gave back as it was', () => {
    const lazy: Projection = { ...parking, evolve: (row) => row ?? { count: 0 } };
    const stored = foldBatch(lazy, input([counted('a')])).changed;
    const result = foldBatch(lazy, input([counted('x'), counted('a')], { rows: stored }));
    expect([...result.changed.keys()]).toEqual(['x']);
  });

  it('names the event that cannot be folded, under `stop`', () => {
    const given = input([counted('a'), counted('bad', { label: 'poison' })]);
    const fold = () => foldBatch(stopping, given);
    expect(fold).toThrow(PoisonEvent);
    expect(fold).toThrow(given.events[1]?.id);
  });

  it('parks one key of an event that touches two, under `park-key`', () => {
    const { changed, parked } = foldBatch(
      parking,
      input([counted('bad', { label: 'poison', also: 'a' }), counted('bad'), counted('a')]),
    );
    expect(countOf(changed.get('a'))).toBe(2);
    expect(changed.has('bad')).toBe(false);
    expect(parked.map(({ key, event, error }) => [key, event.position, error])).toEqual([
      ['bad', 1n, 'bad bad'],
      ['bad', 2n, null],
    ]);
  });

  it('queues behind events that were parked before', () => {
    const { changed, parked } = foldBatch(
      parking,
      input([counted('a'), counted('b')], { parkedKeys: new Set(['a']) }),
    );
    expect([...changed.keys()]).toEqual(['b']);
    expect(parked).toMatchObject([{ key: 'a', error: null }]);
  });

  it('halts even under `park-key` when the event does not tell its keys', () => {
    const keyless: Projection = {
      ...parking,
      keysOf: () => {
        throw new Error('no key');
      },
    };
    expect(() => foldBatch(keyless, input([counted('a')]))).toThrow(PoisonEvent);
  });
});
