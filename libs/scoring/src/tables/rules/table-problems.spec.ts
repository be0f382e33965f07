import { emulationTemplateV1 } from '../templates/emulation-template.v1';
import { reformTemplateV1 } from '../templates/reform-template.v1';
import { emulationTable, item, reformSheet, criterion } from '../testing/tables.fixtures';
import { requireTableInForce } from './read-table';
import { tableRulesProblems } from './table-problems';
import { localDate } from '@thidua/kernel';

const table = emulationTable({ items: [item('a', { kind: 'RATIO', max: '60' })] });
const paths = (input: unknown) => tableRulesProblems(input).map(({ path }) => path);

describe('a local table as it is read', () => {
  it('holds no number of its own: every rule of the empty templates that the province sets is off', () => {
    for (const template of [emulationTemplateV1, reformTemplateV1]) {
      expect(paths(template)).toEqual(['items']);
      for (const { enabled, confidence, meaning } of Object.values(template.parameters)) {
        expect(enabled).toBe(confidence !== 'L');
        expect(meaning.vi.includes('cần xác nhận')).toBe(!enabled);
      }
    }
  });

  const first = table.items[0]!;
  const banded = (...bands: readonly (readonly [string, string])[]) => ({
    ...first,
    kind: 'BANDS' as const,
    bands: bands.map(([atLeast, points]) => ({ atLeast, points })),
  });
  it.each([
    ['an item twice', { items: [first, first] }, 'items[1].id'],
    [
      'an unconfirmed item that is on',
      { items: [{ ...first, confidence: 'L' }] },
      'items[0].enabled',
    ],
    [
      'an item that ends before it begins',
      { items: [{ ...first, validUntil: '2025-01-01' }] },
      'items[0].validUntil',
    ],
    [
      'bands that rise',
      { items: [banded(['1/2', '20'], ['4/5', '10'])] },
      'items[0].bands[1].atLeast',
    ],
    ['a band over the maximum', { items: [banded(['1', '61'])] }, 'items[0].bands[0].points'],
    [
      'bands that pay less for more',
      { items: [banded(['1', '50'], ['4/5', 'RATIO'])] },
      'items[0].bands[1].points',
    ],
    ['an unknown kind', { items: [{ ...first, kind: 'GUESS' }] }, 'items[0].kind'],
    ['a float', { items: [{ ...first, max: 60 }] }, 'items[0].max'],
    [
      'a bonus without its cap',
      {
        bonuses: [{ ...first, id: 'b' }],
        parameters: { ...table.parameters, bonusCap: emulationTemplateV1.parameters.bonusCap },
      },
      'parameters.bonusCap.enabled',
    ],
    [
      'maxima that miss the scale',
      { parameters: { ...table.parameters, scale: { ...table.parameters.bonusCap, value: '61' } } },
      'parameters.scale.value',
    ],
  ])('is refused with %s, at its place', (_case, change, path) => {
    expect(paths({ ...table, ...change })).toContain(path);
  });

  it('counts the survey into the scale of a reform sheet', () => {
    const rules = reformSheet([criterion('1', { kind: 'FIXED', max: '70', surveyMax: '30' })]);
    const scaled = (value: string) => ({
      ...rules,
      parameters: {
        ...rules.parameters,
        scale: { ...rules.parameters.scale, value, enabled: true, approver: 'gd' },
      },
    });
    expect(paths(scaled('100'))).toEqual([]);
    expect(paths(scaled('70'))).toEqual(['parameters.scale.value']);
  });

  it('holds for the years in which it and each of its items is in force', () => {
    const ended = { ...table, items: [{ ...first, validUntil: localDate('2026-06-30') }] };
    expect(() => requireTableInForce(table, 2026)).not.toThrow();
    expect(() => requireTableInForce(table, 2025)).toThrow('2025-12-31');
    expect(() => requireTableInForce(ended, 2026)).toThrow('(a)');
    const off = { ...ended, items: [{ ...ended.items[0]!, enabled: false }] };
    expect(() => requireTableInForce(off, 2026)).not.toThrow();
  });
});
