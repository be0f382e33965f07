import type { LocalDate, LocalMonth } from '@thidua/kernel';
import type { Directory } from '@thidua/organisation';
import type { TaskOutcome, TaskOutcomeRow } from '@thidua/projections';
import type { AnswerHeader, ApplicationParts } from '../../application-parts';
import type { Findings, Words } from './findings';
import type { DataOf, Told, ToldType } from './told';

/** What a question may be narrowed to. */
export type Narrowing = 'plan' | 'unit' | 'task' | 'person' | 'source' | 'months' | 'ruleSet';

/** A question with every default filled in. */
export interface Request {
  /** Year of the plans. */
  readonly year: number;
  readonly asOf: LocalDate;
  /** Up to which log position facts are known; null: as far as the read models have come. */
  readonly knownAtPosition: bigint | null;
  readonly planId: string | null;
  readonly unitId: string | null;
  /** A task number, or the number of a group of tasks such as `2.3`. */
  readonly task: string | null;
  readonly personId: string | null;
  /** Part of the number of a source document. */
  readonly source: string | null;
  readonly fromMonth: LocalMonth | null;
  readonly toMonth: LocalMonth | null;
  readonly ruleSet: string | null;
  readonly after: string | undefined;
}

/** One task with what became of it and the events the question reads, as the view sees them. */
export interface TaskFile {
  readonly row: TaskOutcomeRow;
  readonly outcome: TaskOutcome;
  readonly assigned: DataOf<'TaskAssigned'>;
  /** True by the day asked about, in log order. */
  readonly told: readonly Told[];
}

/** Everything a question is answered from. */
export interface Facts {
  readonly request: Request;
  /** The log position at which the answer is true. */
  readonly position: bigint;
  /** Tasks of the year or plan. */
  readonly files: readonly TaskFile[];
  /** Events of the types the question reads apart from tasks, in log order. */
  readonly others: readonly Told[];
  readonly directory: Directory;
}

interface Named extends Words {
  /** Its number in the list of year-end questions. */
  readonly number: number;
  readonly name: string;
  readonly takes: readonly Narrowing[];
}

/** A question that is a pure function of the facts of tasks, people and units. */
export interface QuestionOfFacts extends Named {
  /** Event types read from the tasks beside those their outcome rests on. */
  readonly reads: readonly ToldType[];
  /** Event types read wherever they stand. */
  readonly readsElsewhere?: readonly ToldType[];
  readonly answer: (facts: Facts) => Findings;
}

/** A question that reads another read model, or computes sheets. */
export interface QuestionOfItsOwn extends Named {
  /** Read models it is answered from. */
  readonly from: string;
  /** It tells scores, so it is open to those alone who may read all of them. */
  readonly isOfScores?: true;
  readonly ask: (parts: ApplicationParts, request: Request) => Promise<AnswerHeader & Findings>;
}

export type Question = QuestionOfFacts | QuestionOfItsOwn;

/** Keeps the tasks led by the unit asked about, and the task or group of tasks asked about. */
export const filesAsked = ({ files, request }: Facts): readonly TaskFile[] =>
  files.filter(
    ({ outcome }) =>
      isTaskAsked(request, outcome.no) &&
      (request.unitId === null || outcome.leads.some(({ unitId }) => unitId === request.unitId)),
  );

/** `2.3` asks for 2.3 itself and for everything below it. */
export const isTaskAsked = ({ task }: Request, no: string): boolean =>
  task === null || no === task || no.startsWith(`${task}.`);

export const isUnitAsked = ({ unitId }: Request, candidate: string): boolean =>
  unitId === null || unitId === candidate;
