import type { LocalDate, Rational } from '@thidua/kernel';
import type { Label } from '../label';
import type { MeasureName } from './measure-names';

/** Why an entry counts as it does: a stable code and the words for it. */
export interface Because extends Label {
  readonly code: string;
}

/** What one task contributes to one measure, before any rule. */
export interface MeasureEntry {
  readonly taskId: string;
  /** Number in the plan as printed. */
  readonly no: string;
  readonly earned: Rational;
  /** 0 when the task cannot be judged yet or left its plan: it is listed and changes nothing. */
  readonly possible: Rational;
  /** How often something happened for which a rule may take off a part of what was earned. */
  readonly times: number;
  readonly because: Because;
  /** Everything without which the entry would be another one. */
  readonly eventIds: readonly string[];
}

/** `possible` = 0 means that there is no data, which is neither zero points nor full marks. */
export interface Measure {
  readonly name: MeasureName;
  readonly earned: Rational;
  readonly possible: Rational;
  readonly entries: readonly MeasureEntry[];
}

export interface MeasuredUnit {
  readonly unitId: string;
  /** Kind of the unit on the day asked about, e.g. `division`: units are ranked among their kind. */
  readonly kind: string;
}

/** What a rule set is applied to: the facts of one unit in one year, as of a day. */
export interface UnitFacts {
  readonly unit: MeasuredUnit;
  readonly year: number;
  readonly asOf: LocalDate;
  readonly measures: Readonly<Record<MeasureName, Measure>>;
}
