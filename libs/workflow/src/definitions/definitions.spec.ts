import { takeTransition } from '../interpreter';
import { validateDefinition } from '../validation/validate-definition';
import { defaultFlow } from './default-flow';
import { definitions, findDefinition } from './find-definition';
import { twoLevelFlow } from './two-level-flow';

describe('the shipped definitions', () => {
  const namedBy = (definition: (typeof definitions)[number]) => ({
    transitions: new Set(definition.transitions.map(({ command }) => command)),
    facts: new Set(definition.facts.map(({ command }) => command)),
    phasesAfter: new Map(),
  });

  it.each(definitions.map((each) => [`${each.id} ${each.version}`, each] as const))(
    'are sound: %s',
    (_, definition) => {
      expect(validateDefinition(definition, namedBy(definition))).toEqual([]);
    },
  );

  it('are found by id and version', () => {
    expect(findDefinition('default', 1)).toBe(defaultFlow);
    expect(findDefinition('two-level', 1)).toBe(twoLevelFlow);
  });

  it('are not found under another version or id', () => {
    expect(findDefinition('default', 99)).toBeNull();
    expect(findDefinition('none', 1)).toBeNull();
  });

  it('each have an id and version of their own', () => {
    const names = definitions.map(({ id, version }) => `${id} ${version}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the default flow', () => {
  const ways = (state: string) =>
    defaultFlow.transitions
      .filter(({ from }) => from.includes(state))
      .map(({ command, to }) => `${command} > ${to}`)
      .sort();

  it.each([
    [
      'assigned',
      [
        'AwaitTrigger > waiting',
        'CancelTask > cancelled',
        'CloseOngoing > completed',
        'MarkNotArisen > notArisen',
        'ReportResult > reported',
        'StartWork > inProgress',
        'SupersedeTask > superseded',
      ],
    ],
    [
      'waiting',
      [
        'CancelTask > cancelled',
        'MarkNotArisen > notArisen',
        'ReceiveTrigger > inProgress',
        'SupersedeTask > superseded',
      ],
    ],
    [
      'inProgress',
      [
        'CancelTask > cancelled',
        'CloseOngoing > completed',
        'MarkNotArisen > notArisen',
        'ReportResult > reported',
        'SupersedeTask > superseded',
      ],
    ],
    [
      'reported',
      [
        'CancelTask > cancelled',
        'CloseOngoing > completed',
        'ReturnResult > inProgress',
        'SupersedeTask > superseded',
        'VerifyResult > completed',
      ],
    ],
    ['completed', ['ReopenTask > inProgress']],
    ['notArisen', []],
    ['cancelled', []],
    ['superseded', []],
  ])('leads from %s exactly as designed', (state, expected) => {
    expect(ways(state)).toEqual(expected);
  });
});

describe('the two-level flow', () => {
  const verifyFrom = (state: string) =>
    takeTransition(twoLevelFlow, {
      state,
      command: 'VerifyResult',
      roles: new Set(['office'] as const),
      given: new Set(),
      guards: () => true,
    });

  it('keeps the Office from verifying what the unit has not approved', () => {
    expect(verifyFrom('reported')).toMatchObject({ refusal: { code: 'TRANSITION_NOT_ALLOWED' } });
  });

  it('lets the Office verify what the unit has approved', () => {
    expect(verifyFrom('unitApproved')).toMatchObject({ transition: { to: 'completed' } });
  });
});
