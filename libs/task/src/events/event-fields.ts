import { fields } from '@thidua/kernel';
import { z } from 'zod';

const { id, line, text } = fields;

/** A lead unit; `focal` compiles and reports without carrying the whole result (domain: "đầu mối"). */
export const lead = z.strictObject({ unitId: id(), role: z.enum(['lead', 'focal']) });

export const product = z.strictObject({ productId: id(), title: line(2000) });

/** Which transition of the pinned definition was taken. */
export const step = { transition: text(60), from: text(60), to: text(60) };

export const taskId = { taskId: id() };

/** How often a series is reported on. */
export const seriesFrequency = z.enum(['month', 'quarter', 'half-year', 'year']);
export type SeriesFrequency = z.infer<typeof seriesFrequency>;

/** A period of a series as offices write it: `2026-03`, `2026-Q1`, `2026-H1` or `2026`. */
export const reportPeriod = () =>
  z
    .string({ error: 'phải là một kỳ báo cáo (must be a report period)' })
    .regex(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/, {
      error:
        'phải là một kỳ, dạng 2026-03, 2026-Q1, 2026-H1 hoặc 2026 (must be a period such as 2026-Q1)',
    });

/**
 * Who answers for a piece of work: the person or service that recorded it, and whoever they acted for. Kept in the data
 * because the rule that nobody verifies their own work must hold for every reader of the log, with or without metadata.
 */
export const doneBy = z.array(id()).min(1).max(2);
