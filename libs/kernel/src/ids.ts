/** Ids are plain strings in events; these brands keep the different kinds apart inside the code. */
export type TaskId = string;
export type PlanId = string;
export type UnitId = string;
export type PersonId = string;

/** `<category>-<id>`; a category holds no hyphen, so the first hyphen divides. */
export const streamName = (category: string, id: string): string => `${category}-${id}`;

/** The part before the first hyphen. */
export const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

/** The part after the first hyphen. */
export const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);
