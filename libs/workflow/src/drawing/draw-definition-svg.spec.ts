import { defaultFlow } from '../definitions/default-flow';
import { twoLevelFlow } from '../definitions/two-level-flow';
import { drawDefinitionSvg } from './draw-definition-svg';
import { layoutOf } from './layout';
import { orderStates } from './order-states';

describe('the order of states', () => {
  it('is the order in which a task reaches them, what left the plan last', () => {
    expect(orderStates(twoLevelFlow)).toEqual([
      'assigned',
      'waiting',
      'inProgress',
      'reported',
      'unitApproved',
      'completed',
      'notArisen',
      'cancelled',
      'superseded',
    ]);
  });
});

describe('the layout', () => {
  const { boxes, lines, width, height } = layoutOf(twoLevelFlow, 'vi');

  it('stacks the boxes without touching', () => {
    boxes.slice(1).forEach((box, index) => {
      const above = boxes[index];
      expect(box.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0));
    });
    expect(Math.max(...boxes.map((box) => box.y + box.height))).toBeLessThan(height);
  });

  it('gives every line a row of its own at each box, so that no two labels meet', () => {
    for (const side of ['left', 'right'] as const) {
      const rows = lines.filter(({ way }) => way.side === side).flatMap((l) => [...l.fromY, l.toY]);
      expect(new Set(rows).size).toBe(rows.length);
    }
  });

  it('never runs one upright over another, nor out of the picture', () => {
    const reach = ({ fromY, toY }: (typeof lines)[number]) => [
      Math.min(toY, ...fromY),
      Math.max(toY, ...fromY),
    ];
    for (const [index, line] of lines.entries()) {
      expect(line.laneX).toBeGreaterThan(0);
      expect(line.laneX).toBeLessThan(width);
      const [top = 0, bottom = 0] = reach(line);
      for (const other of lines.slice(index + 1)) {
        const [otherTop = 0, otherBottom = 0] = reach(other);
        const apart = other.laneX !== line.laneX || otherTop > bottom || otherBottom < top;
        expect(apart).toBe(true);
      }
    }
  });
});

describe('the picture', () => {
  it('shows states and ways in the language asked for', () => {
    expect(drawDefinitionSvg(defaultFlow)).toContain('>Đã báo cáo, chờ xác nhận<');
    expect(drawDefinitionSvg(defaultFlow, 'en')).toContain('>Reported, awaiting verification<');
  });

  it('keeps labels from ending an element', () => {
    const svg = drawDefinitionSvg({ ...defaultFlow, label: { vi: '<script> & "x"', en: '' } });
    expect(svg).toContain('&lt;script&gt; &amp; &quot;x&quot;');
    expect(svg).not.toContain('<script>');
  });

  it('is the same text every time', () => {
    expect(drawDefinitionSvg(twoLevelFlow)).toBe(drawDefinitionSvg(twoLevelFlow));
  });
});
