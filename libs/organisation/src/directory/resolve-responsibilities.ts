import type { LocalDate, UnitId } from '@thidua/kernel';
import type { Directory } from './directory';
import type { DefinedAlias, ResolvedUnitText, UnitTextProblem } from './unit-text';

/** The written names of one task of a plan. `focal` repeats those leads that carry "(đầu mối)". */
export interface WrittenResponsibilities {
  readonly no: string;
  readonly lead: readonly string[];
  readonly focal: readonly string[];
  readonly coordinating: readonly string[];
}

export type ResponsibilityField = 'lead' | 'focal' | 'coordinating';

/** Who answers for a task, with what could not be told and in which field. */
export interface ResolvedResponsibilities {
  readonly leads: readonly { readonly unitId: UnitId; readonly role: 'lead' | 'focal' }[];
  readonly coordinatingUnitIds: readonly UnitId[];
  readonly openPartners: readonly string[];
  readonly problems: readonly (UnitTextProblem & { readonly field: ResponsibilityField })[];
}

interface Reading {
  readonly date: LocalDate;
  readonly scope: readonly DefinedAlias[];
}

type Read = (written: readonly string[]) => readonly ResolvedUnitText[];

const idsIn = (texts: readonly ResolvedUnitText[]): ReadonlySet<UnitId> =>
  new Set(texts.flatMap(({ unitIds }) => unitIds));

function resolveTask(
  directory: Directory,
  task: WrittenResponsibilities,
  reading: Reading,
): ResolvedResponsibilities {
  const read: Read = (written) => written.map((text) => directory.resolveUnitText(text, reading));
  const [lead, focal] = [read(task.lead), read(task.focal)];
  const focalIds = new Set([...idsIn(focal), ...lead.flatMap(({ focalUnitIds }) => focalUnitIds)]);
  const leadIds = new Set([...idsIn(lead), ...focalIds]);
  const coordinating = task.coordinating.map((text) =>
    directory.resolveUnitText(text, { ...reading, leadUnitIds: [...leadIds] }),
  );
  const problemsIn = (field: ResponsibilityField, texts: readonly ResolvedUnitText[]) =>
    texts.flatMap(({ problems }) => problems.map((problem) => ({ ...problem, field })));
  return {
    leads: [...leadIds].map((unitId) => ({
      unitId,
      role: focalIds.has(unitId) ? 'focal' : 'lead',
    })),
    coordinatingUnitIds: [...idsIn(coordinating)],
    openPartners: [
      ...new Set([...lead, ...coordinating].flatMap(({ openPartners }) => openPartners)),
    ],
    problems: [
      ...problemsIn('lead', lead),
      ...problemsIn('focal', focal),
      ...problemsIn('coordinating', coordinating),
    ],
  };
}

/**
 * Resolves the names of all tasks of one plan on a day, keyed by task number. A short form that one task defines
 * ("gọi tắt là …") holds for the whole document and for no other.
 */
export function resolvePlanTexts(
  directory: Directory,
  tasks: readonly WrittenResponsibilities[],
  date: LocalDate,
): Readonly<Record<string, ResolvedResponsibilities>> {
  const scope = tasks
    .flatMap(({ lead, coordinating }) => [...lead, ...coordinating])
    .flatMap((written) => directory.resolveUnitText(written, { date }).aliases);
  return Object.fromEntries(
    tasks.map((task) => [task.no, resolveTask(directory, task, { date, scope })]),
  );
}
