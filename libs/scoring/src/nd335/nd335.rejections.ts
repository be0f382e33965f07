import { rejectFrom, type RejectionCatalogue } from '@thidua/kernel';
import type { Problem } from './shape-problems';

/** Every no of the scorer to a rule set or to facts. */
export const scoringRejections = {
  RULE_SET_INVALID: {
    kind: 'invalid',
    vi: 'Bộ quy tắc tính điểm không hợp lệ: {problems}',
    en: 'The rule set is not valid: {problems}',
  },
  RULE_SET_UNKNOWN: {
    kind: 'notFound',
    vi: 'Không có bộ quy tắc {ruleSet}; đang có: {known}',
    en: 'There is no rule set {ruleSet}; known are: {known}',
  },
  RULE_SET_NOT_IN_FORCE: {
    kind: 'conflict',
    vi: 'Bộ quy tắc {ruleSet} không có hiệu lực ngày {day}: hiệu lực từ {from} đến {until} ({what})',
    en: 'Rule set {ruleSet} is not in force on {day}: from {from} until {until} ({what})',
  },
  FACTS_INVALID: {
    kind: 'invalid',
    vi: 'Tệp dữ kiện không hợp lệ, {count} lỗi: {problems}',
    en: 'The facts are not valid, {count} faults: {problems}',
  },
  PERSON_NOT_IN_FACTS: {
    kind: 'notFound',
    vi: 'Tệp dữ kiện không có người {personId}',
    en: 'The facts do not have person {personId}',
  },
} as const satisfies RejectionCatalogue;

export const rejectScoring = rejectFrom(scoringRejections);

/** Enough to mend a file by; a file of another kind has a fault in every line. */
const LISTED_MAX = 20;

export const listed = (problems: readonly Problem[]): readonly string[] =>
  problems
    .slice(0, LISTED_MAX)
    .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));

/** @throws CommandRejected PERSON_NOT_IN_FACTS, always. */
export const rejectUnknownPerson = (personId: string): never =>
  rejectScoring('PERSON_NOT_IN_FACTS', { personId });
