import {
  drawDefinition,
  drawDefinitionSvg,
  type DefinitionBook,
  type KnownWorkflow,
  type Label,
  type WorkflowDefinition,
} from '@thidua/workflow';
import type { ApplicationParts } from '../application-parts';
import { readDefinitionInput, type DefinitionInput, type PlacedProblem } from './definition-text';
import { resolveWorkflow } from './resolve-workflow';

/** One version of a flow in a list. */
export interface WorkflowSummary {
  readonly id: string;
  readonly version: number;
  readonly label: Label;
  readonly origin: KnownWorkflow['origin'];
  readonly isRetired: boolean;
  /** True for the version under which new tasks of this flow begin. */
  readonly isNewest: boolean;
  readonly stateCount: number;
  readonly transitionCount: number;
  readonly timerCount: number;
}

const summaryOf = (book: DefinitionBook, known: KnownWorkflow): WorkflowSummary => {
  const { definition, origin, isRetired } = known;
  const { id, version, label, states, transitions, timers } = definition;
  return {
    id,
    version,
    label,
    origin,
    isRetired,
    isNewest: book.newest(id) === known,
    stateCount: states.length,
    transitionCount: transitions.length,
    timerCount: timers.length,
  };
};

/** Every version of every flow, shipped and published. */
export async function workflows(
  parts: ApplicationParts,
  _input: object,
): Promise<{ readonly workflows: readonly WorkflowSummary[] }> {
  const book = await parts.definitions.current();
  return { workflows: book.all.map((known) => summaryOf(book, known)) };
}

export interface WorkflowInput {
  /** `two-level@1`, or `two-level` for the newest version. */
  readonly workflow: string;
}

export interface WorkflowAnswer {
  readonly summary: WorkflowSummary;
  readonly definition: WorkflowDefinition;
}

export async function workflow(
  parts: ApplicationParts,
  input: WorkflowInput,
): Promise<WorkflowAnswer> {
  const book = await parts.definitions.current();
  const known = resolveWorkflow(book, input.workflow);
  return { summary: summaryOf(book, known), definition: known.definition };
}

export interface WorkflowDrawingInput extends WorkflowInput {
  readonly format: 'mermaid' | 'svg';
  readonly language: keyof Label;
}

/** The flow as a Mermaid state diagram or as an SVG picture. */
export async function workflowDrawing(
  parts: ApplicationParts,
  { workflow: name, format, language }: WorkflowDrawingInput,
): Promise<{ readonly text: string }> {
  const { definition } = resolveWorkflow(await parts.definitions.current(), name);
  const draw = format === 'svg' ? drawDefinitionSvg : drawDefinition;
  return { text: draw(definition, language) };
}

export interface ValidateWorkflowAnswer {
  readonly valid: boolean;
  readonly problems: readonly PlacedProblem[];
  /** Null when the definition is not valid. */
  readonly definition: WorkflowDefinition | null;
  /** The number under which the flow could be published next; null when the definition is not valid. */
  readonly nextVersion: number | null;
}

/** What is wrong with a definition, before anything is published. */
export async function validateWorkflow(
  parts: ApplicationParts,
  { source }: { readonly source: DefinitionInput },
): Promise<ValidateWorkflowAnswer> {
  const reading = readDefinitionInput(source);
  if ('problems' in reading) {
    return { valid: false, problems: reading.problems, definition: null, nextVersion: null };
  }
  const { definition } = reading;
  const { all } = await parts.definitions.current();
  const versions = all.filter((known) => known.definition.id === definition.id);
  const nextVersion = (versions.at(-1)?.definition.version ?? 0) + 1;
  return { valid: true, problems: [], definition, nextVersion };
}
