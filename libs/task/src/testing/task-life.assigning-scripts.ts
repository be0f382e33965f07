import * as people from './people';
import { from, lines, twoLead } from './task-life.scripts';

const { clerkOfTwo, headOfBoth, leadHead, officeClerk, otherLeadHead, service } = people;
const withFocal = { ...twoLead, hasFocal: true };
/** The day of the first task's due date, and the day after it. */
const DUE = '2026-06-30';
const AFTER_DUE = '2026-07-01';

/** Before there is a task an assignment is tried with the fault that the twist of the first act tells. */
const faulty = (twist: number) => lines(['start', { actor: officeClerk, twist }]);

/** Courses that end in a refusal about the assignment, its units and people, and what is passed on. */
export const assigningScripts = {
  TASK_NOT_FOUND: [lines(['start']), lines(['amend'])],
  TASK_ALREADY_ASSIGNED: [
    lines(['assign']),
    lines(['assign', { flag: false, dayStep: 1 }]),
    lines(['migrate'], ['assign', { flag: false }]),
  ],
  UNIT_NOT_FOUND: [
    faulty(0),
    lines(['askCoordination', { twist: 1 }]),
    lines(['handOver', { twist: 1 }]),
    lines(['amend', { twist: 4 }]),
  ],
  UNIT_NAMED_TWICE: [faulty(1), lines(['amend', { twist: 2 }])],
  LEAD_ALSO_COORDINATES: [faulty(2)],
  PERSON_NOT_FOUND: [
    faulty(3),
    lines(['assignPerson', { twist: 1 }]),
    lines(['handOver', { twist: 2 }]),
    lines(['nameSupervisor', { twist: 1 }]),
    lines(['correctDue', { twist: 3 }]),
  ],
  PRODUCT_NAMED_TWICE: [faulty(4), lines(['amend', { twist: 3 }])],
  CONDITION_MISSING: [faulty(5), lines(['awaitTrigger', { flag: false }])],
  UNIT_NOT_IN_TASK: [
    lines(['remindUnit', { flag: false }]),
    lines(['handOver', { productId: 'sp-la' }]),
  ],
  UNIT_MUST_BE_NAMED: [
    from(twoLead, ['report', { actor: service }]),
    from(twoLead, ['tellProgress', { actor: service }]),
    from(twoLead, ['tellPart', { actor: headOfBoth }]),
    from(twoLead, ['accept', { actor: headOfBoth }]),
    from(twoLead, ['report'], ['report', { actor: service }]),
  ],
  ACTOR_NOT_IN_UNIT: [
    from(
      twoLead,
      ['askCoordination', { actor: otherLeadHead, flag: false }],
      ['answerCoordination'],
    ),
    from(twoLead, ['assignPerson'], ['handOver', { actor: otherLeadHead, productId: 'sp-2' }]),
  ],
  ID_ALREADY_USED: [
    lines(['askCoordination'], ['askCoordination', { dayStep: 1 }]),
    lines(['raiseObstacle'], ['raiseObstacle', { dayStep: 1 }]),
    lines(['startWait'], ['startWait', { dayStep: 1 }]),
    lines(['wishExtension'], ['wishExtension', { dayStep: 1 }]),
    lines(['recordOccurrence'], ['recordOccurrence', { dayStep: 1 }]),
  ],
  TASK_ALREADY_ACCEPTED: [lines(['accept'], ['object'])],
  DECLINE_NOT_FOUND: [
    lines(['answerObjection']),
    lines(['object'], ['accept'], ['answerObjection']),
    lines(['object'], ['answerObjection'], ['answerObjection', { dayStep: 1 }]),
  ],
  DECLINE_ALREADY_ANSWERED: [lines(['object'], ['answerObjection'], ['object', { twist: 1 }])],
  DECLINED_UNIT_STILL_LEADS: [lines(['object'], ['answerObjection', { twist: 1 }])],
  SUBTASK_NOT_FOUND: [lines(['finishPart'])],
  SUBTASK_ALREADY_FINISHED: [
    lines(['assignPerson'], ['finishPart'], ['assignPerson']),
    lines(['assignPerson'], ['finishPart'], ['finishPart', { dayStep: 1 }]),
  ],
  NOT_THE_ASSIGNEE: [
    lines(
      ['assignPerson', { flag: false }],
      ['assignPerson', { productId: 'sp-2' }],
      ['finishPart', { actor: people.leadClerk }],
    ),
  ],
  PERSON_NOT_ASSIGNED: [lines(['handOver', { productId: 'sp-2' }])],
  PERSON_NOT_IN_UNIT: [
    lines(['assignPerson', { twist: 2, flag: false }]),
    lines(['assignPerson'], ['handOver', { productId: 'sp-2', twist: 3 }]),
  ],
  INNER_DUE_DATE_TOO_LATE: [
    lines(['assignPerson', { twist: 3, day: DUE }], ['assignPerson', { twist: 3, day: AFTER_DUE }]),
  ],
  HAND_OVER_CHANGES_NOTHING: [
    lines(['assignPerson'], ['handOver', { productId: 'sp-2', flag: false }]),
  ],
  OTHER_HEAD_MUST_AGREE: [
    lines(['handOver', { actor: leadHead, flag: false }]),
    from(twoLead, ['handOver', { actor: otherLeadHead }]),
    from(twoLead, ['handOver', { actor: otherLeadHead, productId: 'sp-la', twist: 3 }]),
  ],
  SUCCESSION_SYSTEM_ONLY: [lines(['succeed', { actor: officeClerk }])],
  FOCAL_UNIT_REPORTS: [
    from(withFocal, ['report']),
    from(withFocal, ['report', { actor: otherLeadHead }], ['report', { actor: clerkOfTwo }]),
    from({ ...withFocal, kind: 'recurring' }, ['setSeries'], ['openPeriod'], ['reportPeriod']),
  ],
  ONLY_ONE_LEAD: [lines(['tellPart'])],
  TASK_REFERS_TO_ITSELF: [
    lines(['supersede']),
    lines(['carryOver']),
    lines(['namePredecessor', { flag: false }]),
  ],
  TASK_CARRIED_OVER: [
    lines(['carryOver', { productId: 'sp-la' }], ['start']),
    lines(['carryOver', { productId: 'sp-la' }], ['extend']),
    lines(['carryOver', { productId: 'sp-la' }], ['cancel']),
  ],
  ALREADY_CARRIED_OVER: [
    lines(['carryOver', { productId: 'sp-la' }], ['carryOver', { productId: 'sp-la', twist: 5 }]),
  ],
  NAMED_TASK_NOT_FOUND: [
    lines(['carryOver', { productId: 'sp-la', twist: 1 }]),
    lines(['namePredecessor', { twist: 1 }]),
  ],
  NAMED_TASK_NOT_IN_PLAN: [
    lines(['carryOver', { productId: 'sp-la', twist: 2 }]),
    lines(['namePredecessor', { twist: 2 }]),
  ],
  NOT_A_LATER_YEAR: [
    lines(['carryOver', { productId: 'sp-la', twist: 3 }]),
    lines(['namePredecessor', { twist: 3 }]),
  ],
  FLOW_NOT_FOUND: [lines(['migrate', { twist: 1 }])],
  FLOW_RETIRED: [lines(['migrate', { twist: 2 }])],
  TASK_HAS_ENDED: [lines(['cancel'], ['migrate']), lines(['report'], ['verify'], ['migrate'])],
  STATE_WITHOUT_COUNTERPART: [
    from({ flow: 'two-level' }, ['report'], ['approve'], ['migrate', { flag: false }]),
  ],
  COUNTERPART_MEANS_OTHER: [lines(['migrate', { twist: 3 }])],
} as const;
