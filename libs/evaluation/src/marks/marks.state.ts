import type { MarksEvent } from './marks.events';

/** Entries of one person’s year in the order of the log, without those withdrawn. Plain JSON. */
export interface MarksState {
  readonly entries: readonly MarksEvent[];
  /** Ids that were ever used, so that none is used twice. */
  readonly withdrawn: readonly MarksEvent[];
}

export const noMarks: MarksState = { entries: [], withdrawn: [] };

/** Refuses nothing: withdrawing what nobody recorded leaves the entries as they are. */
export function evolveMarks({ entries, withdrawn }: MarksState, event: MarksEvent): MarksState {
  const { type, data } = event;
  const plain = { type, data } as MarksEvent;
  if (type !== 'EntryWithdrawn') return { entries: [...entries, plain], withdrawn };
  const isMeant = (each: MarksEvent): boolean => each.data.entryId === data.withdraws;
  return {
    entries: entries.filter((each) => !isMeant(each)),
    withdrawn: [...withdrawn, ...entries.filter(isMeant), plain],
  };
}

type FactsByType = {
  readonly [Type in MarksEvent['type']]: Extract<MarksEvent, { type: Type }>['data'];
};
/** The data of one type of entry. */
export type MarksFacts<Type extends MarksEvent['type']> = FactsByType[Type];

/** Entries in force of one type. */
export const entriesOf = <Type extends MarksEvent['type']>(
  { entries }: MarksState,
  type: Type,
): readonly MarksFacts<Type>[] =>
  entries.flatMap((entry) => (entry.type === type ? [entry.data as MarksFacts<Type>] : []));
