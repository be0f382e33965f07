import { fields, type CommandCatalogue, type CommandsOf } from '@thidua/kernel';
import { z } from 'zod';
import { UNIT_KINDS } from '../unit.events';
import { reorganisationCommands } from './reorganisation.commands';
import { taskForceCommands } from './task-force.commands';

const { day, document, id, line, text } = fields;

/** Absent means that no decision is cited. */
const basis = { legalBasis: document().nullable().default(null) };

/** Commands on one unit. Only the founding names the unit; the others are addressed to its stream. */
export const unitCommands = {
  FoundUnit: {
    says: 'Let a unit exist from a day.',
    vi: 'Thành lập đơn vị',
    records: ['UnitFounded'],
    data: z.strictObject({
      unitId: id(),
      name: line(300),
      kind: z.enum(UNIT_KINDS),
      parentUnitId: id().nullable().default(null),
      aliases: z.array(text(300)).default([]),
      fromOn: day(),
      ...basis,
    }),
  },
  RenameUnit: {
    says: 'Give the unit another name from a day on.',
    vi: 'Đổi tên đơn vị',
    records: ['UnitRenamed'],
    data: z.strictObject({ name: line(300), fromOn: day(), ...basis }),
  },
  AddUnitAlias: {
    says: 'Add a name by which papers also call the unit.',
    vi: 'Thêm tên gọi khác',
    records: ['UnitAliasAdded'],
    data: z.strictObject({ alias: text(300), fromOn: day() }),
  },
  MoveUnit: {
    says: 'Place the unit under another unit from a day on.',
    vi: 'Chuyển đơn vị chủ quản',
    records: ['UnitMoved'],
    data: z.strictObject({ parentUnitId: id().nullable(), fromOn: day(), ...basis }),
  },
  ChangeUnitKind: {
    says: 'Let the unit be of another kind from a day on.',
    vi: 'Đổi loại hình đơn vị',
    records: ['UnitKindChanged'],
    data: z.strictObject({ kind: z.enum(UNIT_KINDS), fromOn: day(), ...basis }),
  },
  EndUnit: {
    says: 'End the unit; the day is its last one.',
    vi: 'Kết thúc hoạt động đơn vị',
    records: ['UnitEnded'],
    data: z.strictObject({
      endedOn: day(),
      how: z.enum(['merged', 'split', 'dissolved']),
      successorUnitIds: z.array(id()).default([]),
      ...basis,
    }),
  },
  ...reorganisationCommands,
  ...taskForceCommands,
} as const satisfies CommandCatalogue;

const { CompleteMerger: _follows, ...open } = unitCommands;

/** The commands that people may send; what follows from other streams is said by process managers. */
export const openUnitCommands = open;

export type UnitCommand = CommandsOf<typeof unitCommands>;
