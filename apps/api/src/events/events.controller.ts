import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Execute } from '@thidua/platform';
import type { Request } from 'express';
import { instantOf } from '@thidua/kernel';
import { readCall } from '../http/call.decorator';
import { readCloudEvent } from './read-cloud-event';

@ApiTags('events')
@Controller('v1/events')
export class EventsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Take one CloudEvent 1.0 (structured or binary mode) about a task: unique by source and id',
  })
  @ApiConsumes('application/cloudevents+json', 'application/json')
  @ApiBody({ schema: { type: 'object' } })
  ingest(@Req() request: Request) {
    const event = readCloudEvent(request);
    return this.commands.execute(
      new Execute('ingestEvent', event, readCall(request, instantOf(new Date()))),
    );
  }
}
