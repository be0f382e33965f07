import { resolve } from 'node:path';
import { CommandFailure } from '../failures/command-failure';
import { connectionSettings } from './cli-settings';

const refused = (run: () => unknown): CommandFailure => {
  try {
    run();
  } catch (error) {
    if (error instanceof CommandFailure) return error;
    throw error;
  }
  throw new Error('It was accepted');
};

describe('the settings of a connection', () => {
  it('let the head of the sample Office act unless somebody else is named', () => {
    const actor = (options: { as?: string }, environment: NodeJS.ProcessEnv) =>
      connectionSettings(options, environment).headers['X-Actor-Id'];
    expect(actor({}, {})).toBe('cb-004');
    expect(actor({}, { THIDUA_ACTOR: 'cb-006' })).toBe('cb-006');
    expect(actor({ as: 'cb-001' }, { THIDUA_ACTOR: 'cb-006' })).toBe('cb-001');
  });

  it('send only the headers that were asked for', () => {
    expect(connectionSettings({}, {}).headers).toEqual({ 'X-Actor-Id': 'cb-004' });
    const at = '2025-10-20T09:00:00+07:00';
    const options = { onBehalfOf: 'cb-001', at, idempotencyKey: 'lenh-0001' };
    expect(connectionSettings(options, {}).headers).toEqual({
      'X-Actor-Id': 'cb-004',
      'X-On-Behalf-Of': 'cb-001',
      'X-Occurred-At': at,
      'Idempotency-Key': 'lenh-0001',
    });
  });

  it('take the data folder from the option, the variable, or the default', () => {
    const folder = (options: { dataDir?: string }, environment: NodeJS.ProcessEnv) =>
      connectionSettings(options, environment).dataDir;
    expect(folder({}, {})).toBe(resolve('./data'));
    expect(folder({}, { DATA_DIR: '/srv/a' })).toBe('/srv/a');
    expect(folder({ dataDir: '/srv/b' }, { DATA_DIR: '/srv/a' })).toBe('/srv/b');
  });

  it('have no data folder where PostgreSQL holds the data, unless one is asked for', () => {
    const environment = { DATABASE_URL: 'postgres://localhost/x' };
    expect(connectionSettings({}, environment).dataDir).toBeNull();
    expect(connectionSettings({ dataDir: '/srv/b' }, environment).dataDir).toBe('/srv/b');
  });

  it('read a relative data folder from where the person stands, not from where npm went', () => {
    const environment = { npm_lifecycle_event: 'thidua', INIT_CWD: '/home/lan' };
    expect(connectionSettings({ dataDir: 'd' }, environment).dataDir).toBe('/home/lan/d');
  });

  it.each([
    [{ as: 'Nguyễn Văn A' }, {}, '--as'],
    [{ onBehalfOf: 'a b' }, {}, '--on-behalf-of'],
    [{ at: '2025-10-20' }, {}, '--at'],
    [{ at: '2025-10-20T09:00:00' }, {}, '--at'],
    [{ idempotencyKey: 'ngắn' }, {}, '--idempotency-key'],
    [{}, { THIDUA_URL: 'localhost:3000' }, 'THIDUA_URL'],
  ])('refuse %j %j as wrong usage', (options, environment, named) => {
    const failure = refused(() => connectionSettings(options, environment));
    expect(failure.exitCode).toBe(2);
    expect(failure.detail).toContain(named);
  });
});
