import { BadConnectionString } from '../kurrentdb-faults';

const FORM =
  /^(?<scheme>[a-z]+)(?<discover>\+discover)?:\/\/(?:(?<credentials>[^@/]*)@)?(?<hosts>[^@/?]+)\/?(?:\?(?<options>.*))?$/;
const HOST = /^[A-Za-z0-9._-]+(?::\d{1,5})?$/;
const SCHEMES = ['kurrentdb', 'kurrent', 'kdb', 'esdb'];
/** What the client knows. It would print the whole string, password included, to warn of any other. */
const OPTIONS = new Map(
  [
    'tls',
    'tlsVerifyCert',
    'tlsCAFile',
    'userCertFile',
    'userKeyFile',
    'nodePreference',
    'maxDiscoverAttempts',
    'discoveryInterval',
    'gossipTimeout',
    'keepAliveInterval',
    'keepAliveTimeout',
    'defaultDeadline',
    'connectionName',
    'throwOnAppendFailure',
  ].map((name) => [name.toLowerCase(), name]),
);

/** A connection string that was looked at. */
export interface ConnectionTarget {
  /** For the client; holds the password. */
  readonly connectionString: string;
  /** Hosts and ports, for messages. */
  readonly hosts: string;
}

/**
 * Looks at `kurrentdb://[user:password@]host[:port][,…][?option=value&…]`, where `kurrent`, `kdb` and `esdb` mean the same.
 * @throws BadConnectionString
 */
export function readConnectionString(text: string): ConnectionTarget {
  const { scheme = '', discover = '', credentials, hosts = '', options } = partsOf(text);
  if (!SCHEMES.includes(scheme)) {
    throw new BadConnectionString(
      'phải bắt đầu bằng kurrentdb://, kurrent://, kdb:// hoặc esdb:// (must start with one of these)',
    );
  }
  if (hosts === '' || !hosts.split(',').every((host) => HOST.test(host))) {
    throw new BadConnectionString(
      'phải nêu máy[:cổng], cách nhau bằng dấu phẩy (must name host[:port],…)',
    );
  }
  refuseHalfCredentials(credentials);
  const given = optionsOf(options ?? '');
  refuseUnsafe(given, credentials !== undefined);
  const rest = text.trim().slice(scheme.length + discover.length);
  return { connectionString: `kurrentdb${discover}${rest}`, hosts };
}

function partsOf(text: string): Readonly<Record<string, string | undefined>> {
  return FORM.exec(text.trim())?.groups ?? { scheme: /^([a-z]+)/.exec(text)?.[1] };
}

function refuseHalfCredentials(credentials: string | undefined): void {
  if (credentials === undefined || /^[^:]+:[^:]+$/.test(credentials)) return;
  throw new BadConnectionString(
    'phải có dạng tên:mật_khẩu@ với ký tự đặc biệt viết bằng %XX (credentials must be user:password@, percent-encoded)',
  );
}

function optionsOf(text: string): ReadonlyMap<string, string> {
  const pairs = text.split('&').filter((pair) => pair !== '');
  return new Map(pairs.map(optionOf));
}

function optionOf(pair: string): readonly [name: string, value: string] {
  const [key = '', value = '', ...rest] = pair.split('=');
  const name = OPTIONS.get(key.toLowerCase().replace(/[_-]/g, ''));
  if (name === undefined || value === '' || rest.length > 0) {
    throw new BadConnectionString(
      `có tham số lạ hoặc thiếu giá trị; được phép (an option is unknown or has no value; allowed are): ${[...OPTIONS.values()].join(', ')}`,
    );
  }
  return [name, value];
}

function refuseUnsafe(options: ReadonlyMap<string, string>, hasCredentials: boolean): void {
  if (options.get('throwOnAppendFailure') === 'false') {
    throw new BadConnectionString(
      'không được tắt throwOnAppendFailure (must not turn throwOnAppendFailure off: refused appends would look written)',
    );
  }
  if (options.get('tls') === 'false' && hasCredentials) {
    throw new BadConnectionString(
      'có mật khẩu nhưng tls=false: mật khẩu sẽ bị bỏ qua; hãy bật TLS hoặc bỏ mật khẩu (has credentials and tls=false, where they are ignored: use TLS or leave them out)',
    );
  }
}
