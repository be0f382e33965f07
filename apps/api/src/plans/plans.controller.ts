import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InvalidInput, type Call, type CommandOutcome } from '@thidua/application';
import { Ask, Execute } from '@thidua/platform';
import type { Request, Response } from 'express';
import { CallOf } from '../http/call.decorator';
import { answerCommand, commandNameOf } from '../http/command-answer';
import { AfterQuery } from '../http/query.dto';
import { ImportPlanQuery, IssuePlanBody } from './plan.dto';

@ApiTags('plans')
@Controller('v1/plans')
export class PlansController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Plans, drafts included' })
  list(@Query() query: AfterQuery) {
    return this.queries.execute(new Ask('plans', query));
  }

  @Get(':plan')
  @ApiOperation({ summary: 'One plan with its drafts, targets and warnings' })
  get(@Param('plan') plan: string, @Query() query: AfterQuery) {
    return this.queries.execute(new Ask('plan', { plan, ...query }));
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Import the text of a plan; nothing is binding until it is issued' })
  @ApiConsumes('text/plain', 'application/octet-stream')
  @ApiBody({
    schema: { type: 'string' },
    description: 'The file itself, UTF-8 text, at most 5 MB.',
  })
  import(@Query() query: ImportPlanQuery, @Req() request: Request, @CallOf() call: Call) {
    return this.commands.execute(
      new Execute(
        'importPlan',
        {
          bytes: rawBody(request),
          fileName: query.fileName ?? null,
          number: query.number ?? null,
          date: query.date ?? null,
          year: query.year ?? null,
        },
        call,
      ),
    );
  }

  @Post(':plan/issue')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Issue the plan: its tasks are assigned and bind the units from its date on',
  })
  issue(@Param('plan') plan: string, @Body() body: IssuePlanBody, @CallOf() call: Call) {
    return this.commands.execute(
      new Execute(
        'issuePlan',
        {
          plan,
          number: body.number ?? null,
          date: body.date ?? null,
          signerId: body.signerId ?? null,
          workflow: body.workflow ?? null,
        },
        call,
      ),
    );
  }

  @Post(':plan/:command')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async command(
    @Param('plan') plan: string,
    @Param('command') command: string,
    @Body() data: unknown,
    @CallOf() call: Call,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandOutcome> {
    const input = { plan, command: commandNameOf(command), data };
    return answerCommand(
      response,
      await this.commands.execute(new Execute('planCommand', input, call)),
    );
  }
}

function rawBody(request: Request): Uint8Array {
  if (Buffer.isBuffer(request.body)) return request.body;
  throw new InvalidInput([
    {
      path: 'body',
      message:
        'phải là chính tệp văn bản, Content-Type: text/plain (must be the file itself as text/plain)',
    },
  ]);
}
