import { z } from 'zod';
import { amount, parameterOf } from '../nd335/rule-set/parameter';
import { DISCIPLINE_LEVELS } from '../nd335/rule-set/civil-servant-parameters';
import { ruleSetHeader } from '../nd335/rule-set/rule-set';
import { RATED_CLASSES } from '../nd335/rated-class';

const rated = () => parameterOf(z.enum(RATED_CLASSES));
const asked = () => parameterOf(z.literal(true));

/** Award money by title, in multiples of the base salary. */
const awards = z.strictObject({
  LDTT: amount(),
  CSTDCS: amount(),
  CSTD_TINH: amount(),
  CSTD_TQ: amount(),
  TTLDTT: amount(),
  TTLDXS: amount(),
  CO_CHINH_PHU: amount(),
});

/** Which titles of emulation the year's classes make people and collectives eligible for. */
export const titleRulesSchema = z.strictObject({
  subject: z.literal('EMULATION_TITLES'),
  ...ruleSetHeader,
  parameters: z.strictObject({
    /** LĐTT: least class of the year. */
    ldttClass: rated(),
    /** LĐTT: self-reliant, united, active in the movement. */
    ldttConduct: asked(),
    /** CSTĐCS: HTXS, an initiative recognised at the grassroots, or both, beside LĐTT. */
    cstdcsStandard: parameterOf(z.enum(['HTXS_OR_INITIATIVE', 'HTXS_AND_INITIATIVE'])),
    /** CSTĐCS: largest share of those with LĐTT; null or off as long as nobody confirmed it. */
    cstdcsQuota: parameterOf(amount().nullable()),
    ttldttClass: rated(),
    /** TTLĐTT: more than this share of the members have LĐTT. */
    ttldttOver: parameterOf(amount()),
    /** TTLĐTT and TTLĐXS: regular movement, united. */
    collectiveConduct: asked(),
    /** Lightest discipline of a member that bars the titles of the collective. */
    memberDiscipline: parameterOf(z.enum(DISCIPLINE_LEVELS)),
    ttldxsClass: rated(),
    /** TTLĐXS: every member completes the tasks of the year. */
    ttldxsAllComplete: asked(),
    /** TTLĐXS: at least this share of the members have LĐTT. */
    ttldxsLdttMin: parameterOf(amount()),
    /** TTLĐXS: at least so many members with CSTĐCS. */
    ttldxsCstdcsMin: parameterOf(amount()),
    /** Cờ: first in its bloc, exceeds all targets, leads in thrift and against corruption. */
    flagFirstInBloc: asked(),
    flagTargetsExceeded: asked(),
    flagConduct: asked(),
    awardMoney: parameterOf(awards),
  }),
});
export type TitleRules = z.infer<typeof titleRulesSchema>;
export type TitleParameter = Exclude<keyof TitleRules['parameters'], 'awardMoney'>;
