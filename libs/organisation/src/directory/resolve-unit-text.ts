import { toNfc, type LocalDate, type UnitId } from '@thidua/kernel';
import type { UnitKind } from '../unit.events';
import type { GroupTerm } from './group-terms';
import { nameKey } from './name-key';
import { nearestName, searchNames, type SearchName } from './nearest-name';
import { isOpenTerm } from './open-terms';
import type { NamedUnit, UnitRegister } from './unit-register';
import { bareName, piecesOf, withoutFootnotes, type Piece } from './unit-text-pieces';
import type {
  DefinedAlias,
  ResolvedUnitText,
  UnitTextOptions,
  UnitTextProblem,
  UnitTextProblemCode,
} from './unit-text';

/** What names are looked up in, prepared once for many texts. */
export interface NameSources {
  readonly register: UnitRegister;
  /** Kinds of unit by the folded phrase of the group. */
  readonly groups: ReadonlyMap<string, readonly UnitKind[]>;
  /** The most stretches between separators that a known phrase runs over; longer runs are not tried. */
  readonly runMax: number;
}

/** "Các sở, ban, ngành, địa phương liên quan" and a bracket that holds a comma are still read as one. */
const OPEN_RUN_MAX = 8;

export function nameSourcesOf(
  register: UnitRegister,
  groupTerms: readonly GroupTerm[],
): NameSources {
  const groups = groupTerms.flatMap(({ phrases, kinds }) =>
    phrases.map((phrase) => [nameKey(phrase), kinds] as const),
  );
  const runs = register.everyName.map((name) => piecesOf(name).length + 1);
  const runMax = runs.reduce((most, run) => Math.max(most, run), OPEN_RUN_MAX);
  return { register, groups: new Map(groups), runMax };
}

interface Finding {
  readonly unitIds: readonly UnitId[];
  readonly isFocal: boolean;
  readonly alias: string | null;
  readonly openPartner: string | null;
  readonly problem: UnitTextProblem | null;
}

const NOTHING: Finding = {
  unitIds: [],
  isFocal: false,
  alias: null,
  openPartner: null,
  problem: null,
};

const suggest = (register: UnitRegister, unitIds: readonly UnitId[], date: LocalDate) =>
  [...new Set(unitIds)].flatMap((unitId) => {
    const unit = register.unitOn(unitId, date);
    return unit === null ? [] : [{ unitId, name: unit.name }];
  });

/** A name that some unit bore on another day is reported with the unit that stands for it now. */
function offItsDay(
  { register }: NameSources,
  name: string,
  date: LocalDate,
): Pick<UnitTextProblem, 'code' | 'suggestions'> | null {
  const [unitId] = register.unitsEverNamed(name);
  if (unitId === undefined) return null;
  const standIns = register.standInsOn(unitId, date);
  const code: UnitTextProblemCode = standIns.includes(unitId)
    ? 'UNIT_RENAMED'
    : register.unitEndedBefore(unitId, date)
      ? 'UNIT_ENDED'
      : 'UNIT_NOT_YET_FOUNDED';
  return { code, suggestions: suggest(register, standIns, date) };
}

function unitsInGroup(sources: NameSources, name: string, date: LocalDate): UnitId[] | null {
  const kinds = sources.groups.get(nameKey(name));
  if (kinds === undefined) return null;
  return sources.register
    .unitsOn(date)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ unitId }) => unitId);
}

const refusal = (
  { register }: NameSources,
  written: string,
  code: UnitTextProblemCode,
  { unitIds, date }: { readonly unitIds: readonly UnitId[]; readonly date: LocalDate },
): Finding => ({
  ...NOTHING,
  problem: { code, written, suggestions: suggest(register, unitIds, date) },
});

/** The units a name stands for on the day: short forms of the document first, then names and aliases, then groups. */
function unitsFor(
  sources: NameSources,
  name: string,
  written: string,
  { date, scope = [] }: UnitTextOptions,
): Finding | null {
  const defined = scope.find(({ alias }) => nameKey(alias) === nameKey(name));
  if (defined !== undefined) return { ...NOTHING, unitIds: [defined.unitId] };
  const unitIds = sources.register.unitsNamed(name, date);
  if (unitIds.length > 1) {
    return refusal(sources, written, 'UNIT_AMBIGUOUS', { unitIds, date });
  }
  if (unitIds.length === 1) return { ...NOTHING, unitIds };
  const group = unitsInGroup(sources, name, date);
  if (group === null) return null;
  return group.length === 0
    ? refusal(sources, written, 'GROUP_EMPTY', { unitIds: [], date })
    : { ...NOTHING, unitIds: group };
}

