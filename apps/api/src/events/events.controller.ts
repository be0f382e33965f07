import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Call, CommandOutcome, IncomingEvent, Settled } from '@thidua/application';
import { Execute } from '@thidua/platform';
import type { Request } from 'express';
import { instantOf, invariant } from '@thidua/kernel';
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
    return this.commands.execute(new Execute('ingestEvent', event, callOf(request)));
  }

  private async takeAll(
    request: Request,
    events: readonly IncomingEvent[],
  ): Promise<{ readonly events: readonly Taken[] }> {
    const command = new Execute('ingestEvents', events, callOf(request));
    const settled = await this.commands.execute(command);
    const told = (event: IncomingEvent, index: number) => takenOf(request, event, settled[index]);
    return { events: events.map(told) };
  }
}

const callOf = (request: Request): Call => readCall(request, instantOf(new Date()));

function takenOf(
  request: Request,
  { source, id }: IncomingEvent,
  settled: Settled | undefined,
): Taken {
  invariant(settled, 'every event of a batch is answered');
  if ('outcome' in settled) {
    return { source, id, status: 200, outcome: settled.outcome, problem: null };
  }
  const problem = problemOf(settled.refusal, correlationIdOf(request), languageOf(request));
  return { source, id, status: problem.status, outcome: null, problem };
}
