import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { Logger } from 'pino';

/** Nest's own messages and injected loggers go where the process logs. Requests are logged by who answers them. */
export const loggingModule = (log: Logger): DynamicModule =>
  LoggerModule.forRoot({
    pinoHttp: {
      logger: log,
      autoLogging: false,
      // A request holds headers and an address with what was asked; a line that wants them picks fields.
      quietReqLogger: true,
      customProps: (request) => ({
        correlationId: (request as { correlationId?: string }).correlationId,
      }),
    },
  });
