import { fields, type EventCatalogue, type EventsOf } from '@thidua/kernel';
import { z } from 'zod';
import { reorganisationEvents } from './unit/reorganisation.events';
import { taskForceEvents } from './unit/task-force.events';

const { day, document, id, line, text } = fields;

const unitId = { unitId: id() };
const basis = { legalBasis: document().nullable() };

/**
 * `department` = the whole office (Sở); `office` = its Văn phòng; `division` = phòng chuyên môn; `sub-department` =
 * chi cục; `task-force` = tổ công tác, never ranked; `outside` = a partner without accounts.
 */
export const UNIT_KINDS = [
  'department',
  'office',
  'division',
  'sub-department',
  'task-force',
  'outside',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Units through time. A unit is never overwritten: names and forms are periods, so a record of 2024 keeps its name. */
export const unitEvents = {
  UnitFounded: {
    schemaVersion: 1,
    says: 'A unit exists from this day.',
    vi: 'Thành lập đơn vị',
    recordedBy: 'Office',
    data: z.strictObject({
      ...unitId,
      name: line(300),
      kind: z.enum(UNIT_KINDS),
      parentUnitId: id().nullable(),
      aliases: z.array(text(300)),
      fromOn: day(),
      ...basis,
    }),
  },
  UnitRenamed: {
    schemaVersion: 1,
    says: 'The unit bears another name from this day; earlier records keep the earlier name.',
    vi: 'Đổi tên đơn vị',
    recordedBy: 'Office',
    data: z.strictObject({ ...unitId, name: line(300), fromOn: day(), ...basis }),
  },
  UnitAliasAdded: {
    schemaVersion: 1,
    says: 'Papers also call the unit so (an abbreviation, a short form defined by a document).',
    vi: 'Thêm tên gọi khác',
    recordedBy: 'Office',
    data: z.strictObject({ ...unitId, alias: text(300), fromOn: day() }),
  },
  UnitMoved: {
    schemaVersion: 1,
    says: 'The unit belongs under another unit from this day.',
    vi: 'Chuyển đơn vị chủ quản',
    recordedBy: 'Office',
    data: z.strictObject({ ...unitId, parentUnitId: id().nullable(), fromOn: day(), ...basis }),
  },
  UnitKindChanged: {
    schemaVersion: 1,
    says: 'The unit is of another kind from this day, under the same decision-maker and with the same people.',
    vi: 'Đổi loại hình đơn vị',
    recordedBy: 'Office',
    data: z.strictObject({ ...unitId, kind: z.enum(UNIT_KINDS), fromOn: day(), ...basis }),
  },
  UnitEnded: {
    schemaVersion: 1,
    says: 'The unit ends on this day; successors, if any, take over its open work.',
    vi: 'Kết thúc hoạt động đơn vị',
    recordedBy: 'Office',
    data: z.strictObject({
      ...unitId,
      endedOn: day(),
      how: z.enum(['merged', 'split', 'dissolved']),
      successorUnitIds: z.array(id()),
      ...basis,
    }),
  },
  ...reorganisationEvents,
  ...taskForceEvents,
} as const satisfies EventCatalogue;

export type UnitEvent = EventsOf<typeof unitEvents>;
