import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '@thidua/evidence';
import { CommandRejected, parseRational, toDecimalText } from '@thidua/kernel';
import {
  decreeSheet,
  readDecreeRuleSet,
  shippedRuleSet,
  type DecreeSheet,
  type Figure,
  type PeriodScore,
  type RatingReason,
} from '@thidua/scoring';

// The worked examples of the decree's rules. Facts and expected figures were written down by hand from the formulas
// (T1 to T7); nothing here is copied from what the scorer gave.

const read = (file: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, 'scores', file), 'utf8')) as unknown;

const sheetOf = (facts: string, rules: string): DecreeSheet => {
  const ruleSet = rules.endsWith('.json')
    ? readDecreeRuleSet(read(rules))
    : shippedRuleSet(rules);
  return decreeSheet(read(`${facts}.facts.json`), ruleSet, digestOf);
};

type Expected = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>
>;

const exact = (figure: Figure | null): string | null => figure?.exact ?? null;
const codes = (reasons: readonly RatingReason[]): readonly string[] =>
  reasons.map(({ code }) => code);

/** A period as the golden files write it: total, the change of each step, and the variables. */
function written({ total, steps }: PeriodScore): Record<string, unknown> {
  const variables = steps.flatMap(({ values }) =>
    ['a', 'b', 'c', 'd', 'đ', 'e']
      .filter((name) => name in values)
      .map((name) => [name, values[name]!.exact] as const),
  );
  return {
    total: exact(total),
    decimal: total?.decimal ?? null,
    changes: Object.fromEntries(steps.map(({ id, change }) => [id, exact(change)])),
    ...Object.fromEntries(variables),
  };
}

/** Everything of the sheet that a golden file may name. */
function found({ people, units, groups, taskTables }: DecreeSheet): Expected {
  const rates = ['doneOfDue', 'doneOfAll', 'onTimeOfDone', 'onTimeOfDue', 'overdueOfDue'] as const;
  return {
    people: Object.fromEntries(
      people.map((person) => [
        person.personId,
        {
          status: person.status,
          class: person.class,
          band: person.band,
          year: exact(person.year),
          decimal: person.year?.decimal ?? null,
          reasons: codes(person.reasons),
          quarters: person.quarters.map(exact),
          halves: person.halves.map(exact),
          period: person.periods[0] === undefined ? null : written(person.periods[0]),
        },
      ]),
    ),
    units: Object.fromEntries(
      units.map((unit) => [
        unit.unitId,
        { status: unit.status, class: unit.class, reasons: codes(unit.reasons) },
      ]),
    ),
    groups: Object.fromEntries(
      groups.map(({ groupId, eligible, places, dropped, tied }) => [
        groupId,
        { eligible, places, dropped, tied },
      ]),
    ),
    taskTables: Object.fromEntries(
      taskTables.map((table) => [
        table.id,
        Object.fromEntries(rates.map((rate) => [rate, exact(table[rate])] as const)),
      ]),
    ),
  };
}

const periodOf = (sheet: DecreeSheet, personId: string): PeriodScore =>
  sheet.people.find((each) => each.personId === personId)!.periods[0]!;
const fourDecimals = (figure: Figure | null): string =>
  toDecimalText(parseRational(figure!.exact)!, 4);

describe('a worked example', () => {
  it.each([
    ['T1', 'T1', 'ND335'],
    ['T2', 'T2', 'ND335'],
    ['T3', 'T3', 'ND335'],
    ['T3-each-100', 'T3', 'each-100.rules.json'],
    ['T4', 'T4', 'ND335'],
    ['T5', 'T5', 'ND335'],
    ['T5-htt-or-above', 'T5', 'htt-or-above.rules.json'],
    ['T5-units', 'T5-units', 'ND335_ORG'],
    ['T6', 'T6', 'ND335_ORG'],
    ['T7', 'T7', 'ND335_ORG'],
  ])('%s is met to the last digit', (expected, facts, rules) => {
    const wanted = read(`${expected}.expected.json`) as Expected;
    expect(Object.keys(wanted).length).toBeGreaterThan(0);
    expect(found(sheetOf(facts, rules))).toMatchObject(wanted);
  });
});

describe('the figures of the worked examples, as they are printed', () => {
  it('T1: 94, and 94.7778 once the delay is excused', () => {
    const sheet = sheetOf('T1', 'ND335');
    expect(periodOf(sheet, 'cv-01').total).toEqual({ exact: '94', decimal: '94.00' });
    expect(fourDecimals(periodOf(sheet, 'cv-02').total)).toBe('94.7778');
  });

  it('T2: 90.4167 with d = 50, held down to HTT by the unit', () => {
    const [head] = sheetOf('T2', 'ND335').people;
    expect([fourDecimals(head!.year), head!.band, head!.class]).toEqual(['90.4167', 'HTXS', 'HTT']);
  });

  it('T2: a level of 80 is refused at its place', () => {
    const facts = read('T2.facts.json') as {
      people: { periods: { leader: Record<string, unknown> }[] }[];
    };
    facts.people[0]!.periods[4]!.leader['unitResult'] = { level: '80' };
    expect(() => decreeSheet(facts, shippedRuleSet('ND335'), digestOf)).toThrow(
      /people\[0\]\.periods\[4\]\.leader\.unitResult\.level: .*100 hoặc 50/,
    );
  });

  it('T3: 70.00 of task points under the total cap, 69.7083 under the cap of each', () => {
    const task = (rules: string): string => {
      const total = periodOf(sheetOf('T3', rules), 'cv-01').total;
      const points = parseRational(total!.exact)!;
      return toDecimalText(
        { ...points, numerator: points.numerator - 28n * points.denominator },
        4,
      );
    };
    expect([task('ND335'), task('each-100.rules.json')]).toEqual(['70.0000', '69.7083']);
  });

  it('T4: the year, a quarter, six months and the year with leave', () => {
    const [whole, leave] = sheetOf('T4', 'ND335').people;
    expect([whole!.quarters[0], whole!.halves[0], whole!.year, leave!.year].map((figure) => fourDecimals(figure!))).toEqual(
      ['91.1667', '90.8333', '90.6667', '90.7222'],
    );
  });

  it('T7: both completion rates, and a table that misses its total by one is refused', () => {
    const [table] = sheetOf('T7', 'ND335_ORG').taskTables;
    expect(
      [table!.doneOfDue, table!.overdueOfDue, table!.onTimeOfDone, table!.doneOfAll].map(fourDecimals),
    ).toEqual(['98.6297', '1.3703', '87.6456', '73.2454']);
    expect(() => sheetOf('T7-refused', 'ND335_ORG')).toThrow(CommandRejected);
    expect(() => sheetOf('T7-refused', 'ND335_ORG')).toThrow(/taskTables\[0\]\.total: .*15532/);
  });
});
