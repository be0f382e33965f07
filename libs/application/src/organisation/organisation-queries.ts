import { localDateOf, type LocalDate } from '@thidua/kernel';
import type { HeldPost } from '@thidua/kernel';
import type { UnitOnDate } from '@thidua/organisation';
import type { ApplicationParts } from '../application-parts';
import { readDay } from '../calls/read-day';

export interface DayInput {
  /** Calendar day in Asia/Ho_Chi_Minh; today when left out. */
  readonly asOf?: string | undefined;
}

export interface UnitsAnswer {
  readonly asOf: LocalDate;
  readonly units: readonly UnitOnDate[];
}

export async function units(parts: ApplicationParts, { asOf }: DayInput): Promise<UnitsAnswer> {
  const day = asOf === undefined ? localDateOf(parts.now()) : readDay('asOf', asOf);
  const directory = await parts.directory.current();
  return { asOf: day, units: directory.unitsOn(day) };
}

export interface OfficialsAnswer {
  readonly asOf: LocalDate;
  readonly officials: readonly {
    readonly personId: string;
    /** Null when it is not known or was erased. */
    readonly name: string | null;
    readonly erased: boolean;
    readonly posts: readonly HeldPost[];
  }[];
}

export async function officials(
  parts: ApplicationParts,
  { asOf }: DayInput,
): Promise<OfficialsAnswer> {
  const day = asOf === undefined ? localDateOf(parts.now()) : readDay('asOf', asOf);
  const directory = await parts.directory.current();
  const names = await parts.people.names();
  return {
    asOf: day,
    officials: directory.peopleOn(day).map((personId) => ({
      personId,
      name: names.get(personId) ?? null,
      erased: directory.isErased(personId),
      posts: directory.postsOf(personId, day),
    })),
  };
}
