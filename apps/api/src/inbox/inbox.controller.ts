import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Call } from '@thidua/application';
import { Ask, Execute } from '@thidua/platform';
import type { Response } from 'express';
import { CallOf } from '../http/call.decorator';
import { answerCommand } from '../http/command-answer';
import { InboxQuery } from './inbox.dto';

@ApiTags('inbox')
@Controller('v1/inbox')
export class InboxController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Notices for the caller, the newest first; nobody else sees them' })
  inbox(@Query() { person, unread, cursor, limit, after }: InboxQuery, @CallOf() call: Call) {
    const asked = { person, asker: call.actor, unreadOnly: unread, cursor, limit, after };
    return this.queries.execute(new Ask('inbox', asked));
  }

  @Post(':person/read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Mark notices as read: { "noticeIds": [...] }' })
  async markRead(
    @Param('person') person: string,
    @Body() data: object,
    @CallOf() call: Call,
    @Res({ passthrough: true }) response: Response,
  ) {
    const outcome = await this.commands.execute(
      new Execute('markNoticesRead', { person, data }, call),
    );
    return answerCommand(response, outcome);
  }
}
