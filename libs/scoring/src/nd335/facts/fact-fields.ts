import { fields } from '@thidua/kernel';
import { z } from 'zod';

const { id, text } = fields;

/** The events a fact rests on: all of them, so that a fact falls when one of them does. */
export const eventIds = () => z.array(id()).default([]);

/** A whole number of things. */
export const count = (min = 0) =>
  z
    .number({ error: 'phải là số nguyên (must be a whole number)' })
    .int({ error: 'phải là số nguyên (must be a whole number)' })
    .min(min, { error: `phải từ ${min} trở lên (must be at least ${min})` })
    .max(1_000_000, { error: 'nhiều nhất 1000000 (at most 1000000)' });

/** Calendar month or quarter in Asia/Ho_Chi_Minh: `2026-03` or `2026-Q1`. */
export const period = () =>
  z
    .string({ error: 'phải là tháng hoặc quý (must be a month or a quarter)' })
    .regex(/^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/, {
      error: 'phải là tháng "2026-03" hoặc quý "2026-Q1" (must be a month or a quarter)',
    });

/** What a person with the authority settled where the rules leave a case open. */
export const decision = {
  reason: text(1000),
  decidedBy: id(),
};
