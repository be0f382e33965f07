import { resolve } from 'node:path';
import { parseInstant } from '@thidua/kernel';
import { wrongUsage } from '../failures/command-failure';

/** Options every command takes, as typed. */
export interface GlobalOptions {
  readonly json?: boolean;
  readonly as?: string;
  readonly onBehalfOf?: string;
  /** RFC 3339 time with an offset: when the act happened. */
  readonly at?: string;
  readonly idempotencyKey?: string;
  readonly dataDir?: string;
}

/** Where the API is found and who speaks to it. */
export interface ConnectionSettings {
  /** Address of a running API; null: look for one on this machine, or start one. */
  readonly url: string | null;
  readonly apiToken: string | null;
  /** Absolute path of the embedded data folder; null when PostgreSQL holds the data. */
  readonly dataDir: string | null;
  /** Headers that say who acts, for whom, when, and under which command id. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Head of the Office in the sample office: the one who may import and issue plans. */
const SAMPLE_CLERK_ID = 'cb-004';

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const KEY = /^[\x21-\x7e]{8,200}$/;

const given = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

/**
 * Settings from the options and the environment (`THIDUA_URL`, `THIDUA_ACTOR`, `API_TOKEN`, `DATABASE_URL`, `DATA_DIR`);
 * an option wins over a variable.
 * @throws CommandFailure with exit code 2 on the first value of a wrong form.
 */
export function connectionSettings(
  options: GlobalOptions,
  environment: NodeJS.ProcessEnv,
): ConnectionSettings {
  const hasPostgres = given(environment['DATABASE_URL']) !== undefined;
  const dataDir =
    options.dataDir === undefined
      ? resolve(given(environment['DATA_DIR']) ?? './data')
      : resolve(typedIn(environment), options.dataDir);
  return {
    url: urlOf(given(environment['THIDUA_URL'])),
    apiToken: given(environment['API_TOKEN']) ?? null,
    dataDir: hasPostgres && options.dataDir === undefined ? null : dataDir,
    headers: headersOf(options, environment),
  };
}

/** The folder the person stands in: npm changes to the project's folder before it runs the command. */
export const typedIn = (environment: NodeJS.ProcessEnv): string =>
  environment['npm_lifecycle_event'] === 'thidua'
    ? (environment['INIT_CWD'] ?? process.cwd())
    : process.cwd();

function urlOf(url: string | undefined): string | null {
  if (url === undefined) return null;
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return url;
  throw wrongUsage(
    `Biến môi trường THIDUA_URL phải là địa chỉ http:// hoặc https://, không phải "${url}".`,
  );
}

function headersOf(
  options: GlobalOptions,
  environment: NodeJS.ProcessEnv,
): Readonly<Record<string, string>> {
  const actor = options.as ?? given(environment['THIDUA_ACTOR']) ?? SAMPLE_CLERK_ID;
  const { onBehalfOf, at, idempotencyKey } = options;
  if (at !== undefined && parseInstant(at) === null) {
    throw wrongUsage(
      `--at phải là thời điểm có múi giờ, ví dụ 2025-10-20T09:00:00+07:00, không phải "${at}".`,
    );
  }
  if (idempotencyKey !== undefined && !KEY.test(idempotencyKey)) {
    throw wrongUsage('--idempotency-key phải dài từ 8 đến 200 ký tự không dấu, không có dấu cách.');
  }
  return {
    'X-Actor-Id': personId('--as (hoặc THIDUA_ACTOR)', actor),
    ...(onBehalfOf === undefined
      ? {}
      : { 'X-On-Behalf-Of': personId('--on-behalf-of', onBehalfOf) }),
    ...(at === undefined ? {} : { 'X-Occurred-At': at }),
    ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
  };
}

function personId(option: string, value: string): string {
  if (ID.test(value)) return value;
  throw wrongUsage(`${option} phải là mã cán bộ, ví dụ cb-004, không phải "${value}".`);
}
