import { defaultFlow } from '../definitions/default-flow';
import type { StatePhase, TransitionDefinition, WorkflowDefinition } from '../definition';
import { drawDefinition } from './draw-definition';
import { drawDefinitionSvg } from './draw-definition-svg';
import { layoutOf } from './layout';

const state = (name: string, vi: string, phase: StatePhase = 'open') => ({
  name,
  phase,
  label: { vi, en: name },
  final: phase === 'done',
});
const way = (
  name: string,
  from: readonly string[],
  to: string,
  vi: string,
): TransitionDefinition => ({
  name,
  command: name,
  from,
  to,
  by: ['assignee', 'leadHead'],
  requires: [],
  guards: [],
  label: { vi, en: name },
});

/** Three states: two ways down, one past the middle, two back up, of which one leaves two states. */
const flow: WorkflowDefinition = {
  ...defaultFlow,
  initial: 'a',
  states: [state('a', 'Một'), state('b', 'Hai hai', 'reported'), state('c', 'Ba', 'done')],
  transitions: [
    way('go', ['a'], 'b', 'Làm'),
    way('finish', ['b'], 'c', 'Xong việc'),
    way('leap', ['a'], 'c', 'Bỏ'),
    way('again', ['b', 'c'], 'a', 'Lại'),
    way('back', ['c'], 'b', 'Trả lại'),
  ],
};

describe('the layout of a small flow, as reckoned on paper', () => {
  const layout = () => layoutOf(flow, 'vi');
  const lineOf = (name: string) => {
    const found = layout().lines.find((line) => line.way.transition.name === name);
    return found && { side: found.way.side, ...found, way: undefined };
  };

  it('makes all boxes as wide as the longest label and as high as their busier side', () => {
    expect(layout().boxes.map(({ x, y, width, height }) => [x, y, width, height])).toEqual([
      [117, 50, 94, 72],
      [117, 148, 94, 72],
      [117, 246, 94, 72],
    ]);
  });

  it('runs ways forward on the right: what arrives stands above what leaves, short ways inside', () => {
    expect(lineOf('go')).toMatchObject({ side: 'right', laneX: 285, fromY: [75], toY: 173 });
    expect(lineOf('finish')).toMatchObject({ side: 'right', laneX: 285, fromY: [195], toY: 271 });
    expect(lineOf('leap')).toMatchObject({ side: 'right', laneX: 299, fromY: [97], toY: 293 });
  });

  it('runs ways back on the left: what leaves stands above what arrives', () => {
    expect(lineOf('back')).toMatchObject({ side: 'left', laneX: 56, fromY: [293], toY: 195 });
    expect(lineOf('again')).toMatchObject({ side: 'left', laneX: 42, fromY: [173, 271], toY: 75 });
  });

  it('leaves a margin beside the outermost lanes and below the last box', () => {
    const { width, height } = layout();
    expect([width, height]).toEqual([341, 346]);
  });

  it('needs no room on a side without ways', () => {
    const [go, finish] = flow.transitions;
    const down = layoutOf({ ...flow, transitions: [go, finish].flatMap((one) => one ?? []) }, 'vi');
    expect(down.boxes[0]).toMatchObject({ x: 28, y: 50, width: 94, height: 50 });
    expect(down.width).toBe(28 + 94 + (16 + 58 + 14) + 28);
  });

  it('takes the room from the labels of the language shown', () => {
    expect(layoutOf(flow, 'en').boxes[0]).toMatchObject({ width: 40 + 8, x: 28 + 16 + 32 + 28 });
  });
});

