import type { LocalDate, LocalMonth } from '@thidua/kernel';
import { getPlan } from '@thidua/projections';
import type { AfterInput, AnswerHeader, ApplicationParts } from '../application-parts';
import type { ActorRequest } from '../calls/call';
import { InvalidInput, rejectCall } from '../calls/call-errors';
import { resolveUnit } from '../organisation/resolve-unit';
import { viewOf } from '../performance/read-outcomes';
import { ofAll, requireReader } from '../reading/for-score-readers';
import { allQuestions } from './all-questions';
import type { Findings, Words } from './frame/findings';
import { FACT_EVENTS } from './frame/fact-events';
import type { Narrowing, Question, QuestionOfFacts, Request } from './frame/question';
import { readFacts } from './frame/read-facts';
import { workOfPerson } from './people/q17-work-of-person';
import { namesIn, type Names } from './names-in-answer';

export interface QuestionInput extends AfterInput {
  /** Number or name of the question. */
  readonly question: string;
  /** Year of the plans; that of the plan, else of `asOf`, when left out. */
  readonly year?: number | undefined;
  readonly plan?: string | undefined;
  readonly unit?: string | undefined;
  readonly task?: string | undefined;
  readonly person?: string | undefined;
  readonly source?: string | undefined;
  /** First and last month asked about, `YYYY-MM`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  /** Decimal string of the log position up to which facts are known. */
  readonly position?: string | undefined;
  readonly ruleSet?: string | undefined;
  /** Who asks; a question about scores is refused without one. */
  readonly asker?: ActorRequest | undefined;
}

export interface ListedQuestion extends Words {
  readonly number: number;
  readonly name: string;
  /** What it may be narrowed to, beside year and day. */
  readonly takes: readonly Narrowing[];
  /** Read models it is answered from, and the event types it reads beside the outcomes. */
  readonly from: string;
}

export interface QuestionAnswer extends AnswerHeader, Findings {
  readonly question: ListedQuestion;
  readonly year: number;
  readonly asOf: LocalDate;
  readonly knownAt: string | null;
  readonly names: Names;
}

const listed = (asked: Question): ListedQuestion => {
  const { number, name, vi, en, takes } = asked;
  return {
    ...{ number, name, vi, en, takes },
    from: 'ask' in asked ? asked.from : sourcesOf(asked),
  };
};

const sourcesOf = ({ reads, readsElsewhere = [] }: QuestionOfFacts): string => {
  const types = reads === FACT_EVENTS ? ['every fact'] : reads;
  const read = [...types, ...readsElsewhere].join(', ');
  return read === '' ? 'task_outcomes' : `task_outcomes, audit_trail (${read})`;
};

/** Every question with its number, its name and what it takes. */
export const questionList: readonly ListedQuestion[] = allQuestions.map(listed);

export const questions = (
  _parts: ApplicationParts,
  _input: object,
): Promise<{ readonly questions: readonly ListedQuestion[] }> =>
  Promise.resolve({ questions: questionList });

/** Whoever does not say who they are asks as a service does. */
const NOBODY: ActorRequest = { kind: 'service', serviceId: 'api' };

const isOfScores = (asked: Question): boolean => 'ask' in asked && asked.isOfScores === true;

/**
 * Answers one of the year-end questions, with the events behind every figure and row.
 * @throws CommandRejected QUESTION_NOT_FOUND, SCORES_NOT_OPEN.
 */
export async function question(
  parts: ApplicationParts,
  input: QuestionInput,
): Promise<QuestionAnswer> {
  const found = findQuestion(input.question);
  if (isOfScores(found)) await requireReader(parts, input.asker ?? NOBODY, ofAll());
  const request = await requestOf(parts, input, found);
  const { findings, ...header } = await findingsOf(parts, found, request);
  return {
    ...header,
    question: listed(found),
    ...{ year: request.year, asOf: request.asOf, knownAt: input.knownAt ?? null },
    ...findings,
    names: await namesIn(parts, findings, request.asOf),
  };
}

