import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandOutcome, IncomingEvent } from '@thidua/application';
import { Execute } from '@thidua/platform';
import type { Request } from 'express';
import { instantOf } from '@thidua/kernel';
import { readCall } from '../http/call.decorator';
import { correlationIdOf } from '../http/correlation';
import { languageOf } from '../http/problem-details.filter';
import { problemOf, type Problem } from '../http/problem';
import { isBatch, readCloudEvent, readCloudEvents } from './read-cloud-event';

/** What became of one event of a batch: what it wrote, or why it was refused. */
interface Taken {
  readonly source: string;
  readonly id: string;
  readonly status: number;
  readonly outcome: CommandOutcome | null;
  readonly problem: Problem | null;
}

@ApiTags('events')
@Controller('v1/events')
export class EventsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Take one CloudEvent 1.0 (structured or binary mode) about a task, or a batch of them: unique by source and id. ' +
      'A batch is answered event by event, in order; one that is refused does not hold up the others.',
  })
  @ApiConsumes(
    'application/cloudevents+json',
    'application/cloudevents-batch+json',
    'application/json',
  )
  @ApiBody({
    schema: { oneOf: [{ type: 'object' }, { type: 'array', items: { type: 'object' } }] },
  })
  ingest(@Req() request: Request): Promise<CommandOutcome | { readonly events: readonly Taken[] }> {
    return isBatch(request)
      ? this.takeAll(request, readCloudEvents(request))
      : this.take(request, readCloudEvent(request));
  }

  private take(request: Request, event: IncomingEvent): Promise<CommandOutcome> {
    const call = readCall(request, instantOf(new Date()));
    return this.commands.execute(new Execute('ingestEvent', event, call));
  }

  /** Events about one task in their order, different tasks side by side, so that they are committed together. */
  private async takeAll(
    request: Request,
    events: readonly IncomingEvent[],
  ): Promise<{ readonly events: readonly Taken[] }> {
    const lines = new Map<string, Promise<unknown>>();
    const taken = events.map((event) => {
      const before = lines.get(event.subject) ?? Promise.resolve();
      const one = before.then(() => this.takeOne(request, event));
      lines.set(event.subject, one);
      return one;
    });
    return { events: await Promise.all(taken) };
  }

  private async takeOne(request: Request, event: IncomingEvent): Promise<Taken> {
    const { source, id } = event;
    try {
      const outcome = await this.take(request, event);
      return { source, id, status: 200, outcome, problem: null };
    } catch (error) {
      const problem = problemOf(error, correlationIdOf(request), languageOf(request));
      // A fault of ours is no answer about this event: the whole batch may be sent again, nothing is taken twice.
      if (problem.status >= 500) throw error;
      return { source, id, status: problem.status, outcome: null, problem };
    }
  }
}
