import { toNfc, type LocalDate, type UnitId } from '@thidua/kernel';
import type { GroupTerm } from './group-terms';
import { nameKey } from './name-key';
import { nearestName } from './nearest-name';
import { isOpenTerm } from './open-terms';
import type { UnitRegister } from './unit-register';
import { bareName, piecesOf, withoutFootnotes, type Piece } from './unit-text-pieces';
import type {
  DefinedAlias,
  ResolvedUnitText,
  UnitTextOptions,
  UnitTextProblem,
  UnitTextProblemCode,
} from './unit-text';

/** What names are looked up in. */
export interface NameSources {
  readonly register: UnitRegister;
  readonly groupTerms: readonly GroupTerm[];
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
  const term = sources.groupTerms.find(({ phrases }) =>
    phrases.some((phrase) => nameKey(phrase) === nameKey(name)),
  );
  if (term === undefined) return null;
  return sources.register
    .unitsOn(date)
    .filter(({ kind }) => term.kinds.includes(kind))
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

/** A stretch of the text that was read as one name, and where reading goes on. */
interface Reading {
  readonly finding: Finding;
  readonly next: number;
}

const slice = (text: string, pieces: readonly Piece[], first: number, last: number): string =>
  text.slice(pieces[first]?.start, pieces[last]?.end).trim();

/** The longest known name that begins at the piece, null when none does. */
function readLongest(
  sources: NameSources,
  text: string,
  { pieces, first }: { readonly pieces: readonly Piece[]; readonly first: number },
  options: UnitTextOptions,
): Reading | null {
  for (let last = pieces.length - 1; last >= first; last -= 1) {
    const finding = lookUp(sources, slice(text, pieces, first, last), options);
    if (finding !== null) return { finding, next: last + 1 };
  }
  return null;
}

/** Nothing known begins here: the nearest name is suggested, over as many pieces as bring it nearest. */
function readUnknown(
  { register }: NameSources,
  text: string,
  { pieces, first }: { readonly pieces: readonly Piece[]; readonly first: number },
  date: LocalDate,
): Reading {
  const names = register.namesOn(date);
  let best: { last: number; distance: number; unitId: UnitId } | null = null;
  for (let last = first; last < pieces.length; last += 1) {
    const name = withoutFootnotes(bareName(slice(text, pieces, first, last)).name);
    const near = nearestName(name, names);
    if (near !== null && (best === null || near.distance < best.distance)) {
      best = { last, distance: near.distance, unitId: near.named.unitId };
    }
  }
  const last = best?.last ?? first;
  const suggestions = best === null ? [] : suggest(register, [best.unitId], date);
  const written = slice(text, pieces, first, last);
  const problem: UnitTextProblem = { code: 'UNIT_UNKNOWN', written, suggestions };
  return { finding: { ...NOTHING, problem }, next: last + 1 };
}

/** "Sở Nông nghiệp và Môi trường" is one unknown name: unknown neighbours joined by "và" are reported as one. */
function mergeableEnd(
  sources: NameSources,
  text: string,
  { pieces, first }: { readonly pieces: readonly Piece[]; readonly first: number },
  options: UnitTextOptions,
): number {
  let last = first;
  while (pieces[last + 1]?.joiner === 'and') {
    if (readLongest(sources, text, { pieces, first: last + 1 }, options) !== null) break;
    last += 1;
  }
  return last;
}

function readAt(
  sources: NameSources,
  text: string,
  place: { readonly pieces: readonly Piece[]; readonly first: number },
  options: UnitTextOptions,
): Reading {
  const known = readLongest(sources, text, place, options);
  if (known !== null) return known;
  const unknown = readUnknown(sources, text, place, options.date);
  const { problem } = unknown.finding;
  if (problem === null || problem.suggestions.length > 0) return unknown;
  const last = mergeableEnd(sources, text, place, options);
  const written = slice(text, place.pieces, place.first, last);
  return { finding: { ...NOTHING, problem: { ...problem, written } }, next: last + 1 };
}

const unique = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

const definedBy = ({ alias, unitIds }: Finding): readonly DefinedAlias[] =>
  alias === null ? [] : unitIds.slice(0, 1).map((unitId) => ({ alias, unitId }));

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
  const pieces = piecesOf(text);
  const findings: Finding[] = [];
  for (let first = 0; first < pieces.length;) {
    const { finding, next } = readAt(sources, text, { pieces, first }, options);
    findings.push(finding);
    first = next;
  }
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
