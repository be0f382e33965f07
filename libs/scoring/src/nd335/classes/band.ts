import { compareRational, type Rational } from '@thidua/kernel';
import { amountOf } from '../../validate-rule-set';
import type { RatedClass } from '../rated-class';
import type { CivilServantRules } from '../rule-set/rule-set';

type Bands = CivilServantRules['parameters']['bands']['value'];

/** The class by points alone, compared unrounded: 89.9999… is not 90. */
export function bandOf(points: Rational, { HTXS, HTT, HT }: Bands): RatedClass {
  const reaches = (limit: string): boolean => compareRational(points, amountOf(limit)) >= 0;
  if (reaches(HTXS)) return 'HTXS';
  if (reaches(HTT)) return 'HTT';
  return reaches(HT) ? 'HT' : 'KHT';
}
