import * as people from './people';
import type { Line } from './task-life.line';
import { from, lines, twoLead } from './task-life.scripts';

const { deputyWhoHeads, leadHead, officeHead, stranger } = people;
const oneProduct = { productCount: 1 };
const series = { kind: 'recurring' as const };
const afterMilestone = { kind: 'periodic-after-milestone' as const };
const opened: readonly Line[] = [['setSeries'], ['openPeriod']];
const done: readonly Line[] = [['report'], ['verify', { dayStep: 1 }]];
const [DUE, BEFORE_DUE] = ['2026-06-30', '2026-06-29'];

/** Courses that end in a refusal about the work, its series and counts, its obstacles and its due date. */
export const workScripts = {
  PERIOD_ALREADY_REPORTED: [
    lines(['tellProgress'], ['tellProgress']),
    lines(['tellNil'], ['tellProgress', { dayStep: 1 }]),
  ],
  PERIOD_IN_FUTURE: [lines(['tellProgress', { month: '2026-02' }])],
  PERIOD_BEFORE_ASSIGNMENT: [lines(['tellNil', { month: '2025-12' }])],
  PRODUCT_NOT_FOUND: [
    lines(['handIn']),
    from(oneProduct, ['acceptProduct', { productId: 'sp-la' }]),
    from(oneProduct, ['returnProduct', { productId: 'sp-la' }]),
  ],
  PRODUCT_NOT_HANDED_IN: [
    from(oneProduct, ['acceptProduct']),
    from(oneProduct, ['returnProduct']),
    from(oneProduct, ['handIn'], ['returnProduct'], ['acceptProduct']),
  ],
  PRODUCT_ALREADY_HANDED_IN: [from(oneProduct, ['handIn'], ['handIn', { actor: leadHead }])],
  PRODUCT_ALREADY_ACCEPTED: [
    from(oneProduct, ['handIn'], ['acceptProduct'], ['handIn']),
    from(oneProduct, ['handIn'], ['acceptProduct'], ['returnProduct']),
  ],
  COORDINATION_NOT_ASKED: [lines(['answerCoordination'])],
  COORDINATION_ALREADY_ANSWERED: [
    lines(['askCoordination'], ['answerCoordination'], ['answerCoordination', { dayStep: 1 }]),
  ],
  COORDINATION_WITHIN_UNIT: [lines(['askCoordination', { flag: false }])],
  NOT_A_MILESTONE_TASK: [lines(['reachMilestone']), from(series, ['reachMilestone'])],
  MILESTONE_ALREADY_REACHED: [
    from(afterMilestone, ['reachMilestone'], ['reachMilestone', { dayStep: 1 }]),
  ],
  MILESTONE_NOT_REACHED: [
    from(afterMilestone, ['report']),
    from(afterMilestone, ['setSeries'], ['openPeriod']),
  ],
  NOT_A_SERIES_TASK: [
    lines(['setSeries']),
    lines(['openPeriod']),
    from({ kind: 'ongoing' }, ['setSeries']),
  ],
  SERIES_NOT_SET: [from(series, ['openPeriod'])],
  PERIOD_NOT_OF_SERIES: [from(series, ['setSeries'], ['openPeriod', { twist: 1 }])],
  SERIES_PERIOD_NOT_BEGUN: [from(series, ['setSeries'], ['openPeriod', { month: '2026-02' }])],
  PERIOD_BEFORE_SERIES: [
    from(series, ['setSeries'], ['openPeriod', { month: '2025-12' }]),
    from(afterMilestone, ['setSeries'], ['reachMilestone', { dayStep: 30 }], ['openPeriod']),
  ],
  PERIOD_ALREADY_COVERED: [
    from(series, ...opened, ['setSeries', { twist: 1 }], ['openPeriod', { twist: 1 }]),
  ],
  PERIOD_NOT_OPENED: [lines(['reportPeriod']), from(series, ['setSeries'], ['reportPeriod'])],
  SERIES_PERIOD_ALREADY_REPORTED: [
    from(series, ...opened, ['reportPeriod'], ['reportPeriod', { dayStep: 1 }]),
    from(series, ...opened, ['reportPeriod'], ['reportPeriod', { twist: 2 }]),
  ],
  TEXT_OR_NIL: [from(series, ...opened, ['reportPeriod', { twist: 1 }])],
  OCCURRENCE_NOT_FOUND: [lines(['withdrawOccurrence'])],
  OCCURRENCE_ALREADY_WITHDRAWN: [
    lines(['recordOccurrence'], ['withdrawOccurrence'], ['withdrawOccurrence', { dayStep: 1 }]),
  ],
  COUNT_NOT_REACHED: [
    lines(['setCount'], ['report'], ['verify', { flag: false }]),
    lines(['setCount'], ['report'], ['verify', { actor: officeHead }]),
    lines(
      ['setCount', { flag: false }],
      ['recordOccurrence'],
      ['report'],
      ['verify', { flag: false }],
    ),
    lines(
      ['setCount'],
      ['recordOccurrence'],
      ['withdrawOccurrence'],
      ['report'],
      ['verify', { flag: false }],
    ),
  ],
  OBSTACLE_NOT_FOUND: [lines(['proposeSolution']), lines(['direct']), lines(['resolveObstacle'])],
  OBSTACLE_ALREADY_RESOLVED: [
    lines(['raiseObstacle'], ['resolveObstacle'], ['proposeSolution']),
    lines(['raiseObstacle'], ['resolveObstacle'], ['direct']),
    lines(['raiseObstacle'], ['resolveObstacle'], ['resolveObstacle', { dayStep: 1 }]),
  ],
  AUTHORITY_WAIT_NOT_FOUND: [lines(['endWait']), lines(['confirmWait'])],
  AUTHORITY_WAIT_ALREADY_ENDED: [lines(['startWait'], ['endWait'], ['endWait', { dayStep: 1 }])],
  DUE_DATE_MISSING: [
    from({ dueOn: null }, ['wishExtension']),
    from({ dueOn: null }, ['extend']),
    lines(['wishExtension'], ['correctDue', { flag: false }], ['grantWish']),
  ],
  DUE_DATE_MUST_MOVE_LATER: [
    lines(['wishExtension', { day: DUE }]),
    lines(['wishExtension', { day: BEFORE_DUE }]),
    lines(['extend', { day: BEFORE_DUE }]),
    lines(['wishExtension'], ['extend', { day: '2026-10-01' }], ['grantWish']),
    lines(['awaitTrigger'], ['receive', { day: BEFORE_DUE }]),
  ],
  EXTENSION_NOT_REQUESTED: [lines(['grantWish']), lines(['refuseWish'])],
  EXTENSION_ALREADY_DECIDED: [
    lines(['wishExtension'], ['refuseWish'], ['grantWish']),
    lines(['wishExtension'], ['grantWish'], ['refuseWish', { dayStep: 1 }]),
    lines(['wishExtension'], ['refuseWish'], ['refuseWish', { dayStep: 1 }]),
  ],
  GRANTOR_IS_PARTY: [
    lines(['extend', { actor: deputyWhoHeads }]),
    lines(['wishExtension'], ['grantWish', { actor: deputyWhoHeads }]),
    // Whoever was given a part of the work is a party to it, whatever the post.
    from(twoLead, ['assignPerson'], ['extend', { actor: people.deputyForClerk }]),
  ],
  AMENDMENT_IS_EMPTY: [lines(['amend', { twist: 1 }])],
  SECOND_PERSON_REQUIRED: [
    lines(['correctDue', { actor: officeHead }]),
    lines(...done, ['correctCompletion', { actor: officeHead }]),
  ],
  TASK_NOT_COMPLETED: [lines(['correctCompletion'])],
  COMPLETION_DAY_REQUIRED: [lines(...done, ['correctCompletion', { flag: false }])],
  EVENT_NOT_OF_TASK: [lines(['correctDue', { twist: 1 }])],
  EVENT_LACKS_FIELD: [lines(['correctDue', { twist: 2 }])],
  ONLY_BY_TIMER: [
    lines(['remindByTimer', { actor: officeHead }]),
    lines(['escalate', { actor: stranger }]),
  ],
  TIMER_UNKNOWN: [
    lines(['remindByTimer', { twist: 1, dayStep: 1 }]),
    lines(['escalate', { twist: 1 }]),
  ],
  TIMER_NOT_DUE: [lines(['remindByTimer', { flag: false }]), lines(['escalate', { flag: false }])],
  TIMER_STALE: [
    lines(['remindByTimer']),
    lines(['report'], ['escalate', { dayStep: 1 }]),
    lines(['extend', { dayStep: 5 }], ['remindByTimer']),
    from({ dueOn: null }, ['escalate', { dayStep: 1 }]),
  ],
} as const;
