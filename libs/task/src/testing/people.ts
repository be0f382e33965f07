import type { Actor, ActorFacts, HeldPost } from '@thidua/kernel';

/** A small department: the department itself, its Office, two divisions that lead, one that coordinates. */
export const UNITS = {
  department: 'so',
  office: 'van-phong',
  lead: 'phong-quan-ly',
  otherLead: 'phong-ke-hoach',
  coordinating: 'phong-phap-che',
} as const;

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
export const service = machine('service', 'he-thong-van-ban');
export const system = machine('system', 'thi-dua');
