import { emulationTemplateV1 } from '../templates/emulation-template.v1';
import { reformTemplateV1 } from '../templates/reform-template.v1';
import type { WrittenTableFacts } from '../facts/table-facts';
import { readTableRules } from '../rules/read-table';
import type { EmulationTable, ReformSheetRules, WrittenTableRules } from '../rules/table-rules';

type Written<Subject> = Extract<WrittenTableRules, { subject: Subject }>;
type Item = Written<'EMULATION_TABLE'>['items'][number];
type WrittenCriterion = Written<'REFORM_SHEET'>['items'][number];

/** `Omit` over each form of a union by itself. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

const cited = { article: 'Mục 1', confidence: 'M' } as const;
const titled = (id: string) => ({ id, title: { vi: id, en: id }, ...cited });

export const item = (id: string, of: Without<Item, 'id' | 'title' | 'article' | 'confidence'>) =>
  ({ ...titled(id), ...of }) as Item;
export const criterion = (
  id: string,
  of: Without<WrittenCriterion, 'id' | 'title' | 'article' | 'confidence'>,
) => ({ ...titled(id), ...of }) as WrittenCriterion;

const on = <Rule extends { readonly value: unknown }>(rule: Rule, value = rule.value): Rule => ({
  ...rule,
  value,
  enabled: true,
  approver: 'gd',
});

/** An emulation table of these items with caps of 5 and 10; nothing proves an item unless asked for. */
export function emulationTable({
  items,
  bonuses = [],
  penalties = [],
}: Pick<Written<'EMULATION_TABLE'>, 'items' | 'bonuses' | 'penalties'>): EmulationTable {
  const { parameters, ...header } = emulationTemplateV1;
  const rules = readTableRules({
    ...header,
    parameters: {
      ...parameters,
      bonusCap: on(parameters.bonusCap, '5'),
      penaltyCap: on(parameters.penaltyCap, '10'),
    },
    items,
    bonuses,
    penalties,
  });
  if (rules.subject !== 'EMULATION_TABLE') throw new Error('it was written as an emulation table');
  return rules;
}

/** A reform sheet of these criteria; `notArisen` null leaves the case open, as the template does. */
export function reformSheet(
  items: readonly WrittenCriterion[],
  notArisen: 'EXCLUDED' | 'FULL_MARKS' | null = null,
): ReformSheetRules {
  const { parameters, ...header } = reformTemplateV1;
  const rules = readTableRules({
    ...header,
    parameters: {
      ...parameters,
      notArisen: notArisen === null ? parameters.notArisen : on(parameters.notArisen, notArisen),
    },
    items,
  });
  if (rules.subject !== 'REFORM_SHEET') throw new Error('it was written as a reform sheet');
  return rules;
}

type Entry = WrittenTableFacts['entries'][number];
export type WrittenMark = NonNullable<NonNullable<Entry['items']>[number]['marks']>[number];

export const mark = (
  stage: WrittenMark['stage'],
  what: Pick<WrittenMark, 'value' | 'of' | 'points'>,
): WrittenMark => ({
  stage,
  ...what,
  actor: 'cb-1',
  at: '2026-12-01T08:00:00+07:00',
  reason: 'theo báo cáo',
  eventIds: [`${stage}-1`],
});

export const factsOf = (
  entries: readonly Entry[],
  tieBreak: NonNullable<WrittenTableFacts['groups']>[number]['tieBreak'] = null,
): WrittenTableFacts => ({
  format: 'thidua-table-facts/1',
  year: 2026,
  agencyId: 'tinh-mau',
  groups: [{ id: 'khoi-1', tieBreak }],
  entries: [...entries],
});

export const entry = (id: string, items: Entry['items']): Entry => ({
  id,
  groupId: 'khoi-1',
  items,
});
