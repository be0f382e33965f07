import { randomFlow } from '@thidua/task/testing';
import { defaultFlowV2, reportSeries, twoLevelFlowV2 } from '@thidua/workflow';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stringify } from 'yaml';
import { readDefinitionInput } from './definition-text';

const EXAMPLES = resolve(__dirname, '../../../../examples/workflows');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const OWN = readFileSync(resolve(__dirname, 'testing/duyet-hai-cap.yaml'), 'utf8');

const problemsIn = (text: string) => {
  const reading = readDefinitionInput(bytes(text));
  return 'problems' in reading ? reading.problems : [];
};

describe('the shipped flows as files', () => {
  it.each([defaultFlowV2, twoLevelFlowV2, reportSeries])(
    'read as they are shipped: $id',
    (flow) => {
      const file = readFileSync(resolve(EXAMPLES, `${flow.id}.yaml`));
      expect(readDefinitionInput(file)).toEqual({ definition: flow });
    },
  );
});

describe('a definition from outside', () => {
  it('reads alike from YAML, from JSON and as data', () => {
    fc.assert(
      fc.property(randomFlow, (flow) => {
        const read = { definition: flow };
        expect(readDefinitionInput(bytes(stringify(flow)))).toEqual(read);
        expect(readDefinitionInput(bytes(JSON.stringify(flow, null, 2)))).toEqual(read);
        expect(readDefinitionInput(JSON.parse(JSON.stringify(flow)) as object)).toEqual(read);
      }),
      { numRuns: 8 },
    );
  });

  it('finds nothing wrong with the file of the office', () => {
    expect(problemsIn(OWN)).toEqual([]);
  });

  it.each([
    [
      'a state there is none of',
      'to: trinhVanPhong',
      'to: dauDo',
      'UNKNOWN_STATE',
      'transitions[4].to',
    ],
    [
      'a role there is none of',
      'by: [leadHead, office]',
      'by: [sep, office]',
      'UNKNOWN_ROLE',
      'transitions[5].by[0]',
    ],
    [
      'a guard there is none of',
      'officeTaskVerifiedAbove',
      'coDauDo',
      'UNKNOWN_GUARD',
      'transitions[6].guards[1]',
    ],
    [
      'a command there is none of',
      'command: ApproveStep',
      'command: Duyet',
      'UNKNOWN_COMMAND',
      'transitions[4].command',
    ],
    [
      'a field there is none of',
      '    name: nhacPhong',
      '    ten: x\n    name: nhacPhong',
      'UNKNOWN_FIELD',
      'timers[0].ten',
    ],
    [
      'a phase there is none of',
      'phase: waiting',
      'phase: cho',
      'UNKNOWN_PHASE',
      'states[1].phase',
    ],
    [
      'a timer on no state',
      'on: { state: trinhPhong }',
      'on: { state: x }',
      'UNKNOWN_STATE',
      'timers[0].on.state',
    ],
    ['a number that is none', 'version: 1', 'version: mot', 'WRONG_TYPE', 'version'],
    ['a name with marks', 'initial: moiNhan', 'initial: mới nhận', 'NOT_USABLE', 'initial'],
  ])('places %s at its line and column', (_, ...[right, wrong, code, place]) => {
    const text = OWN.replace('  - name: nhacPhong', '  -\n    name: nhacPhong');
    const broken = text.replace(right, wrong);
    const [written] = wrong.trim().split('\n');
    const lineIndex = broken.split('\n').findIndex((line) => line.includes(written ?? ''));
    expect(problemsIn(broken)).toContainEqual(
      expect.objectContaining({ code, place, line: lineIndex + 1 }),
    );
  });

  it('places the value itself, not only its line', () => {
    const [first] = problemsIn(OWN.replace('initial: moiNhan', 'initial: dau'));
    expect(first).toMatchObject({ code: 'UNKNOWN_STATE', place: 'initial', line: 5, column: 10 });
    expect(first?.vi).toBe('initial: không có trạng thái "dau"');
  });

  it('places what is missing where it should stand', () => {
    const text = OWN.replace('    to: trinhPhong\n', '');
    const at = text.split('\n').findIndex((line) => line.includes('- name: trinh'));
    expect(problemsIn(text)).toContainEqual(
      expect.objectContaining({ code: 'FIELD_MISSING', place: 'transitions[3].to', line: at + 1 }),
    );
  });

  it.each([
    ['what is no YAML', 'id: [a\nversion: 1', 2],
    ['a field that stands twice', 'id: a\nid: b', 2],
    ['two documents in one file', 'id: a\n---\nid: b', 2],
  ])('tells %s with its line', (_, text, line) => {
    expect(problemsIn(text)).toMatchObject([{ code: 'NOT_READABLE', line }]);
  });

  it.each([
    ['an empty file', ' '],
    ['a list', '- a'],
    ['bare text', 'xin chào'],
  ])('is refused as a whole: %s', (_, text) => {
    expect(problemsIn(text)).toMatchObject([{ code: 'WRONG_TYPE', place: '' }]);
  });

  it('is refused when it is no text, too long, or unfolds without end', () => {
    const refused = (input: Uint8Array) => {
      const reading = readDefinitionInput(input);
      return 'problems' in reading ? reading.problems.map(({ code }) => code) : [];
    };
    expect(refused(new Uint8Array([0xff, 0xfe, 0x41]))).toEqual(['NOT_READABLE']);
    expect(refused(new Uint8Array(300 * 1024))).toEqual(['NOT_READABLE']);
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 9; level += 1) {
      const [name, inner] = ['abcdefghi'[level] ?? '', 'abcdefghi'[level - 1] ?? ''];
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${inner}`).join(', ')}]`);
    }
    expect(refused(bytes(bomb.join('\n')))).toEqual(['NOT_READABLE']);
  });

  it.each([
    ['brackets', '['.repeat(50_000)],
    ['braces with names', '{a: '.repeat(15_000)],
    ['lists in lists', '- '.repeat(30_000)],
    ['keys in keys', '? '.repeat(30_000)],
    ['indentation', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('is refused before it is parsed when it nests by %s without end', (_, text) => {
    expect(problemsIn(text)).toMatchObject([
      { code: 'NOT_READABLE', vi: 'tệp lồng nhau quá nhiều lớp' },
    ]);
  });
});
