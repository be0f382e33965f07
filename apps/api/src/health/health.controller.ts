import {
  Controller,
  Get,
  Header,
  Inject,
  NotFoundException,
  Param,
  Req,
  Res,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { allRejections } from '@thidua/application';
import {
  PROCESS_HEALTH,
  processRefusals,
  readinessProblem,
  type HealthReport,
  type ProcessHealth,
} from '@thidua/platform';
import { Public } from '../http/access.guard';
import { correlationIdOf, type CorrelatedRequest } from '../http/correlation';
import type { ObservedResponse } from '../http/observe-requests';
import { typeOf } from '../http/problem';
import { languageOf } from '../http/problem-details.filter';
import { healthSchema, readinessProblemSchema, readinessSchema } from './health-schema';

const refusals = { ...allRejections, ...processRefusals };

@ApiTags('health')
@Controller()
@Public(true)
export class HealthController {
  constructor(@Inject(PROCESS_HEALTH) private readonly processHealth: ProcessHealth) {}

  @Get('health')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'That the process lives, and how it and what it stands on are',
    description: 'Always 200 while the process can answer; `status` and `notices` tell the rest.',
  })
  @ApiOkResponse({ schema: healthSchema })
  health(): Promise<HealthReport> {
    return this.processHealth.overview();
  }

  @Get('health/ready')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Whether requests should be sent here now; 503 when not' })
  @ApiOkResponse({ schema: readinessSchema })
  @ApiResponse({
    status: 503,
    description: 'Not ready, and why',
    content: { 'application/problem+json': { schema: readinessProblemSchema } },
  })
  async ready(@Req() request: CorrelatedRequest, @Res() response: ObservedResponse): Promise<void> {
    const { isReady, faults, notices } = await this.processHealth.readiness();
    if (isReady) {
      response.json({ isReady, notices });
      return;
    }
    const problem = readinessProblem(faults, correlationIdOf(request), languageOf(request));
    response.problemCode = problem.code;
    response.status(problem.status).type('application/problem+json');
    response.send(JSON.stringify(problem));
  }

  @Get('problems')
  @ApiOperation({ summary: 'Every refusal this API knows, with its text in two languages' })
  problems() {
    return Object.entries(refusals).map(([code, { kind, vi, en }]) => ({
      type: typeOf(code),
      code,
      kind,
      vi,
      en,
    }));
  }

  @Get('problems/:name')
  @ApiOperation({ summary: 'What a problem type means' })
  problem(@Param('name') name: string) {
    const found = this.problems().find(({ type }) => type === `/problems/${name}`);
    if (found === undefined)
      throw new NotFoundException(`Không có loại lỗi ${name} (no such problem type)`);
    return found;
  }
}
