import { localDate, monthOf, type ActorFacts } from '@thidua/kernel';
import type { Beginning } from './task-life.course';
import type { Draw } from './task-life.steps';
import * as people from './people';
import { UNITS } from './people';

const { director, leadClerk, leadHead, officeClerk, officeHead, system } = people;

/** Who usually makes each move; most others would mostly be refused. */
export const USUALLY: Readonly<Record<Draw['what'], ActorFacts>> = {
  ...{ assign: officeClerk, start: leadClerk, receive: officeClerk, awaitTrigger: officeClerk },
  ...{ report: leadClerk, approve: leadHead, sendBack: director, verify: director },
  ...{ reopen: director, close: director, drop: officeHead, cancel: director, supersede: director },
  ...{ tellProgress: leadHead, tellNil: leadHead, tellPart: leadHead, handIn: leadClerk },
  ...{ acceptProduct: director, returnProduct: director, submitUpward: leadClerk },
  ...{ accept: leadHead, object: leadHead, answerObjection: director, propose: leadHead },
  ...{ carryOver: officeClerk, namePredecessor: officeClerk, reachMilestone: leadClerk },
  ...{ setSeries: officeClerk, openPeriod: officeClerk, reportPeriod: leadClerk },
  ...{ setCount: officeClerk, recordOccurrence: leadClerk, withdrawOccurrence: officeHead },
  ...{ askCoordination: leadHead, answerCoordination: people.coordinator, raiseObstacle: leadHead },
  ...{ proposeSolution: leadHead, direct: director, resolveObstacle: leadHead },
  ...{ startWait: leadHead, endWait: leadHead, confirmWait: director, recordIssue: officeClerk },
  ...{
    remindUnit: officeClerk,
    assignPerson: leadHead,
    finishPart: leadHead,
    handOver: officeHead,
  },
  ...{ succeed: system, migrate: officeHead, extend: director, wishExtension: leadHead },
  ...{ grantWish: director, refuseWish: director, amend: officeHead, nameSupervisor: officeClerk },
  ...{ confirmDelay: director, correctDue: director, correctCompletion: director },
  ...{ remindByTimer: system, escalate: system },
};

/** One act of a course that is led: the move, and what of it is not as usual. */
export type Line = readonly [what: Draw['what'], said?: Said];

/** What a line says; its day and month as people write them. */
type Said = Partial<Omit<Draw, 'what' | 'day' | 'month'>> & {
  readonly day?: string;
  readonly month?: string;
};

/** A course that is led: how it begins where that is not as usual, and its acts in order. */
export interface Script {
  readonly begins?: Partial<Beginning>;
  readonly lines: readonly Line[];
}

const BEGINS: Beginning = {
  flow: 'default',
  leadUnits: [UNITS.lead],
  hasFocal: false,
  kind: 'one-off',
  condition: null,
  isWaiting: false,
  dueOn: localDate('2026-06-30'),
  productCount: 0,
};

export const beginsWith = (begins: Partial<Beginning> = {}): Beginning => ({
  ...BEGINS,
  ...begins,
});

/** A line with what it leaves out: the usual person, on the day of the line before. */
export const drawnOf = ([what, said = {}]: Line): Draw => {
  const { day = '2026-09-30', month = '2026-01', ...rest } = said;
  return {
    what,
    actor: USUALLY[what],
    dayStep: 0,
    day: localDate(day),
    month: monthOf(localDate(`${month}-01`)),
    productId: 'sp-1',
    flag: true,
    twist: 0,
    ...rest,
  };
};
