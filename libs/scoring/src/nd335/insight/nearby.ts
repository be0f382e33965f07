import type { Facts } from '../facts/facts';

/** The person's group with everybody whose score is looked up from it. */
export function nearby(facts: Facts, personId: string): Facts {
  const groupId = facts.people.find(({ id }) => id === personId)?.groupId;
  const wanted = new Set(
    facts.people.filter((person) => person.groupId === groupId).map(({ id }) => id),
  );
  const byId = new Map(facts.people.map((person) => [person.id, person]));
  for (const id of wanted) {
    for (const period of byId.get(id)?.periods ?? []) {
      if (period.kind !== 'WORK' || period.leader === null) continue;
      const { unitResult } = period.leader;
      if ('level' in unitResult) continue;
      // A set is walked to its end even while it grows.
      for (const { personId: under } of unitResult.subordinates) wanted.add(under);
    }
  }
  return { ...facts, people: facts.people.filter(({ id }) => wanted.has(id)) };
}
