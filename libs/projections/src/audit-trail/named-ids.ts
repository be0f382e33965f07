/** Ids that an event names, wherever they stand in its data. */
export interface NamedIds {
  readonly unitIds: readonly string[];
  readonly personIds: readonly string[];
}

/** Every field of the event catalogues that holds a unit id ends so: `unitId`, `leadUnitIds`, `parentUnitId`. */
const UNIT_FIELD = /^(u|.*U)nitIds?$/;
/** The same for people: `personId`, `supervisingLeaderId`, and whoever did or agreed to something. */
const PERSON_FIELD =
  /^((p|.*P)ersonIds?|(supervisingL|l)eaderId|deputyId|signerId|appellantId|attendeeIds|(adjusted|agreed|answered|approved|handedIn|proposed|recorded|reported)By)$/;

/** Walks plain JSON data of any shape; each id once, in the order met. */
export function namedIds(data: unknown): NamedIds {
  const found = { unitIds: new Set<string>(), personIds: new Set<string>() };
  walk(data, found);
  return { unitIds: [...found.unitIds], personIds: [...found.personIds] };
}

interface Found {
  readonly unitIds: Set<string>;
  readonly personIds: Set<string>;
}

function walk(value: unknown, found: Found): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, found);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  for (const [field, item] of Object.entries(value)) {
    if (UNIT_FIELD.test(field)) collect(item, found.unitIds);
    else if (PERSON_FIELD.test(field)) collect(item, found.personIds);
    else walk(item, found);
  }
}

function collect(value: unknown, ids: Set<string>): void {
  if (typeof value === 'string') ids.add(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, ids);
}
