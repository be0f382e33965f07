/** How an actor stands to a task on the day of the act. The closed list keeps a typing slip from granting anything. */
export const ROLES = [
  'lead',
  'leadHead',
  'focal',
  'coordinating',
  'assignee',
  'office',
  'deputyDirector',
  'director',
  'service',
] as const;
export type Role = (typeof ROLES)[number];
