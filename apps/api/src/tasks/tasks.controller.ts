import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Call, CommandOutcome } from '@thidua/application';
import { Ask, Execute } from '@thidua/platform';
import type { Response } from 'express';
import { CallOf } from '../http/call.decorator';
import { answerCommand, commandNameOf } from '../http/command-answer';
import { AfterQuery } from '../http/query.dto';
import { TaskListQuery } from './task-list.dto';

@ApiTags('tasks')
@Controller('v1/tasks')
export class TasksController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Tasks on the board, filtered and paged' })
  list(@Query() query: TaskListQuery) {
    return this.queries.execute(new Ask('taskBoard', query));
  }

  @Get(':task')
  @ApiOperation({ summary: 'One task, by id or by its number where only one plan has it' })
  get(@Param('task') task: string, @Query() query: AfterQuery) {
    return this.queries.execute(new Ask('task', { task, ...query }));
  }

  @Get(':task/deadline')
  @ApiOperation({ summary: 'How the due date in force came about: plan, trigger, extensions' })
  deadline(@Param('task') task: string, @Query() query: AfterQuery) {
    return this.queries.execute(new Ask('taskDeadline', { task, ...query }));
  }

  @Get(':task/chain')
  @ApiOperation({
    summary:
      'The same work over the years: earlier and later tasks it was carried over from and to',
  })
  chain(@Param('task') task: string, @Query() query: AfterQuery) {
    return this.queries.execute(new Ask('taskChain', { task, ...query }));
  }

  /** One address for each command of the task's vocabulary; the API document lists them with their bodies. */
  @Post(':task/:command')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async command(
    @Param('task') task: string,
    @Param('command') command: string,
    @Body() data: unknown,
    @CallOf() call: Call,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandOutcome> {
    const input = { task, command: commandNameOf(command), data };
    return answerCommand(
      response,
      await this.commands.execute(new Execute('taskCommand', input, call)),
    );
  }
}
