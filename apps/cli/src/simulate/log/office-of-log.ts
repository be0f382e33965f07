import type { LocalDate, PersonId } from '@thidua/kernel';
import { officialEvents, unitEvents } from '@thidua/organisation';
import { byUnit, type Office, type OfficeUnit, type PostHeld } from '../office/office';
import type { LogEntry } from './log-entry';

interface Found {
  readonly units: Map<string, OfficeUnit>;
  posts: PostHeld[];
}

type Reader = (found: Found, data: unknown, endOfYear: LocalDate) => void;

/** How each event of the organisation changes who could act; what does not matter to the play is not listed. */
const READERS: Readonly<Record<string, Reader>> = {
  UnitFounded: ({ units }, data, endOfYear) => {
    const founding = unitEvents.UnitFounded.data.parse(data);
    const { unitId, name, kind, fromOn } = founding;
    if (fromOn <= endOfYear) units.set(unitId, { unitId, name, kind, founding });
  },
  UnitRenamed: ({ units }, data, endOfYear) => {
    const { unitId, name, fromOn } = unitEvents.UnitRenamed.data.parse(data);
    const unit = units.get(unitId);
    if (unit !== undefined && fromOn <= endOfYear) units.set(unitId, { ...unit, name });
  },
  UnitEnded: ({ units }, data, endOfYear) => {
    const { unitId, endedOn } = unitEvents.UnitEnded.data.parse(data);
    if (endedOn <= endOfYear) units.delete(unitId);
  },
  PostTaken: ({ posts }, data) => {
    const { personId, unitId, post, fromOn } = officialEvents.PostTaken.data.parse(data);
    posts.push({ personId, unitId, post, fromOn, untilOn: null });
  },
  PostLeft: (found, data) => {
    const left = officialEvents.PostLeft.data.parse(data);
    found.posts = found.posts.map((held) =>
      held.personId === left.personId &&
      held.unitId === left.unitId &&
      held.post === left.post &&
      held.untilOn === null
        ? { ...held, untilOn: left.untilOn }
        : held,
    );
  },
};

/** Ends that the play itself recorded: it lets the same people go again, so they are read as if still there. */
const OWN_ENDS = ['PostLeft', 'OfficialLeft'];

/**
 * Units that stand throughout the rest of the year, and posts with their days, as the log has them.
 * `correlationId` is the play's own mark.
 */
export function officeOfLog(
  entries: readonly LogEntry[],
  year: number,
  correlationId: string,
): Omit<Office, 'leavers'> {
  const found: Found = { units: new Map(), posts: [] };
  const endOfYear = `${year}-12-31` as LocalDate;
  for (const { type, data, correlationId: by } of entries) {
    if (by === correlationId && OWN_ENDS.includes(type)) continue;
    READERS[type]?.(found, data, endOfYear);
  }
  const standing = found.posts.filter(({ unitId }) => found.units.has(unitId));
  return { units: [...found.units.values()], posts: byUnit(standing) };
}

/** Everybody the log knows to have joined. */
export const peopleOfLog = (entries: readonly LogEntry[]): ReadonlySet<PersonId> =>
  new Set(
    entries
      .filter(({ type }) => type === 'OfficialJoined')
      .map(({ data }) => officialEvents.OfficialJoined.data.parse(data).personId),
  );
