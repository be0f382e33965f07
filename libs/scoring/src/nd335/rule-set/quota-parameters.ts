import { z } from 'zod';
import { amount, parameterOf } from './parameter';

/** How many may be HTXS within a group; the same for people and for units. */
export const quotaParameters = {
  quotaShare: parameterOf(amount()),
  /** The share an authority may decide on for an outstanding organisation. */
  quotaShareMax: parameterOf(amount()),
  /** LITERAL: of those rated HTT, HTXS left out. HTT_OR_ABOVE: of those rated HTT or HTXS. */
  quotaBase: parameterOf(z.enum(['LITERAL', 'HTT_OR_ABOVE'])),
  quotaRound: parameterOf(z.literal('FLOOR')),
};
