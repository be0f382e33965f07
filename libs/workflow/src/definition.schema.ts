import { fields } from '@thidua/kernel';
import { z } from 'zod';
import { GUARDS, REQUIREMENTS, ROLES, STATE_PHASES } from './definition';
import { TIMER_ACTS, TIMER_DEADLINES } from './timers';

/** How many parts of one kind a definition may have: far above any office's need, far below what harms a server. */
const PARTS_MAX = 300;
/** A year of days; a timer further off is a slip of the keyboard. */
const DAYS_MAX = 366;

const label = () => z.strictObject({ vi: fields.text(300), en: fields.text(300) });

/** Names of states, transitions and timers stand in diagrams and in mappings, so their letters are plain. */
const name = () =>
  z.string({ error: 'phải là một tên (must be a name)' }).regex(/^[A-Za-z][A-Za-z0-9]{0,59}$/, {
    error:
      'phải là tên chỉ gồm chữ không dấu và số, bắt đầu bằng chữ (must be a name of plain letters and digits)',
  });

const list = <Schema extends z.ZodType>(item: Schema) => z.array(item).max(PARTS_MAX);

const distance = () => {
  const days = z.number().int().min(0).max(DAYS_MAX);
  return z.union([z.strictObject({ workingDays: days }), z.strictObject({ calendarDays: days })], {
    error:
      'phải là {workingDays: n} hoặc {calendarDays: n}, n từ 0 đến 366 (must be one of these, n 0 to 366)',
  });
};

/** How a name out of a closed list is written: strictly, or as any text for a file whose slips are told later. */
type NameOf = <const Names extends readonly string[]>(names: Names) => z.ZodType<Names[number]>;

const closed: NameOf = (names) => z.enum(names);
const anyName: NameOf = (names) =>
  z.custom<(typeof names)[number]>((value) => typeof value === 'string', {
    error: 'phải là một tên (must be a name)',
  });

const schemaOf = (nameOf: NameOf) =>
  z.strictObject({
    id: z.string({ error: 'phải là một mã (must be an id)' }).regex(/^[a-z][a-z0-9-]{0,59}$/, {
      error:
        'phải là mã gồm chữ thường không dấu, số, gạch nối (must be an id: lower-case letters, digits, hyphen)',
    }),
    version: z.number().int().positive(),
    label: label(),
    initial: name(),
    states: list(
      z.strictObject({
        name: name(),
        phase: nameOf(STATE_PHASES),
        label: label(),
        final: z.boolean().default(false),
      }),
    ),
    transitions: list(
      z.strictObject({
        name: name(),
        command: name(),
        from: list(name()),
        to: name(),
        by: list(nameOf(ROLES)),
        requires: list(nameOf(REQUIREMENTS)).default([]),
        guards: list(nameOf(GUARDS)).default([]),
        label: label(),
      }),
    ),
    facts: list(
      z.strictObject({
        command: name(),
        phases: list(nameOf(STATE_PHASES)),
        by: list(nameOf(ROLES)),
      }),
    ).default([]),
    reportDueDay: z.number().int().default(31),
    timers: list(
      z.strictObject({
        name: name(),
        on: z.union(
          [
            z.strictObject({ state: name() }),
            z.strictObject({ deadline: z.enum(TIMER_DEADLINES) }),
          ],
          {
            error: `phải là {state: tên} hoặc {deadline: ${TIMER_DEADLINES.join(' | ')}} (must be one of these)`,
          },
        ),
        before: distance().optional(),
        after: distance().optional(),
        does: z.enum(TIMER_ACTS),
        to: list(nameOf(ROLES)),
        label: label(),
      }),
    ).default([]),
  });

/** A definition as the log keeps it and as a file is written. */
export const definitionSchema = schemaOf(closed);

/** The same shape with open lists of names: the validator can then name each unknown one and go on. */
export const looseDefinitionSchema = schemaOf(anyName);
