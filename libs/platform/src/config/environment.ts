import { readConnectionString } from '@thidua/event-store';
import { MailSettingsWrong, readMailSettings, type MailSettings } from '@thidua/mail';
import { z } from 'zod';

const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: 'phải là số cổng từ 0 đến 65535 (must be a port, 0 to 65535)' })
  .transform(Number)
  .refine((value) => value <= 65_535, {
    error: 'phải là số cổng từ 0 đến 65535 (must be a port, 0 to 65535)',
  });

const urlOf = (...schemes: string[]) =>
  z
    .string()
    .refine(
      (value) => schemes.some((scheme) => value.startsWith(`${scheme}://`)) && URL.canParse(value),
      {
        error: `phải là địa chỉ ${schemes.join(' hoặc ')}:// (must be a ${schemes.join(' or ')}:// URL)`,
      },
    );

/** Checked as far as no server is needed. The reason is ours and holds nothing of the value. */
const kurrentDbUrl = z.string().superRefine((value, context) => {
  try {
    readConnectionString(value);
  } catch (error) {
    const message = error instanceof Error ? error.message : 'không đúng (is wrong)';
    context.addIssue({ code: 'custom', message: message.replace(/^Chuỗi kết nối KurrentDB /, '') });
  }
});

/** A day at most: a number beyond that is a mistake, and timers count no further than 24 days. */
const seconds = z
  .string()
  .regex(/^\d{1,5}$/, { error: 'phải là số giây từ 0 đến 86400 (must be seconds, 0 to 86400)' })
  .transform(Number)
  .refine((value) => value <= 86_400, {
    error: 'phải là số giây từ 0 đến 86400 (must be seconds, 0 to 86400)',
  });

const onOff = z.enum(['on', 'off'], { error: 'phải là on hoặc off (must be on or off)' });

/** An empty value in the environment means the same as none. */
const orNull = <T extends z.ZodType>(schema: T) =>
  z
    .preprocess((value) => (value === '' ? undefined : value), schema.optional())
    .transform((value) => value ?? null);

const orDefault = <T extends z.ZodType>(schema: T, value: string) =>
  z.preprocess((given) => (given === '' || given === undefined ? value : given), schema);

const environmentSchema = z.object({
  PORT: orDefault(port, '3000'),
  HOST: orDefault(z.string(), '127.0.0.1'),
  DATA_DIR: orDefault(z.string(), './data'),
  DATABASE_URL: orNull(urlOf('postgres', 'postgresql')),
  REDIS_URL: orNull(urlOf('redis', 'rediss')),
  /** The log in KurrentDB instead of PostgreSQL; read models stay where they are. */
  EVENT_STORE_URL: orNull(kurrentDbUrl),
  /** Bearer token every request must carry; obligatory when HOST is not loopback. */
  API_TOKEN: orNull(
    z.string().min(16, { error: 'phải có ít nhất 16 ký tự (must have at least 16 characters)' }),
  ),
  LOG_LEVEL: orDefault(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'phải là fatal, error, warn, info, debug, trace hoặc silent (must be one of these)',
    }),
    'warn',
  ),
  /** Load the sample office and plan into an empty log; on by default only in the embedded profile. */
  SAMPLE: orNull(onOff),
  /** Run projections and process managers in the API's process; off where a worker does. */
  BACKGROUND: orNull(onOff),
  /** Look at what is due by the timers of the flows; off where reminders come from elsewhere. */
  TIMERS: orDefault(onOff, 'on'),
  /** Mail server for notices; none are mailed when it is not set. */
  SMTP_URL: orNull(urlOf('smtp', 'smtps')),
  /** Sender of the notices, an address with or without a name before it. */
  MAIL_FROM: orNull(z.string()),
  /** One letter a person a day instead of one a notice. */
  MAIL_DIGEST: orDefault(onOff, 'off'),
  /** Where the worker answers about its health and hands out metrics; the API does so on its own port. */
  METRICS_PORT: orDefault(port, '9464'),
  /** How long an orderly stop may take; what is not finished by then is left to the next start. */
  SHUTDOWN_TIMEOUT: orDefault(seconds, '25'),
  /** How long the API still takes requests after it has said that it is not ready, for a load balancer to notice. */
  SHUTDOWN_DELAY: orDefault(seconds, '0'),
  /** Traces go to this OpenTelemetry collector over HTTP; none are made when it is not set. */
  OTEL_EXPORTER_OTLP_ENDPOINT: orNull(urlOf('http', 'https')),
});

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  /** Connection string of KurrentDB; null keeps the log in PostgreSQL. */
  readonly eventStoreUrl: string | null;
  readonly apiToken: string | null;
  readonly logLevel: string;
  readonly loadSample: boolean;
  readonly runBackground: boolean;
  readonly runTimers: boolean;
  /** Null mails nothing. */
  readonly mail: MailSettings | null;
  readonly metricsPort: number;
  readonly shutdownTimeoutMs: number;
  readonly shutdownDelayMs: number;
  /** Base address of an OTLP/HTTP collector, without `/v1/traces`. */
  readonly otlpEndpoint: string | null;
}

/** A setting is wrong; the message is one line that names the variable and says what would be right. */
export class BadEnvironment extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadEnvironment';
  }
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.');

/**
 * Settings from environment variables.
 * @throws BadEnvironment on the first wrong value. Values of secrets are never repeated in the message.
 */
export function readEnvironment(variables: NodeJS.ProcessEnv): Settings {
  const result = environmentSchema.safeParse(variables);
  if (!result.success) throw new BadEnvironment(faultIn(variables, result.error.issues[0]));
  const value = result.data;
  if (!isLoopback(value.HOST) && value.API_TOKEN === null) {
    throw new BadEnvironment(
      `Biến môi trường API_TOKEN phải được đặt khi HOST là ${value.HOST} (must be set when HOST is not loopback)`,
    );
  }
  // The embedded profile is one process for one office; on a server the worker and the operator decide.
  const ofProfile = value.DATABASE_URL === null ? 'on' : 'off';
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: value.DATA_DIR,
    databaseUrl: value.DATABASE_URL,
    redisUrl: value.REDIS_URL,
    eventStoreUrl: value.EVENT_STORE_URL,
    apiToken: value.API_TOKEN,
    logLevel: value.LOG_LEVEL,
    loadSample: (value.SAMPLE ?? ofProfile) === 'on',
    runBackground: (value.BACKGROUND ?? ofProfile) === 'on',
    runTimers: value.TIMERS === 'on',
    mail: mailOf(value),
    metricsPort: value.METRICS_PORT,
    shutdownTimeoutMs: value.SHUTDOWN_TIMEOUT * 1000,
    shutdownDelayMs: value.SHUTDOWN_DELAY * 1000,
    otlpEndpoint: value.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
}

function mailOf(value: z.infer<typeof environmentSchema>): MailSettings | null {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from, MAIL_DIGEST: digest } = value;
  try {
    return readMailSettings({ smtpUrl, from, isDigest: digest === 'on' });
  } catch (error) {
    throw error instanceof MailSettingsWrong ? new BadEnvironment(error.message) : error;
  }
}

function faultIn(variables: NodeJS.ProcessEnv, issue: z.core.$ZodIssue | undefined): string {
  const name = String(issue?.path[0]);
  const isSecret = name === 'API_TOKEN' || name.endsWith('_URL') || name.endsWith('_ENDPOINT');
  const given = isSecret ? '' : `, không phải "${variables[name] ?? ''}"`;
  return `Biến môi trường ${name} ${issue?.message ?? ''}${given}`;
}
