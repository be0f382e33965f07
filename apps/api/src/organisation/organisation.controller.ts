import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Call, CommandOutcome } from '@thidua/application';
import { Ask, Execute } from '@thidua/platform';
import type { Response } from 'express';
import { CallOf } from '../http/call.decorator';
import { answerCommand, commandNameOf } from '../http/command-answer';
import { AfterQuery, YearQuery } from '../http/query.dto';
import { ImportOrganisationBody } from './organisation.dto';

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

  @Get('units/:unit/history')
  @ApiOperation({
    summary:
      'One unit through time: names, kinds, parents, heads, successors, with the events behind',
  })
  unitHistory(@Param('unit') unit: string, @Query() _query: AfterQuery) {
    return this.queries.execute(new Ask('unitHistory', { unit }));
  }

  @Get('units/:unit/heads')
  @ApiOperation({ summary: 'Who led the unit, and when' })
  unitHeads(@Param('unit') unit: string, @Query() _query: AfterQuery) {
    return this.queries.execute(new Ask('unitHeads', { unit }));
  }

  @Get('people/:person/history')
  @ApiOperation({
    summary: 'One official through time: stays, posts, deputies, open work, with the events behind',
  })
  personHistory(@Param('person') personId: string, @Query() _query: AfterQuery) {
    return this.queries.execute(new Ask('personHistory', { personId }));
  }

  @Post('people/:person/hand-over')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Hand all open work of a person over to one or several successors, one event a task',
  })
  handOver(@Param('person') personId: string, @Body() data: unknown, @CallOf() call: Call) {
    return this.commands.execute(new Execute('handOverWork', { personId, data }, call));
  }

  @Post('people/:person/erase')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Erase the name of a person; the id, every event and every hash stay as they are',
  })
  async erase(
    @Param('person') personId: string,
    @Body() data: unknown,
    @CallOf() call: Call,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandOutcome> {
    const input = { personId, data };
    return answerCommand(
      response,
      await this.commands.execute(new Execute('erasePerson', input, call)),
    );
  }

  @Post('organisation/import')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Import units, officials and posts as CSV; all of it or, when one row is bad, nothing',
  })
  import(@Body() { dryRun = false, ...texts }: ImportOrganisationBody, @CallOf() call: Call) {
    return this.commands.execute(new Execute('importOrganisation', { ...texts, dryRun }, call));
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
