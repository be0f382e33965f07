import { defaultFlow } from '../definitions/default-flow';
import { shapeProblems } from './definition.problems';
import { readDefinition } from './read-definition';

const commands = {
  transitions: new Set(defaultFlow.transitions.map(({ command }) => command)),
  facts: new Set(defaultFlow.facts.map(({ command }) => command)),
  phasesAfter: new Map(),
};

const plain = (given: object = {}): object => ({
  ...(JSON.parse(JSON.stringify(defaultFlow)) as object),
  ...given,
});

const problemsOf = (data: unknown) => {
  const reading = readDefinition(data, commands);
  return 'problems' in reading ? reading.problems : [];
};

const { label } = defaultFlow;
const timer = { name: 'a', on: { deadline: 'task' }, after: { workingDays: 1 }, to: [], label };

const slips: readonly (readonly [string, string, string, object])[] = [
  ['UNKNOWN_FIELD', 'a field there is none of', 'colour', { colour: 'red' }],
  ['FIELD_MISSING', 'a flow without states', 'states', { states: undefined }],
  [
    'NOT_ONE_OF',
    'an act there is none of',
    'timers[0].does',
    { timers: [{ ...timer, does: 'x' }] },
  ],
  ['WRONG_TYPE', 'text for a number', 'version', { version: '1' }],
  ['TOO_LARGE', 'a label that is a page', 'label.vi', { label: { vi: 'x'.repeat(301), en: 'x' } }],
  ['TOO_SMALL', 'version nought', 'version', { version: 0 }],
  ['NOT_USABLE', 'a name with marks', 'initial', { initial: 'mới nhận' }],
  [
    'NOT_USABLE',
    'a distance in weeks',
    'timers[0].after',
    { timers: [{ ...timer, does: 'remind', after: { weeks: 1 } }] },
  ],
];

describe('reading a definition from plain data', () => {
  it('gives the definition, with what was left out filled in', () => {
    expect(readDefinition(plain(), commands)).toEqual({ definition: defaultFlow });
    const short = plain({ timers: undefined, reportDueDay: undefined });
    expect(readDefinition(short, commands)).toEqual({ definition: defaultFlow });
  });

  it.each(slips)('tells %s for %s', (code, _, place, given) => {
    expect(problemsOf(plain(given))).toContainEqual(expect.objectContaining({ code, place }));
  });

  it('has a seeded slip for every kind of wrong shape', () => {
    const seeded = new Set(slips.map(([code]) => code));
    expect([...seeded].sort()).toEqual(Object.keys(shapeProblems).sort());
  });

  it('tells unknown names by the rule that breaks, all of them at once', () => {
    const [first, ...others] = defaultFlow.transitions;
    const broken = { ...first, by: ['boss'], guards: ['luck'], to: 'nowhere' };
    const codes = problemsOf(plain({ transitions: [broken, ...others] })).map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['UNKNOWN_ROLE', 'UNKNOWN_GUARD', 'UNKNOWN_STATE']),
    );
  });

  it.each([null, 'flow', 1, []])('refuses what is no object: %j', (data) => {
    expect(problemsOf(data)).toMatchObject([{ code: 'WRONG_TYPE', place: '' }]);
  });
});
