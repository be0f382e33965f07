import { fields } from '@thidua/kernel';
import { z } from 'zod';
import { amount, label, parameterOf } from './parameter';
import { quotaParameters } from './quota-parameters';

const { id } = fields;

/** Lightest first. */
export const DISCIPLINE_LEVELS = [
  'KHIEN_TRACH',
  'CANH_CAO',
  'HA_BAC_LUONG',
  'GIANG_CHUC',
  'CACH_CHUC',
  'BUOC_THOI_VIEC',
] as const;

/** Facts that make a year "not completed" whatever its score. */
export const FORCED_GROUNDS = ['DEGRADATION', 'DISCIPLINED', 'UNIT_CORRUPTION'] as const;

/** Lower limits of the classes; below the last one is KHT. */
export const bands = z.strictObject({ HTXS: amount(), HTT: amount(), HT: amount() });

/** How civil servants are scored and classed from 2026 on (Decree 335/2025, chapter III). */
export const civilServantParameters = z.strictObject({
  period: parameterOf(z.enum(['MONTH', 'QUARTER'])),
  generalMax: parameterOf(amount()),
  taskMax: parameterOf(amount()),
  generalItems: parameterOf(
    z.array(z.strictObject({ id: id(), title: label, max: amount() })).min(1),
  ),
  deductQuality: parameterOf(amount()),
  deductLate: parameterOf(amount()),
  lateUnit: parameterOf(z.enum(['OCCURRENCE', 'DAY'])),
  cap: parameterOf(z.enum(['TOTAL_70', 'EACH_100'])),
  /** The two values that d, đ and e may take, in per cent. */
  leaderLevels: parameterOf(z.strictObject({ low: amount(), high: amount() })),
  /** A subordinate's period score under this brings d down. */
  subordinateBar: parameterOf(amount()),
  bands: parameterOf(bands),
  serviceMonthsMin: parameterOf(amount()),
  unpaidWorkedMonthsMin: parameterOf(amount()),
  /** What stands for December when the class is due before its end; while it is off all twelve months are needed. */
  december: parameterOf(z.enum(['MONTHS_1_TO_11', 'PROVISIONAL_12'])),
  ...quotaParameters,
  headCeiling: parameterOf(z.literal(true)),
  forcedGrounds: parameterOf(z.array(z.enum(FORCED_GROUNDS)).min(1)),
  disciplineFrom: parameterOf(z.enum(DISCIPLINE_LEVELS)),
  /** A unit that did less than this share of a quarter's tasks bars its head from HTXS for the year. */
  partyQuarterFlags: parameterOf(z.strictObject({ unitDoneMin: amount() })),
  cstdcsQuota: parameterOf(amount().nullable()),
  ballotThreshold: parameterOf(amount().nullable()),
});
