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

const { otherLeadHead } = people;
const twoLead = { leadUnits: bothLead.leadUnits };
const carried: Line = ['carryOver', { productId: 'sp-la' }];

/** Courses whose acts are taken in places off the usual way. */
export const BYWAYS: readonly Script[] = [
  // Whoever had a part still belongs to the task when it is finished.
  {
    lines: [
      ['assignPerson', { flag: false }],
      ['finishPart'],
      ['start', { actor: people.coordinator }],
    ],
  },
  { begins: { productCount: 2 }, lines: [['handIn'], ['amend', { twist: 6 }], ['acceptProduct']] },
  { lines: [['askCoordination'], ['succeed'], ['answerCoordination', { actor: people.stranger }]] },
  {
    begins: twoLead,
    lines: [
      ['accept'],
      ['tellProgress'],
      ['handOver', { twist: 4 }],
      ['assignPerson', { actor: people.otherLeadHead }],
      ['succeed'],
    ],
  },
  // A day that another has replaced is corrected for the record alone.
  {
    lines: [
      ['extend'],
      ['correctDue', { twist: 4, day: '2026-07-05' }],
      ['correctDue', { twist: 4, day: '2026-07-06' }],
    ],
  },
  { lines: [['correctDue', { twist: 4, day: '2026-07-05' }]] },
  // Whose unit no longer leads keeps what is finished and loses what is open.
  {
    begins: twoLead,
    lines: [
      ['assignPerson'],
      ['finishPart'],
      ['assignPerson', { productId: 'sp-2' }],
      ['object'],
      ['answerObjection', { twist: 3 }],
    ],
  },
  { lines: [['assignPerson'], ['amend', { twist: 5 }], ['amend', { twist: 6 }]] },
  // What is finished is not passed on, so the receiver gets the whole.
  {
    begins: twoLead,
    lines: [
      ['assignPerson', { actor: otherLeadHead }],
      ['finishPart', { actor: otherLeadHead }],
      ['handOver', { productId: 'sp-la' }],
    ],
  },
  {
    begins: { ...twoLead, hasFocal: true },
    lines: [
      ['handOver'],
      ['assignPerson', { actor: otherLeadHead }],
      ['report', { actor: otherLeadHead }],
    ],
  },
  { lines: [['assignPerson'], ['handOver', { productId: 'sp-2' }], ['finishPart']] },
  {
    lines: [
      ['assignPerson', { flag: false }],
      ['handOver', { actor: people.leadHead }],
    ],
  },
  {
    begins: { kind: 'recurring' },
    lines: [['setSeries'], ['openPeriod'], ['reportPeriod', { twist: 2 }], ['start']],
  },
  {
    begins: { kind: 'recurring' },
    lines: [
      ['setSeries', { twist: 1 }],
      ['openPeriod', { twist: 1 }],
    ],
  },
  // A task that goes on elsewhere is still corrected, and its past still told.
  {
    lines: [carried, ['correctDue'], ['namePredecessor'], ['confirmDelay']],
  },
  {
    lines: [['extend', { day: '2026-07-01' }]],
  },
  {
    lines: [
      ['direct', { twist: 2, flag: false }],
      ['direct', { twist: 4, flag: false }],
      ['amend', { flag: false }],
    ],
  },
  { lines: [['setCount'], ['report'], ['verify']] },
  { begins: { productCount: 1 }, lines: [['handIn'], ['report', { twist: 1 }], ['verify']] },
  {
    begins: { leadUnits: [UNITS.office] },
    lines: [['report', { actor: people.officeClerk }], ['verify']],
  },
  {
    begins: { leadUnits: [UNITS.department] },
    lines: [
      ['start', { actor: people.director }],
      ['extend', { actor: people.deputyDirector }],
    ],
  },
  {
    begins: { flow: 'two-level' },
    lines: [['report'], ['approve'], ['migrate', { flag: false, twist: 4 }], ['verify']],
  },
];

/** Courses that begin with what is so already. */
const SO_ALREADY: readonly Script[] = [
  { lines: [['assign', { flag: false }]] },
  { lines: [['extend', { twist: 1 }]] },
  { lines: [['correctDue', { day: '2026-06-30' }]] },
];

/** Every way with each act said twice on one day: what is so already is recorded once. */
export const SAID_TWICE: readonly Script[] = [...WAYS, ...BYWAYS, ...SO_ALREADY].map(
  ({ lines, ...script }) => ({
    ...script,
    lines: lines.flatMap(([what, said = {}]): Line[] => [
      [what, said],
      [what, { ...said, dayStep: 0 }],
    ]),
  }),
);
