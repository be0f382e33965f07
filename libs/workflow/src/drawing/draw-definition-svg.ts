import type { Label, StatePhase, WorkflowDefinition } from '../definition';
import { PHASE_LABELS, ROLE_LABELS } from '../labels';
import { layoutOf, type Box, type Layout, type Line } from './layout';

/** Fill and line of each phase: light fills for dark letters (contrast above 7:1), lines that differ in lightness too. */
const COLOURS: Readonly<Record<StatePhase, { readonly fill: string; readonly line: string }>> = {
  open: { fill: '#e8f1fb', line: '#1f5fa8' },
  waiting: { fill: '#fdf3d7', line: '#8a6100' },
  reported: { fill: '#efe8fa', line: '#6a3fb0' },
  done: { fill: '#e3f4e6', line: '#1d6b34' },
  outside: { fill: '#eeeeee', line: '#5c5c5c' },
};

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (each) => ESCAPES[each] ?? each);

/**
 * The flow as an SVG picture: states in one column in the order in which they are reached, ways forward on the right,
 * ways back on the left, each label at the state it leaves. The same definition gives the same text.
 */
export function drawDefinitionSvg(
  definition: WorkflowDefinition,
  language: keyof Label = 'vi',
): string {
  const layout = layoutOf(definition, language);
  const { width, height, boxes, lines } = layout;
  const title = `${definition.label[language]} (${definition.id}@${definition.version})`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" lang="${language}" font-family="'Be Vietnam Pro','Noto Sans',Arial,sans-serif">`,
    `<title>${escaped(title)}</title>`,
    `<defs>${Object.entries(COLOURS)
      .map(([phase, { line }]) => arrowHead(phase, line))
      .join('')}</defs>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="16" y="22" font-size="15" font-weight="600" fill="#1a1a1a">${escaped(title)}</text>`,
    ...lines.map((line) => drawLine(line, layout, phaseOf(definition, line), language)),
    ...boxes.map((box) => drawBox(box, definition.initial, language)),
    '</svg>',
    '',
  ].join('\n');
}

const phaseOf = ({ states }: WorkflowDefinition, { way }: Line): StatePhase =>
  states.find(({ name }) => name === way.to)?.phase ?? 'open';

const arrowHead = (phase: string, colour: string): string =>
  `<marker id="arrow-${phase}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z" fill="${colour}"/></marker>`;

function drawBox(
  { state, x, y, width, height }: Box,
  initial: string,
  language: keyof Label,
): string {
  const { fill, line } = COLOURS[state.phase];
  const middle = { x: x + width / 2, y: y + height / 2 };
  const inner = `<rect x="${x + 4}" y="${y + 4}" width="${width - 8}" height="${height - 8}" rx="6" fill="none" stroke="${line}"/>`;
  const begin = `<circle cx="${middle.x}" cy="${y - 18}" r="6" fill="#1a1a1a"/><path d="M${middle.x} ${y - 12}V${y}" stroke="#1a1a1a" stroke-width="1.5"/>`;
  return [
    `<g class="state" data-state="${state.name}">`,
    state.name === initial ? begin : '',
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="${fill}" stroke="${line}" stroke-width="1.5"/>`,
    state.final ? inner : '',
    `<text x="${middle.x}" y="${middle.y}" text-anchor="middle" font-size="14" font-weight="600" fill="#1a1a1a">${escaped(state.label[language])}</text>`,
    `<text x="${middle.x}" y="${middle.y + 16}" text-anchor="middle" font-size="11" fill="#3d3d3d">${escaped(PHASE_LABELS[state.phase][language])}</text>`,
    '</g>',
  ].join('');
}

function drawLine(
  { way, laneX, fromY, toY }: Line,
  { boxes }: Layout,
  phase: StatePhase,
  language: keyof Label,
): string {
  const { x = 0, width = 0 } = boxes[0] ?? {};
  const isRight = way.side === 'right';
  const edge = isRight ? x + width : x;
  const { line } = COLOURS[phase];
  const label = escaped(way.transition.label[language]);
  const who = way.transition.by.map((role) => ROLE_LABELS[role][language]).join(', ');
  const stubs = fromY.map((y) => `M${edge} ${y}H${laneX}V${toY}`).join('');
  const text = (y: number): string =>
    `<text x="${isRight ? edge + 8 : edge - 8}" y="${y - 4}" text-anchor="${isRight ? 'start' : 'end'}" font-size="12" fill="#1a1a1a">${label}</text>`;
  return [
    `<g class="way" data-transition="${way.transition.name}">`,
    `<title>${label}: ${escaped(who)}</title>`,
    `<path d="${stubs}" fill="none" stroke="${line}" stroke-width="1.3"/>`,
    `<path d="M${laneX} ${toY}H${edge}" fill="none" stroke="${line}" stroke-width="1.3" marker-end="url(#arrow-${phase})"/>`,
    ...(fromY.length > 1
      ? fromY.map((y) => `<circle cx="${laneX}" cy="${y}" r="2.5" fill="${line}"/>`)
      : []),
    ...fromY.map(text),
    '</g>',
  ].join('');
}
