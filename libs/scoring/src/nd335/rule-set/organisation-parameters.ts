import { z } from 'zod';
import { bands } from './civil-servant-parameters';
import { amount, parameterOf } from './parameter';
import { quotaParameters } from './quota-parameters';

/** How units are classed from 2026 on (Decree 335/2025, chapter II). */
export const organisationParameters = z.strictObject({
  generalMax: parameterOf(amount()),
  resultMax: parameterOf(amount()),
  bands: parameterOf(bands),
  /** Least share of tasks that exceed what was asked, for HTXS. */
  exceedMin: parameterOf(amount()),
  /** Largest share of tasks behind schedule, for HT. */
  lateMax: parameterOf(amount()),
  /** A smaller share of tasks done means KHT. */
  notCompletedBelow: parameterOf(amount()),
  ...quotaParameters,
  reportWindow: parameterOf(z.enum(['15_14', 'CALENDAR'])),
  /** Which of the two official completion rates is named first; both are always shown. */
  denominator: parameterOf(z.enum(['DUE', 'ALL'])),
});

/** How civil servants were classed up to 2025 (Decrees 90/2020 and 48/2023): conditions, no points. */
export const historicalParameters = z.strictObject({
  /** HT: largest share of tasks that lack quality, timeliness or effect. */
  lackingMax: parameterOf(amount()),
  /** KHT: more than this share of the result criteria missed. */
  missedOver: parameterOf(amount()),
  /** HTXS of a leader: least share of the unit's targets exceeded. */
  targetsExceededMin: parameterOf(amount()),
  /** HTXS of a leader: least share of sub-units at HTT or above. */
  subUnitsGoodMin: parameterOf(amount()),
  /** HTT of a leader: least share of the unit's targets on time and of quality. */
  targetsOnTimeMin: parameterOf(amount()),
  /** HT of a leader: least share of the unit's targets done. */
  targetsDoneMin: parameterOf(amount()),
  /** KHT of a leader: a smaller share of the unit's targets done. */
  targetsNotDoneBelow: parameterOf(amount()),
  serviceMonthsMin: parameterOf(amount()),
  /** From this many months off on, the class is HT at most. */
  absentMonthsFrom: parameterOf(amount()),
  ...quotaParameters,
});
