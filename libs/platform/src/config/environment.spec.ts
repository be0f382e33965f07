import { BadEnvironment, readEnvironment } from './environment';

const refusal = (variables: NodeJS.ProcessEnv): string => {
  try {
    readEnvironment(variables);
  } catch (error) {
    expect(error).toBeInstanceOf(BadEnvironment);
    return (error as Error).message;
  }
  throw new Error('was accepted');
};

describe('the environment', () => {
  it('gives the embedded profile on loopback when nothing is set', () => {
    expect(readEnvironment({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: './data',
      databaseUrl: null,
      runBackground: true,
      metricsPort: 9464,
      shutdownTimeoutMs: 25_000,
      shutdownDelayMs: 0,
      otlpEndpoint: null,
    });
  });

  it('leaves background work to the worker when a database server is named', () => {
    const settings = readEnvironment({ DATABASE_URL: 'postgres://db/thidua' });
    expect(settings.runBackground).toBe(false);
    expect(
      readEnvironment({ DATABASE_URL: 'postgres://db/x', BACKGROUND: 'on' }).runBackground,
    ).toBe(true);
  });

  it('takes an empty value for no value', () => {
    expect(readEnvironment({ DATABASE_URL: '', PORT: '' })).toMatchObject({
      databaseUrl: null,
      port: 3000,
    });
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://db/x'],
    ['REDIS_URL', 'not a url'],
    ['EVENT_STORE_URL', 'http://kdb:2113'],
    ['EVENT_STORE_URL', 'kurrentdb://ghi:mat-khau@kdb:2113?tls=false'],
    ['LOG_LEVEL', 'loud'],
    ['SAMPLE', 'maybe'],
    ['TIMERS', 'maybe'],
    ['SMTP_URL', 'mail.sct.example'],
    ['MAIL_DIGEST', 'weekly'],
    ['METRICS_PORT', '65536'],
    ['SHUTDOWN_TIMEOUT', '-1'],
    ['SHUTDOWN_DELAY', '86401'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
  ])('refuses %s=%s in one line that names it', (name, value) => {
    const message = refusal({ [name]: value });
    expect(message).toContain(`Biến môi trường ${name} `);
    expect(message).not.toContain('\n');
  });

  it('refuses a mail server without a sender, or with one that is no address', () => {
    const smtp = { SMTP_URL: 'smtps://thidua:mat-khau@mail.sct.example' };
    for (const from of ['', 'Thi Đua']) {
      const message = refusal({ ...smtp, MAIL_FROM: from });
      expect(message).toContain('Biến môi trường MAIL_FROM ');
      expect(message).not.toContain('mat-khau');
    }
  });

  it.each(['kurrentdb', 'kurrent', 'kdb', 'esdb'])('takes KurrentDB as %s://', (scheme) => {
    const url = `${scheme}://kdb1:2113,kdb2:2113?tlsCAFile=/certs/ca.crt`;
    expect(readEnvironment({ EVENT_STORE_URL: url })).toMatchObject({
      eventStoreUrl: url,
      databaseUrl: null,
    });
  });

  it('never repeats a secret', () => {
    expect(refusal({ DATABASE_URL: 'mysql://user:secret@db/x' })).not.toContain('secret');
    expect(refusal({ API_TOKEN: 'short-secret' })).not.toContain('short-secret');
  });

  it('asks for a token as soon as the door opens wider than loopback', () => {
    expect(refusal({ HOST: '0.0.0.0' })).toContain('API_TOKEN');
    expect(readEnvironment({ HOST: '0.0.0.0', API_TOKEN: 'x'.repeat(16) }).host).toBe('0.0.0.0');
  });
});
