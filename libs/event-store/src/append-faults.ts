/** The request itself cannot be stored: no events, a malformed or repeated id. The caller's mistake; nothing was written. */
export class MalformedAppend extends Error {
  constructor(why: string) {
    super(`The append is malformed: ${why}`);
    this.name = 'MalformedAppend';
  }
}

/**
 * A text holds a NUL character or half of a surrogate pair. PostgreSQL cannot keep either, so no store takes them.
 * Nothing was written.
 */
export class UnstorableText extends Error {
  constructor(
    readonly stream: string,
    /** Where in the request: `data`, `metadata`, `type`, `stream`, `fingerprint`. */
    readonly place: string,
  ) {
    super(`${place} for stream ${JSON.stringify(stream)} holds a NUL or half a surrogate pair`);
    this.name = 'UnstorableText';
  }
}

/**
 * The connection was lost and did not come back in time, so it is unknown whether the append was written. Asking again
 * under the same command id is safe and tells.
 */
export class AppendOutcomeUnknown extends Error {
  constructor(
    readonly commandId: string,
    cause: unknown,
  ) {
    super(`The connection was lost; whether command ${commandId} was written is unknown`, {
      cause,
    });
    this.name = 'AppendOutcomeUnknown';
  }
}

/** The store was closed; the append was not written. */
export class StoreClosed extends Error {
  constructor() {
    super('The event store is closed');
    this.name = 'StoreClosed';
  }
}
