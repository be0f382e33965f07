/** The connection string cannot be used. The message says what would be right and repeats nothing of it. */
export class BadConnectionString extends Error {
  constructor(why: string) {
    super(`Chuỗi kết nối KurrentDB ${why}`);
    this.name = 'BadConnectionString';
  }
}

/** No KurrentDB answers at the hosts. The message names hosts and ports only. */
export class KurrentDbUnreachable extends Error {
  constructor(
    readonly hosts: string,
    cause: unknown,
  ) {
    super(`Không kết nối được KurrentDB tại ${hosts} (cannot reach KurrentDB): ${lineOf(cause)}`, {
      cause,
    });
    this.name = 'KurrentDbUnreachable';
  }
}

/** KurrentDB answers, and will not do it: no rights, or a stream that was deleted for ever. Nothing was written. */
export class KurrentDbRefused extends Error {
  constructor(
    readonly hosts: string,
    cause: unknown,
  ) {
    super(`KurrentDB tại ${hosts} từ chối (KurrentDB refuses): ${lineOf(cause)}`, { cause });
    this.name = 'KurrentDbRefused';
  }
}

/** The events of one command take more room than an append may have. Nothing was written. */
export class AppendTooLarge extends Error {
  constructor(
    readonly stream: string,
    /** UTF-8 bytes of data and metadata; null when the server refused without telling. */
    readonly byteCount: number | null,
    /** What would have been allowed; null when the server did not tell. */
    readonly byteCountMax: number | null,
  ) {
    const size = byteCount === null ? 'more bytes' : `${byteCount} bytes`;
    const limit = byteCountMax === null ? 'the server takes' : `the ${byteCountMax} allowed`;
    super(`The events for stream ${JSON.stringify(stream)} hold ${size}, more than ${limit}`);
    this.name = 'AppendTooLarge';
  }
}

/** The registry in PostgreSQL was made for another log than the one that answers. */
export class LogAndRegistryDiffer extends Error {
  constructor(hosts: string, why: string) {
    super(
      `Nhật ký trong KurrentDB tại ${hosts} không phải là nhật ký mà cơ sở dữ liệu này đã theo ` +
        `(this database followed another log): ${why}`,
    );
    this.name = 'LogAndRegistryDiffer';
  }
}

/** The first line of what went wrong; gRPC reports some failures without any word. */
function lineOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  if (text !== undefined && text !== '') return text;
  return cause instanceof Error ? cause.constructor.name : 'không rõ lý do (no reason given)';
}
