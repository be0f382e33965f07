/** One thing that somebody does in the year, as it is sent over HTTP. */
export interface Act {
  /** Calendar day in Viet Nam; acts of one day happen in the order in which they are told. */
  readonly on: string;
  readonly who: string;
  /** Address under /v1; a task goes by its number. */
  readonly path: string;
  readonly body: object;
  /** When it had happened, where it is typed in later than on the day. */
  readonly happenedOn?: string;
  /** For whom somebody acts as a deputy. */
  readonly onBehalfOf?: string;
}

export const act = (on: string, who: string, path: string, body: object = {}): Act => ({
  ...{ on, who, path, body },
});

/** The same act, done as the deputy of somebody. */
export const onBehalfOf = (personId: string, done: Act): Act => ({ ...done, onBehalfOf: personId });

/** The same act, of an earlier day. */
export const typedInLate = (happenedOn: string, done: Act): Act => ({ ...done, happenedOn });

/** An act on a task: `task('2025-02-11', 'cb-004', '3.1', 'report-result', …)`. */
export const task = (
  on: string,
  who: string,
  numberAndCommand: `${string} ${string}`,
  body: object = {},
): Act => {
  const [no, command] = numberAndCommand.split(' ');
  return act(on, who, `tasks/${no ?? ''}/${command ?? ''}`, body);
};

/** A document by its number and date. */
export const paper = (number: string, date: string) => ({
  ...{ number, date, issuer: null, title: null },
});

/** Evidence: one document. */
export const proof = (number: string, date: string) => [
  { document: paper(number, date), url: null, fileSha256: null, note: null },
];

/** Monthly reports of a unit on a task, on one day of each month; the months are those of 2025. */
export const monthly = (
  no: string,
  who: string,
  months: readonly number[],
  options: { readonly day?: number; readonly unitId?: string; readonly isNil?: boolean } = {},
): readonly Act[] =>
  months.map((month) => {
    const period = `2025-${String(month).padStart(2, '0')}`;
    const { day = 20, unitId, isNil = false } = options;
    const speaking = unitId === undefined ? {} : { unitId };
    const text = isNil ? {} : { text: `Tiến độ tháng ${month}` };
    return task(`${period}-${day}`, who, `${no} ${isNil ? 'report-nil' : 'report-progress'}`, {
      ...{ ...speaking, period, ...text },
    });
  });

export const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_each, index) => from + index);
