import { BadConnectionString } from '../kurrentdb-faults';
import { readConnectionString } from './connection-string';

describe('a connection string', () => {
  it.each([
    ['kurrentdb://localhost:2113?tls=false', 'localhost:2113'],
    ['kurrentdb://kdb1:2113,kdb2:2113,kdb3?tlsCAFile=/certs/ca.crt', 'kdb1:2113,kdb2:2113,kdb3'],
    ['kurrentdb+discover://kdb.so.gov.vn/?nodePreference=leader', 'kdb.so.gov.vn'],
    ['kurrentdb://ghi:b%40o@kdb1:2113', 'kdb1:2113'],
  ])('is taken as it is: %s', (text, hosts) => {
    expect(readConnectionString(text)).toEqual({ connectionString: text, hosts });
  });

  it.each(['kurrent', 'kdb', 'esdb'])('may begin with %s', (scheme) => {
    const { connectionString } = readConnectionString(`${scheme}+discover://db:2113?tls=false`);
    expect(connectionString).toBe('kurrentdb+discover://db:2113?tls=false');
  });

  it.each([
    ['no known scheme', 'http://user:s3cret@db:2113', 'kurrentdb://'],
    ['no host', 'kurrentdb://?tls=false', 'host[:port]'],
    ['a host of a wrong form', 'kurrentdb://user:s3cret@db:port', 'host[:port]'],
    ['a password with an @', 'kurrentdb://user:s3cret@x@db:2113', 'host[:port]'],
    ['a password with a colon', 'kurrentdb://user:s3cret:x@db:2113', 'percent-encoded'],
    ['a user without a password', 'kurrentdb://user@db:2113', 'percent-encoded'],
    ['an unknown option', 'kurrentdb://user:s3cret@db:2113?tsl=false', 'tlsVerifyCert'],
    ['an option without a value', 'kurrentdb://user:s3cret@db:2113?tls', 'no value'],
    ['credentials without TLS', 'kurrentdb://user:s3cret@db:2113?tls=false', 'tls=false'],
    ['failures that look like success', 'kdb://db?throwOnAppendFailure=false', 'throwOnAppend'],
  ])('is refused when it has %s, without repeating the secret', (_title, text, hint) => {
    const read = () => readConnectionString(text);
    expect(read).toThrow(BadConnectionString);
    expect(read).toThrow(hint);
    expect(read).not.toThrow('s3cret');
  });
});
