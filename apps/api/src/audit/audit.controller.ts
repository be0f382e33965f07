import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Call } from '@thidua/application';
import { Ask } from '@thidua/platform';
import type { Request, Response } from 'express';
import { CallOf } from '../http/call.decorator';
import { AuditQuery } from './audit.dto';

@ApiTags('audit')
@Controller('v1/audit')
export class AuditController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({
    summary:
      'The audit trail in order; `Accept: application/x-ndjson` streams all of it. Marks and scores of others are open to the Office and the leaders; what is left out is named (`withheld`, `X-Withheld`)',
  })
  @ApiProduces('application/json', 'application/x-ndjson')
  async trail(
    @Query() { ...query }: AuditQuery,
    @CallOf() { actor: asker }: Call,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<unknown> {
    if (request.accepts('application/json', 'application/x-ndjson') !== 'application/x-ndjson') {
      return this.queries.execute(new Ask('auditTrail', { asker, ...query }));
    }
    const { entries, withheld } = await this.queries.execute(
      new Ask('auditStream', { asker, ...query }),
    );
    response.type('application/x-ndjson');
    if (withheld.length > 0) response.setHeader('X-Withheld', withheld.join(', '));
    for await (const entry of entries) {
      if (!response.write(`${JSON.stringify(entry)}\n`)) await drained(response);
      if (response.destroyed) return undefined;
    }
    response.end();
    return undefined;
  }
}

/** Waits until the client has taken what was written, or has gone. */
const drained = (response: Response): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
