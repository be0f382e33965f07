import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Call } from '@thidua/application';
import { Ask, Execute } from '@thidua/platform';
import { CallOf } from '../http/call.decorator';
import { AfterQuery } from '../http/query.dto';
import { LookBody } from './timers.dto';

@ApiTags('timers')
@Controller('v1')
export class TimersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('timers/look')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Look what is due by the timers and make it known; a repeated look tells nothing twice',
  })
  look(@Body() { on }: LookBody, @CallOf() call: Call) {
    return this.commands.execute(new Execute('lookAtTimers', { on }, call));
  }

  @Get('tasks/:task/timers')
  @ApiOperation({ summary: 'What the timers will do about a task in the next three months' })
  upcoming(@Param('task') task: string, @Query() { after }: AfterQuery) {
    return this.queries.execute(new Ask('upcomingTimers', { task, after }));
  }
}
