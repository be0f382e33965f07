import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Call, CommandOutcome } from '@thidua/application';
import { Ask, Execute } from '@thidua/platform';
import type { Response } from 'express';
import { CallOf } from '../http/call.decorator';
import { answerCommand, commandNameOf } from '../http/command-answer';
import { CalendarYearParam, WorkingDaysQuery } from './calendar.dto';

@ApiTags('calendar')
@Controller('v1/calendar')
export class CalendarController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('working-days')
  @ApiOperation({
    summary: 'The deadline so many days after a day, step by step; or the working days up to a day',
  })
  workingDays(@Query() query: WorkingDaysQuery) {
    return this.queries.execute(new Ask('workingDays', query));
  }

  @Get('notices')
  @ApiOperation({ summary: 'Notices of days off and swaps, the withdrawn ones among them' })
  notices() {
    return this.queries.execute(new Ask('calendarNotices', {}));
  }

  @Get(':year')
  @ApiOperation({ summary: 'Days off, days in lieu and make-up days of a year, with legal basis' })
  year(@Param() { year }: CalendarYearParam) {
    return this.queries.execute(new Ask('calendarYear', { year }));
  }

  @Post(':calendar/:command')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async command(
    @Param('calendar') calendar: string,
    @Param('command') command: string,
    @Body() data: unknown,
    @CallOf() call: Call,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandOutcome> {
    const input = { calendar, command: commandNameOf(command), data };
    return answerCommand(
      response,
      await this.commands.execute(new Execute('calendarCommand', input, call)),
    );
  }
}
