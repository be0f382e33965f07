import type { Position } from '@thidua/kernel';

/** `gap-free`: 1, 2, 3 … over the whole log; `increasing`: any numbers, each larger than the one before. */
export type PositionKind = 'gap-free' | 'increasing';

/** Positions of consecutive events that follow the given one. */
export function expectPositionsAfter(
  after: Position,
  positions: readonly Position[],
  kind: PositionKind,
): void {
  if (kind === 'gap-free') {
    expect(positions).toEqual(positions.map((_, index) => after + BigInt(index) + 1n));
  } else {
    const before = [after, ...positions];
    expect(positions.filter((position, index) => position <= before[index]!)).toEqual([]);
  }
}
