import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { allRejections } from '@thidua/application';
import { Ask } from '@thidua/platform';
import type { Response } from 'express';
import { Public } from '../http/access.guard';
import { typeOf } from '../http/problem';

@ApiTags('health')
@Controller()
@Public(true)
export class HealthController {
  constructor(private readonly queries: QueryBus) {}

  @Get('health')
  @ApiOperation({
    summary: 'Whether the log answers and the read models keep up; 503 when they do not',
  })
  async health(@Res({ passthrough: true }) response: Response) {
    const health = await this.queries.execute(new Ask('health', {}));
    if (health.status !== 'ok') response.status(503);
    return health;
  }

  @Get('problems')
  @ApiOperation({ summary: 'Every refusal this API knows, with its text in two languages' })
  problems() {
    return Object.entries(allRejections).map(([code, { kind, vi, en }]) => ({
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
