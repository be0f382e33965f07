import type { Beginning } from './task-life.course';
import type { Line, Script } from './task-life.line';
import * as people from './people';
import { UNITS } from './people';

const february = '2026-02';

/** Everything that may happen beside the work, each thing once, in an order in which all of it is taken. */
const beside: readonly Line[] = [
  ['object'],
  ['answerObjection'],
  ['accept'],
  ['assignPerson'],
  ['finishPart'],
  ['askCoordination'],
  ['answerCoordination', { dayStep: 1 }],
  ['raiseObstacle'],
  ['proposeSolution'],
  ['direct', { twist: 3 }],
  ['resolveObstacle', { dayStep: 1 }],
  ['startWait'],
  ['endWait', { dayStep: 1 }],
  ['confirmWait'],
  ['wishExtension'],
  ['grantWish', { dayStep: 1 }],
  ['wishExtension', { productId: 'sp-2', day: '2026-10-15' }],
  ['refuseWish', { productId: 'sp-2' }],
  ['extend', { day: '2026-10-31' }],
  ['amend', { twist: 7 }],
  ['nameSupervisor'],
  ['namePredecessor', { twist: 4 }],
  ['remindUnit'],
  ['tellProgress'],
  ['tellNil', { dayStep: 30, month: february }],
  ['remindByTimer'],
  ['escalate'],
];

/** The work itself: twice sent back in part, in the end confirmed, opened again, and withdrawn. */
const work: readonly Line[] = [
  ['setCount'],
  ['recordOccurrence'],
  ['recordOccurrence', { productId: 'sp-2' }],
  ['withdrawOccurrence'],
  ['tellPart'],
  ['submitUpward'],
  ['recordIssue'],
  ['handIn'],
  ['returnProduct', { dayStep: 1 }],
  ['handIn', { dayStep: 1 }],
  ['acceptProduct', { dayStep: 1 }],
  ['handIn', { productId: 'sp-2' }],
  ['acceptProduct', { productId: 'sp-2' }],
  ['report', { dayStep: 1 }],
  ['sendBack', { dayStep: 1, actor: people.director }],
  ['sendBack', { actor: people.otherLeadHead }],
  ['report', { dayStep: 1 }],
  ['approve', { dayStep: 1 }],
  ['approve', { actor: people.otherLeadHead }],
  ['verify', { dayStep: 1 }],
  ['correctDue'],
  ['correctCompletion', { day: '2026-02-01' }],
  ['confirmDelay'],
  ['reopen', { dayStep: 1 }],
  ['handOver', { dayStep: 1 }],
  ['succeed'],
  ['migrate'],
  ['migrate', { flag: false }],
  ['cancel', { dayStep: 1 }],
];

const bothLead = { leadUnits: [UNITS.lead, UNITS.otherLead], productCount: 2 };

/** Courses in which every move is taken, under each flow. */
const waysIn = (flow: Beginning['flow']): readonly Script[] => [
  { begins: { flow, ...bothLead }, lines: [['start'], ...beside, ...work] },
  {
    begins: { flow, kind: 'periodic-after-milestone' },
    lines: [['reachMilestone'], ['setSeries'], ['openPeriod'], ['reportPeriod'], ['report']],
  },
  {
    begins: { flow, kind: 'recurring', dueOn: null },
    lines: [['setSeries'], ['openPeriod'], ['reportPeriod'], ['carryOver', { productId: 'sp-la' }]],
  },
  {
    begins: { flow, kind: 'ongoing' },
    lines: [['propose'], ['close', { dayStep: 1 }], ['reopen']],
  },
  {
    begins: { flow, condition: 'Nếu có', isWaiting: true },
    lines: [['receive'], ['drop', { dayStep: 1 }]],
  },
  { begins: { flow }, lines: [['awaitTrigger'], ['supersede', { productId: 'sp-la' }]] },
];

export const WAYS: readonly Script[] = [...waysIn('default'), ...waysIn('two-level')];
