import { readsAllScores, requireScoreReader, type ScoreScope } from '@thidua/evaluation';
import { localDateOf, type LocalDate } from '@thidua/kernel';
import type { Directory } from '@thidua/organisation';
import type { ApplicationParts } from '../application-parts';
import type { ActorRequest } from '../calls/call';
import { actorFactsOf } from '../organisation/directory-source';
import { resolveUnit } from '../organisation/resolve-unit';

/** What a question about scores is about, as it was asked. */
export type AskedScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'person'; readonly personId: string }
  /** An id, a name or a short name. */
  | { readonly kind: 'unit'; readonly unit: string };

/** Who asks; whether they may read is decided from the directory of today. */
export interface Asked {
  readonly asker: ActorRequest;
}

/** The units and all above them. */
function withThoseAbove(
  directory: Directory,
  unitIds: readonly string[],
  on: LocalDate,
): readonly string[] {
  const found = new Set<string>();
  for (const unitId of unitIds) {
    for (let at: string | null = unitId; at !== null && !found.has(at);) {
      found.add(at);
      at = directory.unitOn(at, on)?.parentUnitId ?? null;
    }
  }
  return [...found];
}

function scopeIn(directory: Directory, asked: AskedScope, on: LocalDate): ScoreScope {
  switch (asked.kind) {
    case 'all':
      return asked;
    case 'person': {
      const posts = directory.postsOf(asked.personId, on).map(({ unitId }) => unitId);
      return { ...asked, unitIds: withThoseAbove(directory, posts, on) };
    }
    case 'unit': {
      const { unitId } = resolveUnit(directory, asked.unit, on);
      return { kind: 'unit', unitId, unitIds: withThoseAbove(directory, [unitId], on) };
    }
  }
}

/**
 * The question, open to those who may read what it is about. Questions about scores reach the outside in this form only.
 * @throws CommandRejected SCORES_NOT_OPEN, PERSON_SCORE_NOT_OPEN, UNIT_SCORE_NOT_OPEN, before anything is read.
 */
export function forScoreReaders<Input, Answer>(
  question: (parts: ApplicationParts, input: Input) => Promise<Answer>,
  scopeOf: (input: Input) => AskedScope,
): (parts: ApplicationParts, input: Input & Asked) => Promise<Answer> {
  return async (parts, input) => {
    await requireReader(parts, input.asker, scopeOf(input));
    return question(parts, input);
  };
}

/** @throws CommandRejected as `forScoreReaders` does. */
export async function requireReader(
  parts: Pick<ApplicationParts, 'directory' | 'now'>,
  asker: ActorRequest,
  asked: AskedScope,
): Promise<void> {
  const directory = await parts.directory.current();
  const on = localDateOf(parts.now());
  requireScoreReader(actorFactsOf(directory, asker, on), scopeIn(directory, asked, on));
}

/** Whose scores are open to somebody who may not read those of all. */
export interface Limit {
  /** Whoever asks; null for a service. */
  readonly personId: string | null;
  /** The person, and the units they are head or deputy of today. */
  readonly subjectIds: ReadonlySet<string>;
}

/** Null where the scores of all are open to whoever asks. */
export async function limitOf(
  parts: Pick<ApplicationParts, 'directory' | 'now'>,
  asker: ActorRequest,
): Promise<Limit | null> {
  const directory = await parts.directory.current();
  const facts = actorFactsOf(directory, asker, localDateOf(parts.now()));
  if (readsAllScores(facts)) return null;
  const { actor, posts } = facts;
  // Whoever acts for somebody else does not read for them what is personal.
  if (actor.kind !== 'person' || actor.onBehalfOf !== null) {
    return { personId: null, subjectIds: new Set() };
  }
  const led = posts.filter(({ post }) => post !== 'staff').map(({ unitId }) => unitId);
  return { personId: actor.id, subjectIds: new Set([actor.id, ...led]) };
}

export const ofAll = (): AskedScope => ({ kind: 'all' });

export const ofPerson = ({ person }: { readonly person: string }): AskedScope => ({
  ...{ kind: 'person', personId: person },
});

export const ofUnit = ({ unit }: { readonly unit: string }): AskedScope => ({ kind: 'unit', unit });

/** A form of one person is that person's; every other file is about all. */
export const ofFile = ({
  kind,
  person,
}: {
  kind: string;
  person?: string | undefined;
}): AskedScope =>
  person !== undefined && kind.startsWith('mau-')
    ? { kind: 'person', personId: person }
    : { kind: 'all' };
