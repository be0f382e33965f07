import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { Settings } from '../config/environment';

/** Structured logs on standard error, with the correlation id and without what must not be logged. */
export const loggingModule = (settings: Settings): DynamicModule =>
  LoggerModule.forRoot({
    pinoHttp: {
      level: settings.logLevel,
      // Tokens and bodies hold secrets and personal data; neither belongs in a log.
      redact: ['req.headers.authorization', 'req.headers.cookie'],
      serializers: { req: ({ method, url }: { method: string; url: string }) => ({ method, url }) },
      customProps: (request) => ({
        correlationId: (request as { correlationId?: string }).correlationId,
      }),
      stream: process.stderr,
    },
  });
