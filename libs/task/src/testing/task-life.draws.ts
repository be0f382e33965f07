import * as fc from 'fast-check';
import type { ActorFacts } from '@thidua/kernel';
import * as people from './people';

export const ACTORS: readonly ActorFacts[] = [
  people.director,
  people.deputyDirector,
  people.officeHead,
  people.officeClerk,
  people.leadHead,
  people.leadClerk,
  people.otherLeadHead,
  people.coordinator,
  people.stranger,
  people.service,
  people.system,
  people.clerkOfTwo,
  people.deputyWhoHeads,
  people.headOfBoth,
  people.officeHeadForClerk,
  people.deputyForClerk,
];

/** Courses drawn by each law; CI asks for more. */
export const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 40);

/** Draws evenly would hardly ever get a task from report to verification, so the usual way is drawn more often. */
export const mostly = <T>(usual: readonly T[], all: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...all) },
  );

export const anyActor = mostly(
  [people.deputyDirector, people.officeClerk, people.leadHead, people.officeHead],
  ACTORS,
);
