/** What the holder of a data folder says of itself. */
export interface LockHolder {
  readonly pid: number;
  /** Where it serves HTTP; null while it starts, or when it does not serve. */
  readonly url: string | null;
}

/** Another process, or another part of this one, has the data folder open. */
export class DataFolderInUse extends Error {
  constructor(
    readonly dataDir: string,
    /** Null when the holder did not answer in time. */
    readonly holder: LockHolder | null,
  ) {
    const pid = holder === null ? '?' : String(holder.pid);
    const at = holder?.url ? ` (${holder.url})` : '';
    super(
      `Thư mục dữ liệu ${dataDir} đang được tiến trình ${pid}${at} sử dụng ` +
        `(the data folder is in use by process ${pid}${at})`,
    );
    this.name = 'DataFolderInUse';
  }
}

export type FolderFault = 'notAFolder' | 'notWritable' | 'foreignContent' | 'unreadable';

const FAULTS: Readonly<Record<FolderFault, readonly [vi: string, en: string]>> = {
  notAFolder: ['không phải là thư mục', 'is not a folder'],
  notWritable: ['không ghi được', 'cannot be written to'],
  foreignContent: ['đã chứa tệp của phần mềm khác', 'already holds files of something else'],
  unreadable: ['không mở được cơ sở dữ liệu bên trong', 'holds a database that does not open'],
};

/** The data folder cannot hold the database; the message is one line in Vietnamese and English. */
export class DataFolderUnusable extends Error {
  constructor(
    readonly dataDir: string,
    readonly fault: FolderFault,
    options: { readonly detail?: string; readonly cause?: unknown } = {},
  ) {
    const [vi, en] = FAULTS[fault];
    const detail = options.detail === undefined ? '' : `: ${options.detail}`;
    super(`Thư mục dữ liệu ${dataDir} ${vi} (the data folder ${en})${detail}`, {
      cause: options.cause,
    });
    this.name = 'DataFolderUnusable';
  }
}

/** No PostgreSQL answers at the URL, or it refuses us. The message never holds the password. */
export class DatabaseUnreachable extends Error {
  constructor(
    readonly server: string,
    cause: unknown,
  ) {
    super(
      `Không kết nối được PostgreSQL tại ${server} (cannot reach PostgreSQL): ${reasonOf(cause)}`,
      { cause },
    );
    this.name = 'DatabaseUnreachable';
  }
}

/** Node reports a refused connection to several addresses as an AggregateError without a message of its own. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join('; ');
  return cause instanceof Error ? cause.message : String(cause);
}
