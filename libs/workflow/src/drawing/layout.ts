import type { Label, StateDefinition, WorkflowDefinition } from '../definition';
import { layersOf, type Side, type Way } from './ways';

/** All lengths are in pixels of the picture. */
export const ROW = 22;
const BOX_PADDING = 14;
const BOX_GAP = 26;
const LANE = 14;
const MARGIN = 28;
const LETTER = 6.4;
const BOX_LETTER = 7.6;

export interface Box {
  readonly state: StateDefinition;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A way as it is drawn: a stub from each state it leaves, one upright lane, a stub into the state it leads to. */
export interface Line {
  readonly way: Way;
  readonly laneX: number;
  readonly fromY: readonly number[];
  readonly toY: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

interface Span {
  readonly way: Way;
  readonly fromY: readonly number[];
  readonly toY: number;
}

/** Every way has a row of its own at each box it touches, so that no two labels ever meet. */
export function layoutOf(definition: WorkflowDefinition, language: keyof Label): Layout {
  const { order, ways } = layersOf(definition);
  const stateOf = new Map(definition.states.map((state) => [state.name, state]));
  const states = order.flatMap((name) => stateOf.get(name) ?? []);
  const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((t) => t.length));
  const labelsOn = (side: Side): number =>
    longest(
      ways.filter((w) => w.side === side).map(({ transition }) => transition.label[language]),
    );
  const boxWidth = 40 + Math.ceil(longest(states.map(({ label }) => label[language])) * BOX_LETTER);
  const rows = rowsOf(states, ways);
  const spans = ways.map((way) => ({ way, ...rows.spanOf(way) }));
  const lanes = { left: lanesOf(spans, 'left'), right: lanesOf(spans, 'right') };
  const room = (side: Side): number =>
    lanes[side].size === 0
      ? 0
      : 16 + Math.ceil(labelsOn(side) * LETTER) + LANE * (1 + Math.max(...lanes[side].values()));
  const boxX = MARGIN + room('left');
  const laneX = ({ way }: Span): number => {
    const lane = lanes[way.side].get(way) ?? 0;
    const reach = 16 + Math.ceil(labelsOn(way.side) * LETTER) + LANE * lane;
    return way.side === 'right' ? boxX + boxWidth + reach : boxX - reach;
  };
  return {
    width: boxX + boxWidth + room('right') + MARGIN,
    height: rows.height,
    boxes: states.map((state) => ({
      state,
      x: boxX,
      width: boxWidth,
      ...(rows.boxes.get(state.name) ?? { y: 0, height: 0 }),
    })),
    lines: spans.map((span) => ({ ...span, laneX: laneX(span) })),
  };
}

/** The rows of a box on one side: what comes in from above, what goes out, what comes in from below. */
function rowsOf(states: readonly StateDefinition[], ways: readonly Way[]) {
  const boxes = new Map<string, { readonly y: number; readonly height: number }>();
  const out = new Map<string, number>();
  const into = new Map<Way, number>();
  let y = MARGIN + ROW;
  for (const { name } of states) {
    const counts = (['left', 'right'] as const).map((side) => {
      const own = ways.filter((way) => way.side === side);
      const arriving = own.filter(({ to }) => to === name);
      const leaving = own.filter(({ from }) => from.includes(name));
      let row = y + BOX_PADDING + ROW / 2;
      const next = (): number => (row += ROW) - ROW;
      const arrive = (): void => {
        for (const way of arriving) into.set(way, next());
      };
      if (side === 'right') arrive();
      for (const { transition } of leaving) out.set(`${side} ${transition.name} ${name}`, next());
      if (side === 'left') arrive();
      return arriving.length + leaving.length;
    });
    const height = 2 * BOX_PADDING + ROW * Math.max(1, ...counts);
    boxes.set(name, { y, height });
    y += height + BOX_GAP;
  }
  const spanOf = (way: Way) => ({
    fromY: way.from.map((name) => out.get(`${way.side} ${way.transition.name} ${name}`) ?? 0),
    toY: into.get(way) ?? 0,
  });
  return { boxes, spanOf, height: y - BOX_GAP + MARGIN };
}

/** The lane of each way on one side, 0 next to the labels; short ways run inside, none over another. */
function lanesOf(spans: readonly Span[], side: Side): ReadonlyMap<Way, number> {
  const reach = ({ fromY, toY }: Span): readonly [number, number] => [
    Math.min(toY, ...fromY),
    Math.max(toY, ...fromY),
  ];
  const own = spans
    .filter(({ way }) => way.side === side)
    .map((span) => ({ span, ends: reach(span) }));
  own.sort((one, other) => one.ends[1] - one.ends[0] - (other.ends[1] - other.ends[0]));
  const taken: (readonly [number, number])[][] = [];
  return new Map(
    own.map(({ span, ends: [top, bottom] }) => {
      const free = taken.findIndex((lane) => lane.every(([t, b]) => bottom < t || top > b));
      const lane = free === -1 ? taken.length : free;
      (taken[lane] ??= []).push([top, bottom]);
      return [span.way, lane];
    }),
  );
}
