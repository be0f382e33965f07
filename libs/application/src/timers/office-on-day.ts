import type { HeldPost, LocalDate, PersonId, UnitId } from '@thidua/kernel';
import type { Directory } from '@thidua/organisation';
import type { Task } from '@thidua/task';
import type { Role } from '@thidua/workflow';

/** Who leads what on one day, looked up once for a whole round. */
export interface OfficeOnDay {
  /** Heads of the unit; its deputies where it has no head on that day. */
  leadersOf(unitId: UnitId): readonly PersonId[];
  /** The people who hold the role for the task; `unitIds` are the lead units in question. */
  holdersOf(role: Role, task: Task, unitIds: readonly UnitId[]): readonly PersonId[];
}

const unique = (ids: readonly PersonId[]): readonly PersonId[] => [...new Set(ids)].sort();

export function officeOnDay(directory: Directory, on: LocalDate): OfficeOnDay {
  const holders = new Map<string, PersonId[]>();
  for (const personId of directory.peopleOn(on)) {
    for (const { unitId, post } of directory.postsOf(personId, on)) {
      const key = `${post} ${unitId}`;
      holders.set(key, [...(holders.get(key) ?? []), personId]);
    }
  }
  const holding = (post: HeldPost['post'], unitId: UnitId | null): readonly PersonId[] =>
    unitId === null ? [] : (holders.get(`${post} ${unitId}`) ?? []);
  const leadersOf = (unitId: UnitId): readonly PersonId[] => {
    const heads = holding('head', unitId);
    return heads.length > 0 ? heads : holding('deputy', unitId);
  };
  const leadersOfAll = (unitIds: readonly UnitId[]) => unitIds.flatMap(leadersOf);
  const department = directory.departmentUnitId(on);
  const withRole = (task: Task, role: 'lead' | 'focal', unitIds: readonly UnitId[]) =>
    leadersOfAll(
      task.leads
        .filter((lead) => lead.role === role && unitIds.includes(lead.unitId))
        .map(({ unitId }) => unitId),
    );

  const found: Readonly<
    Record<Role, (task: Task, unitIds: readonly UnitId[]) => readonly PersonId[]>
  > = {
    assignee: ({ assignments }, unitIds) =>
      assignments
        .filter(({ finishedOn, unitId }) => finishedOn === null && unitIds.includes(unitId))
        .map(({ personId }) => personId)
        .filter((personId) => directory.isInOffice(personId, on)),
    leadHead: (_task, unitIds) => leadersOfAll(unitIds),
    lead: (task, unitIds) => withRole(task, 'lead', unitIds),
    focal: (task, unitIds) => withRole(task, 'focal', unitIds),
    coordinating: ({ coordinatingUnitIds }) => leadersOfAll(coordinatingUnitIds),
    office: () => leadersOfAll(directory.officeUnitIds(on)),
    // The deputy who directs the task's field, as the plan names them; every deputy where it names nobody.
    deputyDirector: ({ assignment: { supervisingLeaderId } }) => {
      const deputies = holding('deputy', department);
      const supervising = deputies.filter((personId) => personId === supervisingLeaderId);
      return supervising.length > 0 ? supervising : deputies;
    },
    director: () => holding('head', department),
    service: () => [],
  };
  return {
    leadersOf,
    holdersOf: (role, task, unitIds) => unique(found[role](task, unitIds)),
  };
}
