import { localDateOf } from '@thidua/kernel';
import type {
  ParkedRow,
  RetryOutcome,
  SkipAnswer,
  SkippedRow,
  Switched,
} from '@thidua/projections';
import type { ApplicationParts } from '../application-parts';
import type { Call } from '../calls/call';
import { actorFactsOf } from '../organisation/directory-source';

/** Which read model is meant. */
export interface ProjectionInput {
  readonly name: string;
}

/** Builds a new generation and switches to it. With `replaces` a retry finds the work done. */
export const rebuildProjection = (
  { projections }: ApplicationParts,
  { name, replaces }: ProjectionInput & { readonly replaces?: number | undefined },
  _call: Call,
): Promise<Switched> => projections.repairs.rebuild(name, replaces);

/** Switches back to a generation that was kept. */
export const rollBackProjection = (
  { projections }: ApplicationParts,
  { name, generation }: ProjectionInput & { readonly generation: number },
  _call: Call,
): Promise<Switched> => projections.repairs.rollBack(name, generation);

export interface DropOutcome {
  /** False when it was gone already. */
  readonly dropped: boolean;
}

export async function dropProjection(
  { projections }: ApplicationParts,
  {
    name,
    generation,
    version,
  }: ProjectionInput & { readonly generation: number; readonly version?: number | undefined },
  _call: Call,
): Promise<DropOutcome> {
  const request = version === undefined ? { generation } : { generation, version };
  return { dropped: await projections.repairs.drop(name, request) };
}

export interface ResumeOutcome {
  readonly resumed: true;
}

/** Lets a halted read model try its event again; harmless when it runs. */
export async function resumeProjection(
  { projections }: ApplicationParts,
  { name }: ProjectionInput,
  _call: Call,
): Promise<ResumeOutcome> {
  await projections.repairs.resume(name);
  return { resumed: true };
}

/** Folds what is parked for a key again, in order, up to the first event that still fails. */
export const retryProjection = (
  { projections }: ApplicationParts,
  { name, key }: ProjectionInput & { readonly key: string },
  _call: Call,
): Promise<RetryOutcome> => projections.repairs.retryParked(name, key);

export interface SkipInput extends ProjectionInput {
  /** Decimal string. */
  readonly position?: string | undefined;
  readonly key?: string | undefined;
  readonly reason: string;
}

/** Puts on record, under the name of whoever calls, that the read model passes over an event that stands in its way. */
export async function skipInProjection(
  { projections, directory }: ApplicationParts,
  { name, position, key, reason }: SkipInput,
  call: Call,
): Promise<SkipAnswer> {
  const known = await directory.current();
  const { actor } = actorFactsOf(known, call.actor, localDateOf(call.occurredAt));
  return projections.repairs.skip(name, {
    ...(position === undefined ? {} : { position }),
    ...(key === undefined ? {} : { key }),
    actor,
    reason,
  });
}

export interface ParkedAnswer {
  readonly parked: readonly ParkedRow[];
}

export const projectionParked = async (
  { projections }: ApplicationParts,
  { name }: ProjectionInput,
): Promise<ParkedAnswer> => ({ parked: await projections.repairs.parked(name) });

export interface SkippedAnswer {
  readonly skipped: readonly SkippedRow[];
}

export const projectionSkipped = async (
  { projections }: ApplicationParts,
  { name }: ProjectionInput,
): Promise<SkippedAnswer> => ({ skipped: await projections.repairs.skipped(name) });
