import type { Beginning } from './task-life.course';
import type { Line, Script } from './task-life.line';
import * as people from './people';
import { UNITS } from './people';

const { clerkOfTwo, deputyDirector, deputyWhoHeads, leadHead, officeClerk, officeHead } = people;

export const lines = (...given: readonly Line[]): Script => ({ lines: given });
export const from = (begins: Partial<Beginning>, ...given: readonly Line[]): Script => ({
  begins,
  lines: given,
});

export const twoLead: Partial<Beginning> = { leadUnits: [UNITS.lead, UNITS.otherLead] };
const officeLeads: Partial<Beginning> = { leadUnits: [UNITS.office] };
const waiting: Partial<Beginning> = { condition: 'Nếu có', isWaiting: true };
const [oneProduct, twoProducts] = [{ productCount: 1 }, { productCount: 2 }];
const done: readonly Line[] = [['report'], ['verify', { dayStep: 1 }]];
/** The clerk who also works in the Office looks at what the clerk did. */
const judged: Line = ['verify', { actor: clerkOfTwo }];
const FIRST = '2026-01-15';
const BEFORE = '2026-01-14';
const AFTER = '2026-01-17';

/** Courses that end in a refusal about where the task stands, who acts, what comes with it, and on which day. */
export const flowScripts = {
  TRANSITION_NOT_ALLOWED: [
    lines(['verify']),
    lines(['approve']),
    lines(['sendBack']),
    lines(['cancel'], ['cancel', { dayStep: 1 }]),
    lines(['cancel'], ['reopen']),
    lines(['report'], ['drop']),
    lines(['start'], ['start', { dayStep: 1 }]),
    lines(['start'], ['awaitTrigger']),
    lines(['start'], ['receive']),
    lines(...done, ['supersede', { productId: 'sp-la' }]),
    lines(...done, ['report', { dayStep: 1 }]),
    lines(...done, ['reopen', { dayStep: 1 }], ['reopen', { dayStep: 1 }]),
    from({ kind: 'ongoing' }, ['cancel'], ['close']),
    from({ flow: 'two-level' }, ['report'], ['approve'], ['verify'], ['approve']),
    from({ flow: 'two-level' }, ['report'], ['cancel'], ['sendBack', { actor: leadHead }]),
    from(waiting, ['report']),
  ],
  FACT_NOT_ALLOWED: [
    lines(['cancel'], ['amend']),
    lines(['report'], ['accept']),
    lines(['report'], ['wishExtension']),
    lines(...done, ['handOver']),
    lines(...done, ['extend']),
    lines(...done, ['carryOver', { productId: 'sp-la' }]),
    lines(['cancel'], ['correctDue']),
    from(waiting, ['submitUpward']),
    from({ ...waiting, ...oneProduct }, ['handIn']),
    from({ kind: 'ongoing' }, ['close'], ['propose']),
  ],
  ROLE_NOT_ALLOWED: [
    lines(['report', { actor: officeClerk }]),
    lines(['report'], ['verify', { actor: leadHead }]),
    lines(['report'], ['sendBack', { actor: leadHead }]),
    lines(['extend', { actor: officeHead }]),
    lines(['cancel', { actor: leadHead }]),
    lines(['confirmDelay', { actor: deputyDirector }]),
    lines(['correctDue', { actor: leadHead }]),
    lines(['migrate', { actor: leadHead }]),
    lines(['assign', { actor: leadHead }]),
    lines(['amend', { actor: leadHead }]),
    lines(['carryOver', { actor: leadHead, productId: 'sp-la' }]),
    lines(...done, ['reopen', { actor: leadHead }]),
    from({ kind: 'ongoing' }, ['close', { actor: officeHead }]),
    from({ flow: 'two-level' }, ['report'], ['approve', { actor: officeHead }]),
    from({ flow: 'two-level' }, ['report'], ['sendBack', { actor: officeHead }]),
    from(waiting, ['receive', { actor: people.director }]),
    from(oneProduct, ['handIn'], ['acceptProduct', { actor: leadHead }]),
  ],
  REQUIREMENT_MISSING: [
    lines(['report', { twist: 1 }]),
    lines(['direct', { twist: 1, flag: false }]),
    lines(['object'], ['answerObjection', { twist: 2 }]),
  ],
  GUARD_FAILED: [
    // Whoever did the work or a part of it does not judge it.
    lines(['report'], judged),
    lines(['report'], ['sendBack', { actor: clerkOfTwo }]),
    lines(['assignPerson'], ['report', { actor: leadHead }], judged),
    lines(['recordOccurrence'], ['report', { actor: leadHead }], judged),
    lines(['report'], ['verify', { actor: people.officeHeadForClerk }]),
    from(twoLead, ['tellPart', { actor: clerkOfTwo }], ['report', { actor: leadHead }], judged),
    from(oneProduct, ['handIn'], ['report', { actor: leadHead }], judged),
    from(oneProduct, ['handIn'], ['acceptProduct', { actor: clerkOfTwo }]),
    from(oneProduct, ['handIn'], ['returnProduct', { actor: clerkOfTwo }]),
    from(
      { kind: 'ongoing' },
      ['propose', { actor: deputyWhoHeads }],
      ['close', { actor: deputyDirector }],
    ),
    from({ flow: 'two-level' }, ['report', { actor: leadHead }], ['approve']),
    from({ flow: 'two-level' }, ['report', { actor: leadHead }], ['sendBack', { actor: leadHead }]),
    from({ flow: 'two-level' }, ['report'], ['approve'], judged),
    // Where the Office leads it does not decide about itself.
    from(officeLeads, ['report', { actor: officeClerk }], ['verify', { actor: officeHead }]),
    from(
      officeLeads,
      ['startWait', { actor: officeClerk }],
      ['confirmWait', { actor: officeHead }],
    ),
    from(
      { ...officeLeads, ...oneProduct },
      ['handIn', { actor: officeClerk }],
      ['acceptProduct', { actor: officeHead }],
    ),
    from(
      { leadUnits: [UNITS.office, UNITS.lead] },
      ['object'],
      ['answerObjection', { actor: officeHead }],
    ),
    // Products are handed in before the report; in two levels all are accepted before the confirmation.
    from(twoProducts, ['handIn'], ['report']),
    from(oneProduct, ['handIn'], ['report'], ['returnProduct'], ['verify']),
    from({ ...oneProduct, flow: 'two-level' }, ['handIn'], ['report'], ['approve'], ['verify']),
    lines(['drop']),
    lines(['close']),
    lines(['propose']),
  ],
  OCCURRED_BEFORE_ASSIGNMENT: [
    lines(['start', { dayStep: -1 }]),
    lines(['amend', { dayStep: -1 }]),
  ],
  OCCURRED_TOO_EARLY: [
    lines(['report', { dayStep: 5 }], ['verify', { dayStep: -1 }]),
    lines(['report', { dayStep: 5 }], ['cancel', { dayStep: -1 }]),
    lines(['report', { dayStep: 5 }], ['sendBack', { dayStep: -1 }]),
    lines(['report', { dayStep: 5 }], ['migrate', { dayStep: -1 }]),
    lines(...done, ['reopen', { dayStep: -1 }]),
    lines(...done, ['reopen', { dayStep: 5 }], ['report', { dayStep: -1 }]),
    lines(['askCoordination', { dayStep: 5 }], ['answerCoordination', { dayStep: -1 }]),
    lines(['raiseObstacle', { dayStep: 5 }], ['resolveObstacle', { dayStep: -1 }]),
    lines(['raiseObstacle', { dayStep: 5 }], ['proposeSolution', { dayStep: -1 }]),
    lines(['raiseObstacle', { dayStep: 5 }], ['direct', { dayStep: -1 }]),
    lines(['startWait', { dayStep: 5 }], ['endWait', { dayStep: -1 }]),
    lines(['startWait', { dayStep: 5 }], ['confirmWait', { dayStep: -1 }]),
    lines(['wishExtension', { dayStep: 5 }], ['grantWish', { dayStep: -1 }]),
    lines(['wishExtension', { dayStep: 5 }], ['refuseWish', { dayStep: -1 }]),
    from(oneProduct, ['handIn', { dayStep: 5 }], ['acceptProduct', { dayStep: -1 }]),
    from(oneProduct, ['handIn', { dayStep: 5 }], ['returnProduct', { dayStep: -1 }]),
    from(
      oneProduct,
      ['handIn', { dayStep: 5 }],
      ['report', { dayStep: -2 }],
      ['verify', { dayStep: 1 }],
    ),
    from(
      { kind: 'recurring' },
      ['setSeries', { dayStep: 20 }],
      ['openPeriod', { month: '2026-02' }],
      ['reportPeriod', { dayStep: -10 }],
    ),
  ],
  DAY_TOO_EARLY: [
    lines(['askCoordination', { twist: 2, dayStep: 1, day: FIRST }]),
    lines(['direct', { twist: 4, flag: false, dayStep: 1, day: FIRST }]),
    lines(['assignPerson', { twist: 3, dayStep: 1, day: FIRST }]),
    lines(['remindUnit', { twist: 1, dayStep: 1, day: FIRST }]),
    lines(['recordOccurrence', { twist: 1, day: BEFORE }]),
    lines(...done, ['correctCompletion', { day: BEFORE }]),
    lines(['awaitTrigger'], ['receive', { dayStep: 1, day: FIRST }]),
    lines(['start', { actor: officeClerk, twist: 6 }]),
  ],
  DAY_IN_FUTURE: [
    lines(...done, ['correctCompletion', { day: AFTER }]),
    lines(['recordOccurrence', { twist: 1, day: AFTER }]),
  ],
} as const;
