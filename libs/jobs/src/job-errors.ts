/** Node reports a refused connection to several addresses as an AggregateError without a message of its own. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** No Redis answers at the URL, or it refuses us. The message is one line and never holds the password. */
export class JobQueueUnreachable extends Error {
  constructor(
    readonly server: string,
    cause: unknown,
  ) {
    super(
      `Không kết nối được Redis tại ${server} (cannot reach Redis): ${messageOf(cause).split('\n')[0] ?? ''}`,
      { cause },
    );
    this.name = 'JobQueueUnreachable';
  }
}

/** One try of a job threw; the queue tries again until its tries are used up. */
export class JobFailed extends Error {
  constructor(
    readonly jobName: string,
    readonly attempt: number,
    cause: unknown,
  ) {
    super(`Job ${jobName} failed at try ${attempt}: ${messageOf(cause)}`, { cause });
    this.name = 'JobFailed';
  }
}