/** One candidate name, looked up whole; null when nothing is known by it. */
function lookUp(sources: NameSources, written: string, options: UnitTextOptions): Finding | null {
  const { name: bare, isFocal, alias } = bareName(written);
  for (const name of new Set([bare, withoutFootnotes(bare)])) {
    const found = unitsFor(sources, name, written, options);
    if (found !== null) return { ...found, isFocal, alias };
    if (isOpenTerm(name)) return { ...NOTHING, openPartner: written };
    const other = offItsDay(sources, name, options.date);
    if (other !== null) return { ...NOTHING, problem: { ...other, written } };
  }
  return null;
}

/** One text while it is read. */
interface Page {
  readonly sources: NameSources;
  readonly options: UnitTextOptions;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly names: readonly SearchName<NamedUnit>[];
}

/** A stretch of the text that was read as one name, and where reading goes on. */
interface Reading {
  readonly finding: Finding;
  readonly next: number;
}

const slice = ({ text, pieces }: Page, first: number, last: number): string =>
  text.slice(pieces[first]?.start, pieces[last]?.end).trim();

const lastOfRun = ({ pieces, sources }: Page, first: number): number =>
  Math.min(pieces.length, first + sources.runMax) - 1;

/** The longest known name that begins at the piece, null when none does. */
function readLongest(page: Page, first: number): Reading | null {
  for (let last = lastOfRun(page, first); last >= first; last -= 1) {
    const finding = lookUp(page.sources, slice(page, first, last), page.options);
    if (finding !== null) return { finding, next: last + 1 };
  }
  return null;
}

/** The name nearest to what begins at the piece, over as many pieces as bring it nearest. */
function readNearest(page: Page, first: number): Reading | null {
  let best: { last: number; distance: number; unitId: UnitId } | null = null;
  for (let last = first; last <= lastOfRun(page, first); last += 1) {
    const name = withoutFootnotes(bareName(slice(page, first, last)).name);
    const near = nearestName(name, page.names);
    if (near !== null && (best === null || near.distance < best.distance)) {
      best = { last, distance: near.distance, unitId: near.named.unitId };
    }
  }
  if (best === null) return null;
  const { sources, options } = page;
  const unitIds = [best.unitId];
  const written = slice(page, first, best.last);
  const finding = refusal(sources, written, 'UNIT_UNKNOWN', { unitIds, date: options.date });
  return { finding, next: best.last + 1 };
}

/** "Sở Nông nghiệp và Môi trường" is one unknown name: unknown neighbours joined by "và" are reported as one. */
function readUnknown(page: Page, first: number): Reading {
  let last = first;
  while (page.pieces[last + 1]?.joiner === 'and' && readLongest(page, last + 1) === null) last += 1;
  const none = { unitIds: [], date: page.options.date };
  const finding = refusal(page.sources, slice(page, first, last), 'UNIT_UNKNOWN', none);
  return { finding, next: last + 1 };
}

const unique = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

const definedBy = ({ alias, unitIds }: Finding): readonly DefinedAlias[] =>
  alias === null ? [] : unitIds.slice(0, 1).map((unitId) => ({ alias, unitId }));

function findingsOn(page: Page): readonly Finding[] {
  const findings: Finding[] = [];
  for (let first = 0; first < page.pieces.length;) {
    const { finding, next } =
      readLongest(page, first) ?? readNearest(page, first) ?? readUnknown(page, first);
    findings.push(finding);
    first = next;
  }
  return findings;
}

/**
 * Reads the units out of a field of a plan. The longest known phrase wins before commas divide; a name matches whole or
 * not at all ("Văn phòng UBND tỉnh" is not the Office); groups are expanded on the day; "liên quan" stays open; what
 * is not known comes back as a problem with a suggestion, never as a guess.
 */
export function resolveUnitText(
  sources: NameSources,
  written: string,
  options: UnitTextOptions,
): ResolvedUnitText {
  const text = toNfc(written).trim();
  const names = searchNames(sources.register.namesOn(options.date));
  const findings = findingsOn({ sources, options, text, pieces: piecesOf(text), names });
  const leads = new Set(options.leadUnitIds ?? []);
  const kept = (some: readonly Finding[]) =>
    unique(some.flatMap(({ unitIds }) => unitIds)).filter((unitId) => !leads.has(unitId));
  return {
    unitIds: kept(findings),
    focalUnitIds: kept(findings.filter(({ isFocal }) => isFocal)),
    openPartners: unique(findings.flatMap(({ openPartner }) => openPartner ?? [])),
    problems: findings.flatMap(({ problem }) => problem ?? []),
    aliases: findings.flatMap(definedBy),
  };
}
