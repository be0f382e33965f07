/** One wrong field of a refused request: where it is and what would be right. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

/** 1: refused or failed. 2: the command line itself is wrong. 130: broken off from the keyboard. */
export type ExitCode = 1 | 2 | 130;

/** A "no" that the person at the keyboard is told in words; never a stack trace. */
export class CommandFailure extends Error {
  readonly exitCode: ExitCode;
  readonly faults: readonly FieldFault[];

  constructor(
    /** Stable code, the API's own where the API refused. */
    readonly code: string,
    /** Vietnamese sentence for the clerk. */
    readonly detail: string,
    extra: { readonly exitCode?: ExitCode; readonly faults?: readonly FieldFault[] } = {},
  ) {
    super(detail);
    this.name = 'CommandFailure';
    this.exitCode = extra.exitCode ?? 1;
    this.faults = extra.faults ?? [];
  }
}

/** The command line itself is wrong: exit code 2. */
export const wrongUsage = (detail: string): CommandFailure =>
  new CommandFailure('WRONG_USAGE', detail, { exitCode: 2 });