describe('the picture of a small flow', () => {
  const svg = () => drawDefinitionSvg(flow);
  const group = (attribute: string): string =>
    svg()
      .split('\n')
      .find((line) => line.includes(attribute)) ?? '';

  it('is as large as its layout', () => {
    expect(svg()).toContain('viewBox="0 0 341 346" width="341" height="346"');
  });

  it('marks the state in which a task begins, and no other', () => {
    expect(group('data-state="a"')).toContain('<circle cx="164" cy="32" r="6"');
    expect(group('data-state="a"')).toContain('<path d="M164 38V50"');
    expect(svg().match(/r="6"/g)).toHaveLength(1);
  });

  it('draws a second line inside a state in which a task ends, and in no other', () => {
    expect(group('data-state="c"')).toContain('<rect x="121" y="250" width="86" height="64"');
    expect(group('data-state="b"').match(/<rect/g)).toHaveLength(1);
  });

  it('writes the label in the middle of a box and the phase below it', () => {
    expect(group('data-state="b"')).toMatch(/<text x="164" y="184"[^>]*>Hai hai</);
    expect(group('data-state="b"')).toMatch(/<text x="164" y="200"[^>]*>[^<]+</);
  });

  it('leads a way from the edge of its box along its lane into the other box', () => {
    expect(group('data-transition="go"')).toContain('<path d="M211 75H285V173"');
    expect(group('data-transition="go"')).toContain('<path d="M285 173H211"');
    expect(group('data-transition="back"')).toContain('<path d="M117 293H56V195"');
  });

  it('joins a way that leaves several states with dots, and puts its label at each of them', () => {
    const again = group('data-transition="again"');
    expect(again).toContain('<path d="M117 173H42V75M117 271H42V75"');
    expect(again.match(/<circle cx="42" cy="(173|271)"/g)).toHaveLength(2);
    expect(again.match(/>Lại</g)).toHaveLength(2);
    expect(group('data-transition="go"')).not.toContain('<circle');
  });

  it('writes labels outside the box, away from it, above their way', () => {
    expect(group('data-transition="go"')).toContain('<text x="219" y="71" text-anchor="start"');
    expect(group('data-transition="back"')).toContain('<text x="109" y="289" text-anchor="end"');
  });

  it('colours a way like the state it leads to', () => {
    const colourOf = (line: string) => /stroke="(#[0-9a-f]{6})"/.exec(line)?.[1];
    expect(colourOf(group('data-transition="go"'))).toBe(colourOf(group('data-state="b"')));
    expect(colourOf(group('data-transition="leap"'))).toBe(colourOf(group('data-state="c"')));
    expect(group('data-transition="go"')).toContain('marker-end="url(#arrow-reported)"');
    expect(colourOf(group('data-state="b"'))).not.toBe(colourOf(group('data-state="c"')));
  });

  it('has an arrow head of its colour for every phase', () => {
    const heads = [...svg().matchAll(/<marker id="arrow-(\w+)"[^>]*><path[^>]*fill="(#\w+)"/g)];
    expect(heads.map(([, phase]) => phase)).toEqual([
      'open',
      'waiting',
      'reported',
      'done',
      'outside',
    ]);
    expect(new Set(heads.map(([, , colour]) => colour)).size).toBe(5);
  });

  it('tells who may take a way when one points at it', () => {
    expect(group('data-transition="go"')).toMatch(/<title>Làm: [^<,]+, [^<,]+<\/title>/);
  });

  it('is made of nothing else than what was drawn', () => {
    expect(svg().split('\n')).toHaveLength(5 + 5 + 3 + 2);
    expect(svg()).not.toMatch(/undefined|NaN|null/);
  });
});

describe('the text of a small flow', () => {
  it('is the whole diagram, line by line', () => {
    expect(drawDefinition(flow).split('\n')).toEqual([
      'stateDiagram-v2',
      '  state "Một" as a',
      '  state "Hai hai" as b',
      '  state "Ba" as c',
      '  [*] --> a',
      '  a --> b : Làm',
      '  b --> c : Xong việc',
      '  a --> c : Bỏ',
      '  b --> a : Lại',
      '  c --> a : Lại',
      '  c --> b : Trả lại',
      '  c --> [*]',
      '',
    ]);
  });
});
