import { fields, type CommandCatalogue } from '@thidua/kernel';
import { z } from 'zod';
import { taskShare } from './reorganisation.events';

const { day, document, id } = fields;

/** Commands that make one unit of several, or several of one. */
export const reorganisationCommands = {
  MergeUnits: {
    says: 'Merge other units into this one from a day on; their open tasks pass here.',
    vi: 'Sáp nhập đơn vị',
    records: ['UnitMerged'],
    data: z.strictObject({
      mergedUnitIds: z
        .array(id())
        .min(1, { error: 'phải nêu ít nhất một đơn vị (name at least one unit)' }),
      effectiveOn: day(),
      document: document(),
    }),
  },
  SplitUnit: {
    says: 'Split the unit from a day on; every open task is given to a successor, by name or by a unit that takes the rest.',
    vi: 'Chia tách đơn vị',
    records: ['UnitSplit'],
    data: z.strictObject({
      intoUnitIds: z.array(id()).min(1, { error: 'phải nêu đơn vị kế thừa (name the successors)' }),
      shares: z.array(taskShare).default([]),
      restUnitId: id().nullable().default(null),
      effectiveOn: day(),
      document: document(),
    }),
  },
  CompleteMerger: {
    says: 'End a unit that was merged; the process manager alone says so.',
    vi: 'Kết thúc đơn vị đã sáp nhập',
    records: ['UnitEnded'],
    data: z.strictObject({ intoUnitId: id(), endedOn: day(), document: document() }),
  },
} as const satisfies CommandCatalogue;