async function findingsOf(
  parts: ApplicationParts,
  asked: Question,
  request: Request,
): Promise<AnswerHeader & { readonly findings: Findings }> {
  if ('ask' in asked) {
    const { position, caughtUp, ...findings } = await asked.ask(parts, request);
    return { position, caughtUp, findings };
  }
  const { facts, ...header } = await readFacts(parts, request, asked);
  return { ...header, findings: asked.answer(facts) };
}

/** @throws CommandRejected QUESTION_NOT_FOUND */
function findQuestion(asked: string): Question {
  const found = allQuestions.find(({ number, name }) => name === asked || String(number) === asked);
  if (found !== undefined) return found;
  return rejectCall('QUESTION_NOT_FOUND', {
    question: asked,
    known: questionList.map(({ number, name }) => `${number} (${name})`),
  });
}

async function requestOf(
  parts: ApplicationParts,
  input: QuestionInput,
  asked: Question,
): Promise<Request> {
  refuseForeign(input, asked);
  const { asOf, year, knownAt } = viewOf(input, parts.now());
  const known = knownAt === undefined ? null : await parts.store.positionAt(knownAt);
  const stated = input.position === undefined ? null : BigInt(input.position);
  const { plan = null, unit = null } = input;
  const directory = await parts.directory.current();
  return {
    year: plan === null ? year : await yearOfPlan(parts, plan),
    asOf,
    knownAtPosition: earlier(known, stated),
    planId: plan,
    unitId: unit === null ? null : resolveUnit(directory, unit, asOf).unitId,
    task: input.task ?? null,
    personId: input.person ?? null,
    source: input.source ?? null,
    fromMonth: monthOf('from', input.from),
    toMonth: monthOf('to', input.to),
    ruleSet: input.ruleSet ?? null,
    after: input.after,
  };
}

const FIELDS_OF: Readonly<Record<Narrowing, readonly (keyof QuestionInput)[]>> = {
  plan: ['plan'],
  unit: ['unit'],
  task: ['task'],
  person: ['person'],
  source: ['source'],
  months: ['from', 'to'],
  ruleSet: ['ruleSet'],
};

/**
 * A narrowing that a question does not know would be left out in silence, and the answer taken for a narrower one.
 * @throws InvalidInput
 */
function refuseForeign(input: QuestionInput, { name, takes }: Question): void {
  const foreign = Object.entries(FIELDS_OF)
    .filter(([narrowing]) => !takes.includes(narrowing as Narrowing))
    .flatMap(([, fields]) => fields.filter((field) => input[field] !== undefined));
  const wanting = name === workOfPerson.name && input.person === undefined ? ['person'] : [];
  const faults = [
    ...foreign.map((path) => ({
      path,
      message: `câu hỏi ${name} không hỏi theo mục này (this question is not narrowed by it)`,
    })),
    ...wanting.map((path) => ({ path, message: 'thiếu thông tin bắt buộc (required)' })),
  ];
  if (faults.length > 0) throw new InvalidInput(faults);
}

const earlier = (a: bigint | null, b: bigint | null): bigint | null =>
  a === null || (b !== null && b < a) ? b : a;

/** @throws CommandRejected PLAN_NOT_FOUND */
async function yearOfPlan(parts: ApplicationParts, planId: string): Promise<number> {
  const plan = await getPlan(parts.database.pool, planId);
  return plan?.year ?? rejectCall('PLAN_NOT_FOUND', { plan: planId });
}

/** @throws InvalidInput */
function monthOf(path: string, value: string | undefined): LocalMonth | null {
  if (value === undefined) return null;
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) return value as LocalMonth;
  throw new InvalidInput([
    { path, message: 'phải là một tháng, dạng YYYY-MM (must be a month, YYYY-MM)' },
  ]);
}
