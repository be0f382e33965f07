import { defaultFlow } from '../definitions/default-flow';
import { drawDefinition } from './draw-definition';

describe('drawing a definition', () => {
  const lines = drawDefinition(defaultFlow).split('\n');

  it('draws every state with its Vietnamese label and every way between states', () => {
    const ways = defaultFlow.transitions.flatMap(({ from }) => from);
    expect(lines.filter((line) => line.startsWith('  state '))).toHaveLength(
      defaultFlow.states.length,
    );
    expect(lines.filter((line) => / --> \w+ : /.test(line))).toHaveLength(ways.length);
    expect(lines).toContain('  state "Đang thực hiện" as inProgress');
    expect(lines).toContain('  reported --> completed : Xác nhận hoàn thành');
  });

  it('marks where it begins and where it ends', () => {
    expect(lines).toContain('  [*] --> assigned');
    expect(lines.filter((line) => line.endsWith('--> [*]'))).toHaveLength(4);
  });

  it('speaks English when asked to', () => {
    expect(drawDefinition(defaultFlow, 'en')).toContain('  reported --> completed : Verify');
  });

  it('keeps a label from breaking out of its place', () => {
    const label = { vi: 'a "b"; c\nd', en: 'x' };
    const drawn = drawDefinition({
      ...defaultFlow,
      states: defaultFlow.states.map((state) => ({ ...state, label })),
    });
    expect(drawn).toContain('  state "a #34;b#34;#59; c#10;d" as assigned');
  });
});
