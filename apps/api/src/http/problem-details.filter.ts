import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { correlationIdOf, type CorrelatedRequest } from './correlation';
import type { ObservedResponse } from './observe-requests';
import { problemOf, type Language } from './problem';

/** Every answer other than success is `application/problem+json` (RFC 9457), Vietnamese unless English is asked for. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  constructor(private readonly logger: PinoLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<CorrelatedRequest>();
    const response = http.getResponse<ObservedResponse>();
    const problem = problemOf(error, correlationIdOf(request), languageOf(request));
    response.problemCode = problem.code;
    if (problem.status >= 500)
      this.logger.error({ err: error, correlationId: problem.instance }, 'request failed');
    if (response.headersSent) {
      // A stream has begun: cutting the connection is the only honest sign that the answer is incomplete.
      response.destroy();
      return;
    }
    if (problem.status === 503) response.setHeader('Retry-After', '1');
    if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="thidua"');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

/** The language a refusal is told in. */
export const languageOf = (request: CorrelatedRequest): Language =>
  request.acceptsLanguages('vi', 'en') === 'en' ? 'en' : 'vi';
