import fc from 'fast-check';
import {
  availableCommands,
  counterpartOf,
  definitionBook,
  drawDefinition,
  drawDefinitionSvg,
  phaseOf,
  readDefinition,
  ROLES,
  stateOf,
  takeTransition,
  validateDefinition,
  workflowDecider,
  workflowEvents,
  type Requirement,
  type Role,
} from '@thidua/workflow';
import { fold, localDate } from '@thidua/kernel';
import { stepPhases } from './step-phases';
import { flowCommands, type StepCommandType } from './task.commands';
import { randomFlow } from './testing/random-flow';
import { system } from './testing/people';

const RUNS = { numRuns: 100 };

/** What somebody tries: a command, in some roles, with some things, under some answers of the guards. */
const attempt = fc.record({
  command: fc.constantFrom(...(Object.keys(stepPhases) as StepCommandType[])),
  roles: fc.uniqueArray(fc.constantFrom(...ROLES)).map((roles) => new Set<Role>(roles)),
  given: fc
    .uniqueArray(fc.constantFrom<Requirement>('reason', 'evidence', 'document'))
    .map((given) => new Set(given)),
  holds: fc.boolean(),
});

describe('a flow that is valid by construction', () => {
  it('is accepted, and reads from plain data as it was written', () => {
    fc.assert(
      fc.property(randomFlow, (flow) => {
        expect(validateDefinition(flow, flowCommands)).toEqual([]);
        const written: unknown = JSON.parse(JSON.stringify(flow));
        expect(readDefinition(written, flowCommands)).toEqual({ definition: flow });
      }),
      RUNS,
    );
  });

  it('takes every accepted step to a declared state of the phase that the step means', () => {
    fc.assert(
      fc.property(randomFlow, fc.array(attempt, { maxLength: 40 }), (flow, attempts) => {
        let state = flow.initial;
        for (const { command, roles, given, holds } of attempts) {
          const request = { state, command, roles, given, guards: () => holds };
          const answer = takeTransition(flow, request);
          if ('refusal' in answer) continue;
          const { transition } = answer;
          expect(stepPhases[command]).toContain(phaseOf(flow, transition.to));
          expect(availableCommands(flow, state, roles)).toContain(command);
          expect(stateOf(flow, state).final && command !== 'ReopenTask').toBe(false);
          state = transition.to;
        }
      }),
      RUNS,
    );
  });

  it('refuses a step only for what the definition asks', () => {
    fc.assert(
      fc.property(randomFlow, attempt, fc.nat(), (flow, { command, holds, ...who }, place) => {
        const state = flow.states[place % flow.states.length]?.name ?? flow.initial;
        const answer = takeTransition(flow, { state, command, ...who, guards: () => holds });
        const way = flow.transitions.find((t) => t.command === command && t.from.includes(state));
        const isAllowed =
          way !== undefined &&
          way.by.some((role) => who.roles.has(role)) &&
          way.requires.every((required) => who.given.has(required)) &&
          (holds || way.guards.length === 0);
        expect('transition' in answer).toBe(isAllowed);
      }),
      RUNS,
    );
  });

  it('is not accepted with one name broken', () => {
    fc.assert(
      fc.property(randomFlow, fc.nat(), (flow, draw) => {
        const broken = flow.transitions[draw % flow.transitions.length];
        const transitions = flow.transitions.map((transition) =>
          transition === broken ? { ...transition, to: 'nowhere' } : transition,
        );
        const codes = validateDefinition({ ...flow, transitions }, flowCommands).map((p) => p.code);
        expect(codes).toContain('UNKNOWN_STATE');
      }),
      RUNS,
    );
  });
});

describe('publishing any flow', () => {
  it('keeps it exactly, found by its id and version', () => {
    fc.assert(
      fc.property(randomFlow, (drawn) => {
        const definition = { ...drawn, version: 1 };
        const data = workflowEvents.WorkflowPublished.data.parse({
          workflowId: drawn.id,
          definition,
          publishedOn: '2026-03-10',
        });
        const context = {
          actor: system,
          on: localDate('2026-03-10'),
          workflowId: drawn.id,
          shipped: [],
          commands: flowCommands,
        };
        const { initialState } = workflowDecider;
        const command = { type: 'PublishWorkflow', data: { definition: data.definition } } as const;
        const events = workflowDecider.decide(command, initialState, context);
        const state = fold(workflowDecider, events);
        expect(workflowDecider.decide(command, state, context)).toEqual([]);
        const book = definitionBook([], new Map([[drawn.id, state]]));
        expect(book.find(drawn.id, 1)?.definition).toEqual(definition);
      }),
      RUNS,
    );
  });
});

describe('drawing any flow', () => {
  it('shows every state and every way in both forms', () => {
    fc.assert(
      fc.property(randomFlow, (flow) => {
        const svg = drawDefinitionSvg(flow);
        const count = (text: string, part: RegExp) => [...text.matchAll(part)].length;
        expect(count(svg, /class="state"/g)).toBe(flow.states.length);
        // A label may say anything, these words included; no coordinate may.
        const withoutLabels = svg.replace(/>[^<]*</g, '><').replace(/aria-label="[^"]*"/g, '');
        expect(count(withoutLabels, /NaN|undefined|Infinity/g)).toBe(0);
        const names = new Set([...svg.matchAll(/data-transition="(\w+)"/g)].map(([, n]) => n));
        expect(names).toEqual(new Set(flow.transitions.map(({ name }) => name)));
        const ways = flow.transitions.flatMap(({ from }) => from).length;
        expect(count(drawDefinition(flow), / --> \w+ : /g)).toBe(ways);
      }),
      RUNS,
    );
  });
});

describe('the counterparts of any flow', () => {
  it('are the states themselves within one flow, and of the same phase in another', () => {
    fc.assert(
      fc.property(randomFlow, randomFlow, (from, to) => {
        for (const { name, phase } of from.states) {
          expect(counterpartOf({ from, to: from, stateMap: {} }, name)).toEqual({ state: name });
          const found = counterpartOf({ from, to, stateMap: {} }, name);
          if ('state' in found) expect(phaseOf(to, found.state)).toBe(phase);
          else expect(to.states.some((s) => s.name === name && s.phase === phase)).toBe(false);
        }
      }),
      RUNS,
    );
  });
});
