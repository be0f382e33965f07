import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenedApplication } from '@thidua/application';
import { openProcess, type RunningProcess, type Settings } from '@thidua/platform';
import { json, raw } from 'express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { correlate } from './http/correlation';
import { observeRequests } from './http/observe-requests';
import { validationPipe } from './http/validation.pipe';
import { describeApi } from './openapi/describe-api';

/** Commands and events are small; a larger body is a mistake or an attack. */
const JSON_LIMIT = '1mb';
/** A plan of 5 MiB and a little more, so that the importer itself can say that a file is too large. */
const FILE_LIMIT = '6mb';
/** The lists of an office of tens of thousands of people. */
const LISTS_LIMIT = '16mb';

/**
 * The API, ready to listen; closing it closes the application. Bodies are parsed here because a plan must arrive as the
 * very bytes that were sent.
 */
export async function createApi(
  application: OpenedApplication,
  settings: Settings,
  running?: RunningProcess,
): Promise<NestExpressApplication> {
  const process = running ?? { ...(await openProcess('api', settings)), jobs: null };
  const api = await NestFactory.create<NestExpressApplication>(
    AppModule.with(application, process),
    {
      bodyParser: false,
      bufferLogs: true,
      abortOnError: false,
    },
  );
  api.useLogger(api.get(Logger));
  api.disable('x-powered-by');
  api.use(correlate);
  api.use(observeRequests(process));
  api.use(helmet());
  api.use(
    raw({
      type: ['text/plain', 'application/octet-stream', 'application/yaml'],
      limit: FILE_LIMIT,
    }),
  );
  api.use('/v1/organisation/import', json({ limit: LISTS_LIMIT }));
  api.use(json({ type: ['application/json', 'application/*+json'], limit: JSON_LIMIT }));
  api.useGlobalPipes(validationPipe());
  describeApi(api);
  return api;
}
