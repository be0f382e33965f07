import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Call, CommandOutcome } from '@thidua/application';
import { Ask, Execute } from '@thidua/platform';
import type { Response } from 'express';
import { CallOf } from '../http/call.decorator';
import { answerCommand, commandNameOf } from '../http/command-answer';
import { YearQuery } from '../http/query.dto';

@ApiTags('organisation')
@Controller('v1')
export class OrganisationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('units')
  @ApiOperation({ summary: 'Units that stand on the day, with the names they bear then' })
  units(@Query() query: YearQuery) {
    return this.queries.execute(new Ask('units', query));
  }

  @Get('officials')
  @ApiOperation({ summary: 'Officials in office on the day, with their posts' })
  officials(@Query() query: YearQuery) {
    return this.queries.execute(new Ask('officials', query));
  }

  @Post('office')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Load an office file: units, officials and posts; what is already there is left alone',
  })
  office(@Body() office: unknown, @CallOf() call: Call) {
    return this.commands.execute(new Execute('loadOffice', { office }, call));
  }

  @Post('units/:unit/:command')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async unitCommand(
    @Param('unit') unitId: string,
    @Param('command') command: string,
    @Body() data: unknown,
    @CallOf() call: Call,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandOutcome> {
    const input = { unitId, command: commandNameOf(command), data };
    return answerCommand(
      response,
      await this.commands.execute(new Execute('unitCommand', input, call)),
    );
  }

  @Post('officials/:person/:command')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async officialCommand(
    @Param('person') personId: string,
    @Param('command') command: string,
    @Body() data: unknown,
    @CallOf() call: Call,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandOutcome> {
    const input = { personId, command: commandNameOf(command), data };
    return answerCommand(
      response,
      await this.commands.execute(new Execute('officialCommand', input, call)),
    );
  }
}
