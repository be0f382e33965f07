import type { Actor, ActorFacts, HeldPost } from '@thidua/kernel';

/** A small department: the department itself, its Office, two divisions that lead, one that coordinates. */
export const UNITS = {
  department: 'so',
  office: 'van-phong',
  lead: 'phong-quan-ly',
  otherLead: 'phong-ke-hoach',
  coordinating: 'phong-phap-che',
} as const;

/** An id that is neither of a unit nor of a person. */
export const NOBODY = 'khong-co';

const kinds: Readonly<Record<string, string>> = {
  [UNITS.department]: 'department',
  [UNITS.office]: 'office',
};

const held = (unitId: string, post: HeldPost['post']): HeldPost => ({
  unitId,
  unitKind: kinds[unitId] ?? 'division',
  post,
});

/** A person with the posts given as `[unit, post]`, acting in the first of them. */
export function person(
  id: string,
  posts: readonly (readonly [string, HeldPost['post']])[],
  acting: Partial<Actor> = {},
): ActorFacts {
  const unitId = posts[0]?.[0] ?? null;
  return {
    actor: { kind: 'person', id, unitId, role: null, onBehalfOf: null, ...acting },
    posts: posts.map(([unit, post]) => held(unit, post)),
  };
}

const machine = (kind: 'service' | 'system', id: string): ActorFacts => ({
  actor: { kind, id, unitId: null, role: null, onBehalfOf: null },
  posts: [],
});

export const director = person('giam-doc', [[UNITS.department, 'head']]);
export const deputyDirector = person('pho-giam-doc', [[UNITS.department, 'deputy']]);
export const officeHead = person('chanh-van-phong', [[UNITS.office, 'head']]);
export const officeClerk = person('chuyen-vien-vp', [[UNITS.office, 'staff']]);
export const leadHead = person('truong-phong', [[UNITS.lead, 'head']]);
export const leadDeputy = person('pho-phong', [[UNITS.lead, 'deputy']]);
export const leadClerk = person('chuyen-vien', [[UNITS.lead, 'staff']]);
export const otherLeadHead = person('truong-phong-kh', [[UNITS.otherLead, 'head']]);
export const coordinator = person('can-bo-pc', [[UNITS.coordinating, 'staff']]);
export const stranger = person('nguoi-ngoai', [['phong-khac', 'staff']]);
/** Works in the first division and in the Office. */
export const clerkOfTwo = person('chuyen-vien', [
  [UNITS.lead, 'staff'],
  [UNITS.office, 'staff'],
]);
/** A deputy director who heads the first division as well. */
export const deputyWhoHeads = person('pho-giam-doc', [
  [UNITS.department, 'deputy'],
  [UNITS.lead, 'head'],
]);
/** Heads both divisions and acts in neither. */
export const headOfBoth = person('truong-hai-phong', [
  [UNITS.coordinating, 'staff'],
  [UNITS.lead, 'head'],
  [UNITS.otherLead, 'head'],
]);
/** The head of the Office in the place of a clerk of the first division. */
export const officeHeadForClerk = person('chanh-van-phong', [[UNITS.office, 'head']], {
  onBehalfOf: { personId: 'chuyen-vien', legalBasis: '15/QĐ-SCT' },
});
/** A deputy director in the place of a clerk of the first division. */
export const deputyForClerk = person('pho-giam-doc', [[UNITS.department, 'deputy']], {
  onBehalfOf: { personId: 'chuyen-vien', legalBasis: '15/QĐ-SCT' },
});
export const service = machine('service', 'he-thong-van-ban');
export const system = machine('system', 'thi-dua');
