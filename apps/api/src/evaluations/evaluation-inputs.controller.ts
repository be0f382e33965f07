import { Body, Controller, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InvalidInput, type Call, type CommandOutcome } from '@thidua/application';
import { Execute } from '@thidua/platform';
import type { Request, Response } from 'express';
import { CallOf } from '../http/call.decorator';
import { answerCommand, commandNameOf } from '../http/command-answer';
import { IssueCatalogueQuery } from './evaluation.dto';

/** What scores of officials rest on: marks and facts of a person’s year, and the catalogue of products. */
@ApiTags('evaluations')
@Controller('v1')
export class EvaluationInputsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('catalogues/:agency')
  @HttpCode(200)
  @ApiOperation({ summary: 'Issue the catalogue of products from a CSV or XLSX file' })
  @ApiConsumes('text/plain', 'application/octet-stream')
  @ApiBody({
    schema: { type: 'string' },
    description: 'Columns ma, ten, nhom, and diem or he_so; at most 5 MB.',
  })
  issue(
    @Param('agency') agencyId: string,
    @Query() { standardProductId, document, inForceFrom }: IssueCatalogueQuery,
    @Req() request: Request,
    @CallOf() call: Call,
  ) {
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes)) {
      const message = 'phải là chính tệp CSV hoặc XLSX (must be the CSV or XLSX file itself)';
      throw new InvalidInput([{ path: 'body', message }]);
    }
    const input = { bytes, agencyId, standardProductId, document, inForceFrom };
    return this.commands.execute(new Execute('issueCatalogue', input, call));
  }

  /** As for people, one address for each entry about a unit. */
  @Post('unit-marks/:marks/:command')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async enterOfUnit(
    @Param('marks') marks: string,
    @Param('command') command: string,
    @Body() data: unknown,
    @CallOf() call: Call,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandOutcome> {
    const input = { marks, command: commandNameOf(command), data };
    return answerCommand(
      response,
      await this.commands.execute(new Execute('unitMarksCommand', input, call)),
    );
  }

  /** One address for each entry of the vocabulary; the API document lists them with their bodies. */
  @Post('marks/:marks/:command')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async enter(
    @Param('marks') marks: string,
    @Param('command') command: string,
    @Body() data: unknown,
    @CallOf() call: Call,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandOutcome> {
    const input = { marks, command: commandNameOf(command), data };
    return answerCommand(
      response,
      await this.commands.execute(new Execute('marksCommand', input, call)),
    );
  }
}
