import type { Instant, Revision } from '@thidua/kernel';

/** Who asks. A person states for whom they act when they act as a deputy; the directory decides whether they may. */
export type ActorRequest =
  | { readonly kind: 'person'; readonly personId: string; readonly onBehalfOf: string | null }
  | { readonly kind: 'service'; readonly serviceId: string }
  | { readonly kind: 'system' };

/** What surrounds a command on its way in, whichever face it came through. */
export interface Call {
  /** UUID; a retry under the same id gets the first answer. */
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly actor: ActorRequest;
  /** When it happened, as stated by the caller (UTC). */
  readonly occurredAt: Instant;
  /** Digest of what arrived from outside, when more than the command's data decides whether a retry is the same. */
  readonly contentDigest?: string;
  /** The revision the caller saw (If-Match); null when the caller does not mind, and then a race is retried here. */
  readonly expectedRevision: Revision | null;
}

/** What a command did, the same for the first call and for every retry of it. */
export interface CommandOutcome {
  readonly stream: string;
  /** Last revision of the stream after the command; null when nothing was ever written to it. */
  readonly revision: Revision | null;
  /** Position of the last event written, as a decimal string; null when the command changed nothing. */
  readonly position: string | null;
  /** True when this is the first answer given again. */
  readonly repeated: boolean;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}
