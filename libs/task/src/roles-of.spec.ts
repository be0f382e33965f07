import type { ActorFacts } from '@thidua/kernel';
import { actingIds, rolesOf, type TaskParties } from './roles-of';
import {
  coordinator,
  deputyDirector,
  director,
  leadClerk,
  leadDeputy,
  leadHead,
  officeClerk,
  person,
  sampleFacts,
  service,
  stranger,
  system,
  UNITS,
} from './testing';

const parties: TaskParties = {
  leads: [
    { unitId: UNITS.lead, role: 'lead' },
    { unitId: UNITS.otherLead, role: 'focal' },
  ],
  coordinatingUnitIds: [UNITS.coordinating],
  assignments: [
    {
      personId: 'nguoi-duoc-giao',
      unitId: UNITS.lead,
      subtaskId: null,
      what: null,
      dueOn: null,
      finishedOn: null,
    },
  ],
  coordination: [
    { asked: { ...sampleFacts.CoordinationAsked, unitId: 'ubnd-xa' }, answered: null },
  ],
};

describe('the roles an actor has toward a task', () => {
  it.each<[string, ActorFacts, string[]]>([
    ['the head of a lead unit', leadHead, ['lead', 'leadHead']],
    ['a deputy head of a lead unit', leadDeputy, ['lead', 'leadHead']],
    ['an official of a lead unit', leadClerk, ['lead']],
    ['the head of a focal unit', person('a', [[UNITS.otherLead, 'head']]), ['focal', 'leadHead']],
    ['an official of a focal unit', person('a', [[UNITS.otherLead, 'staff']]), ['focal']],
    ['an official of a coordinating unit', coordinator, ['coordinating']],
    ['an official of a unit that was asked', person('a', [['ubnd-xa', 'staff']]), ['coordinating']],
    ['an official of the Office', officeClerk, ['office']],
    ['the Director', director, ['director']],
    ['a deputy director', deputyDirector, ['deputyDirector']],
    ['an official of the department itself', person('a', [[UNITS.department, 'staff']]), []],
    ['whoever was given the task', person('nguoi-duoc-giao', []), ['assignee']],
    ['a stranger', stranger, []],
    ['an integrated service', service, ['service']],
    ['the system, which may do what the Office may', system, ['office']],
  ])('for %s', (_, actor, expected) => {
    expect([...rolesOf(actor, parties)].sort()).toEqual([...expected].sort());
  });

  it('add up over all posts held', () => {
    const busy = person('a', [
      [UNITS.department, 'deputy'],
      [UNITS.lead, 'head'],
      [UNITS.coordinating, 'staff'],
    ]);
    expect([...rolesOf(busy, parties)].sort()).toEqual(
      ['coordinating', 'deputyDirector', 'lead', 'leadHead'].sort(),
    );
  });

  it('include the part of the person a deputy acts for', () => {
    const deputy = person('a', [], {
      onBehalfOf: { personId: 'nguoi-duoc-giao', legalBasis: '15/QĐ-SCT' },
    });
    expect(rolesOf(deputy, parties)).toEqual(new Set(['assignee']));
  });

  it('come from posts alone before there is a task', () => {
    expect(rolesOf(leadHead, null)).toEqual(new Set());
    expect(rolesOf(officeClerk, null)).toEqual(new Set(['office']));
  });
});

describe('those who answer for an act', () => {
  it('are the actor, and whoever the actor stands in for', () => {
    const onBehalfOf = { personId: 'b', legalBasis: '15/QĐ-SCT' };
    expect(actingIds(person('a', []))).toEqual(['a']);
    expect(actingIds(person('a', [], { onBehalfOf }))).toEqual(['a', 'b']);
    expect(actingIds(person('b', [], { onBehalfOf }))).toEqual(['b']);
  });
});
