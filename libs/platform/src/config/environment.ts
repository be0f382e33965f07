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
});

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly apiToken: string | null;
  readonly logLevel: string;
  readonly loadSample: boolean;
  readonly runBackground: boolean;
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
    apiToken: value.API_TOKEN,
    logLevel: value.LOG_LEVEL,
    loadSample: (value.SAMPLE ?? ofProfile) === 'on',
    runBackground: (value.BACKGROUND ?? ofProfile) === 'on',
  };
}

function faultIn(variables: NodeJS.ProcessEnv, issue: z.core.$ZodIssue | undefined): string {
  const name = String(issue?.path[0]);
  const isSecret = name === 'API_TOKEN' || name.endsWith('_URL');
  const given = isSecret ? '' : `, không phải "${variables[name] ?? ''}"`;
  return `Biến môi trường ${name} ${issue?.message ?? ''}${given}`;
}
