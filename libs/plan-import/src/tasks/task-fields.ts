import { readProducts } from '../fields/product-names';
import { trimEndMarks } from '../fields/trim-marks';
import { readUnitNames, type UnitNames } from '../fields/unit-names';
import type { FieldName } from '../layout/field-labels';
import type { OutlineField, OutlineNode } from '../layout/outline';
import type { FindFootnote } from '../layout/page-noise';
import type { Paragraph } from '../layout/paragraphs';
import type { Origin } from '../plan-draft';
import { planWarning, type PlanWarning } from '../plan-warnings';
import { withoutMarks } from './footnote-marks';
import { fieldsOf } from './task-nodes';

/** Words used for a field in messages. */
export const FIELD_WORDS: Readonly<
  Record<FieldName, { readonly vi: string; readonly en: string }>
> = {
  lead: { vi: 'đơn vị chủ trì', en: 'lead unit' },
  coordinating: { vi: 'đơn vị phối hợp', en: 'coordinating units' },
  product: { vi: 'sản phẩm', en: 'product' },
  time: { vi: 'thời gian thực hiện', en: 'time' },
};

/** A field's texts, its own line first and the bullets below it after. */
export interface FieldText {
  readonly texts: readonly string[];
  readonly refs: readonly string[];
  readonly origin: Origin;
  readonly warnings: readonly PlanWarning[];
}

export const originOf = (first: Paragraph, last: Paragraph = first): Origin =>
  last.lastLine > first.line ? { line: first.line, lastLine: last.lastLine } : { line: first.line };

/** The first field of that name with a content; a second one is reported, not mixed in. */
export function fieldText(
  node: OutlineNode,
  name: FieldName,
  findFootnote: FindFootnote,
): FieldText | null {
  const [field, repeated] = fieldsOf(node).filter((candidate) => candidate.name === name);
  if (field === undefined) return null;
  const isUnitField = name === 'lead' || name === 'coordinating';
  const parts = [field.paragraph, ...field.items].map((part) =>
    withoutMarks(part, findFootnote, isUnitField),
  );
  return {
    texts: parts.map(({ text }) => text).filter((text) => text !== ''),
    refs: parts.flatMap(({ refs }) => refs),
    origin: originOf(field.paragraph, field.items[field.items.length - 1]),
    warnings: [
      ...parts.flatMap(({ warnings }) => warnings),
      ...guessWarnings(field),
      ...repeatWarnings(node, name, repeated),
    ],
  };
}

function guessWarnings({ paragraph }: OutlineField): PlanWarning[] {
  const guess = paragraph.label?.guess ?? null;
  if (guess === null) return [];
  const facts = { text: guess.written, guess: guess.meant };
  return [planWarning('LABEL_GUESSED', paragraph.line, facts)];
}

function repeatWarnings(
  node: OutlineNode,
  name: FieldName,
  repeated?: OutlineField,
): PlanWarning[] {
  if (repeated === undefined) return [];
  const { line, text } = repeated.paragraph;
  const { vi: fieldVi, en: fieldEn } = FIELD_WORDS[name];
  return [planWarning('FIELD_REPEATED', line, { no: node.path, fieldVi, fieldEn, text })];
}

export const unitsOf = (field: FieldText | null): UnitNames =>
  readUnitNames((field?.texts ?? []).map((text) => trimEndMarks(text)).join('; '));

export const productsOf = (field: FieldText | null): string[] =>
  (field?.texts ?? []).flatMap(readProducts).filter((product) => !isPlaceholder(product));

export function timeTextOf(field: FieldText | null): string | null {
  const text = (field?.texts ?? []).map((part) => trimEndMarks(part, ' .;,:')).join('; ');
  return isPlaceholder(text) ? null : text;
}

/** "-", "…" or nothing at all: the author left the field open. */
const isPlaceholder = (text: string): boolean => !/[\p{L}\d]/u.test(text);
