import { readDocumentReferences } from '../fields/document-references';
import { trimEndMarks } from '../fields/trim-marks';
import { isOpenGroup, sameUnit, type UnitNames } from '../fields/unit-names';
import type { FieldName } from '../layout/field-labels';
import type { OutlineNode } from '../layout/outline';
import type { FindFootnote } from '../layout/page-noise';
import type { Paragraph } from '../layout/paragraphs';
import type { DraftTask } from '../plan-draft';
import { planWarning, type PlanWarning } from '../plan-warnings';
import { parseTimeExpression } from '../time/parse-time-expression';
import { withoutMarks, type WithoutMarks } from './footnote-marks';
import {
  fieldText,
  originOf,
  productsOf,
  timeTextOf,
  unitsOf,
  type FieldText,
} from './task-fields';
import { timeWarnings } from './time-warnings';

export interface TaskRead {
  readonly task: DraftTask;
  readonly warnings: readonly PlanWarning[];
}

/** What the whole document says about reading one of its tasks. */
export interface TaskContext {
  readonly year: number | null;
  readonly findFootnote: FindFootnote;
}

type Fields = Readonly<Record<FieldName, FieldText | null>>;

export function readTask(node: OutlineNode, context: TaskContext): TaskRead {
  const { findFootnote, year } = context;
  const fields: Fields = {
    lead: fieldText(node, 'lead', findFootnote),
    coordinating: fieldText(node, 'coordinating', findFootnote),
    product: fieldText(node, 'product', findFootnote),
    time: fieldText(node, 'time', findFootnote),
  };
  const title = titleOf(node, findFootnote);
  const units = readUnits(node, fields);
  const product = productsOf(fields.product);
  const timeText = timeTextOf(fields.time);
  const time = parseTimeExpression(timeText ?? '', {
    planYear: year,
    hasProduct: product.length > 0,
  });
  const task: DraftTask = {
    no: node.path,
    section: sectionOf(node),
    title: title.text,
    lead: units.lead.names,
    focal: units.lead.focal,
    coordinating: units.coordinating,
    product,
    timeText,
    kind: time.kind ?? 'one-off',
    due: time.due,
    notBefore: time.notBefore,
    recurrence: time.recurrence,
    conditional: time.conditional ?? ifItArises([title.text, ...product]),
    refs: refsOf(title, fields),
    origin: originsOf(node, fields),
  };
  const warnings = [
    ...title.warnings,
    ...Object.values(fields).flatMap((field) => field?.warnings ?? []),
    ...units.warnings,
    ...splitProposal(task, fields.product),
    ...timeWarnings(task, time, year),
  ];
  return { task, warnings };
}

/** Says so where one line was read as several products; products on lines of their own were divided by the author. */
function splitProposal({ no, product }: DraftTask, field: FieldText | null): PlanWarning[] {
  if (field === null || product.length <= field.texts.length) return [];
  return [planWarning('PRODUCT_SPLIT_PROPOSED', field.origin.line, { no, count: product.length })];
}

/** The nearest heading above that has a text of its own. */
function sectionOf({ parent }: OutlineNode): string | null {
  if (parent === null || parent.marker === null) return null;
  const text = trimEndMarks(parent.heading.text).trim();
  return text === '' ? sectionOf(parent) : text;
}

/** The item's own words, then what stands between them and the first field, so that nothing is lost. */
function titleOf(node: OutlineNode, findFootnote: FindFootnote): WithoutMarks {
  const parts = titleParagraphs(node).map((paragraph) => ({
    ...withoutMarks(paragraph, findFootnote),
    sign: paragraph === node.heading ? '' : signOf(paragraph),
  }));
  return {
    text: trimEndMarks(parts.map(({ sign, text }) => sign + text).join(' ')).trim(),
    refs: parts.flatMap(({ text, refs }) => [...readDocumentReferences(text), ...refs]),
    warnings: parts.flatMap(({ warnings }) => warnings),
  };
}

const signOf = ({ marker }: Paragraph): string => {
  if (marker === null) return '';
  return marker.kind === 'bullet' ? `${marker.sign} ` : `${marker.sign}) `;
};

function titleParagraphs(node: OutlineNode): Paragraph[] {
  const firstField = node.entries.findIndex(({ type }) => type === 'field');
  const before = firstField < 0 ? [] : node.entries.slice(0, firstField);
  const texts = before.flatMap((entry) => (entry.type === 'text' ? [entry.paragraph] : []));
  return [node.heading, ...texts, ...node.children.filter(isContent).map(({ heading }) => heading)];
}

/** A child without fields of its own belongs to the wording of the task above it. */
const isContent = (child: OutlineNode): boolean =>
  child.children.length === 0 && child.entries.every(({ type }) => type === 'text');

function readUnits(
  { path: no }: OutlineNode,
  fields: Fields,
): { lead: UnitNames; coordinating: string[]; warnings: PlanWarning[] } {
  const lead = unitsOf(fields.lead);
  const coordinating = unitsOf(fields.coordinating);
  const repeated = coordinating.names.filter((name) =>
    lead.names.some((own) => sameUnit(own, name)),
  );
  const line = fields.lead?.origin.line ?? 0;
  const warnings = [
    ...repeated.map((text) =>
      planWarning('LEAD_ALSO_COORDINATING', fields.coordinating?.origin.line ?? 0, { no, text }),
    ),
    ...lead.names
      .filter(isOpenGroup)
      .map((text) => planWarning('LEAD_NOT_NAMED', line, { no, text })),
    ...[...lead.aliases, ...coordinating.aliases].map(({ name, alias }) =>
      planWarning('ALIAS_DEFINED', line, { alias, text: name }),
    ),
  ];
  return {
    lead,
    coordinating: coordinating.names.filter((name) => !repeated.includes(name)),
    warnings,
  };
}

/** "(Nếu có)" in a title or product makes the task wait for its occasion as a time line would. */
const ifItArises = (texts: readonly string[]): string | null =>
  texts.map((text) => /\((nếu (?:có|phát sinh)[^()]{0,60})\)/iu.exec(text)?.[1]).find(Boolean) ??
  null;

const refsOf = (title: WithoutMarks, fields: Fields): string[] => [
  ...new Set([
    ...title.refs,
    ...Object.values(fields).flatMap((field) =>
      field === null ? [] : [...field.texts.flatMap(readDocumentReferences), ...field.refs],
    ),
  ]),
];

function originsOf(node: OutlineNode, fields: Fields): DraftTask['origin'] {
  const titles = titleParagraphs(node);
  const { lead, coordinating, product, time } = fields;
  const section = node.parent?.marker == null ? null : originOf(node.parent.heading);
  return {
    no: { line: node.heading.line },
    title: originOf(node.heading, titles[titles.length - 1]),
    ...(section && { section }),
    ...(lead && { lead: lead.origin }),
    ...(coordinating && { coordinating: coordinating.origin }),
    ...(product && { product: product.origin }),
    ...(time && { timeText: time.origin, kind: time.origin, due: time.origin }),
  };
}
