import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Call, CommandOutcome } from '@thidua/application';
import { Ask, Execute } from '@thidua/platform';
import type { Response } from 'express';
import { CallOf } from '../http/call.decorator';
import { answerCommand, commandNameOf } from '../http/command-answer';
import { AfterQuery } from '../http/query.dto';
import {
  AmendEvaluationBody,
  EvaluationsQuery,
  FreezeEvaluationBody,
  OpenEvaluationBody,
} from './evaluation.dto';

@ApiTags('evaluations')
@Controller('v1/evaluations')
export class EvaluationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Evaluation cycles with their status and the next appeal due' })
  list(@Query() { ...query }: EvaluationsQuery, @CallOf() { actor: asker }: Call) {
    return this.queries.execute(new Ask('evaluations', { asker, ...query }));
  }

  @Get(':evaluation')
  @ApiOperation({ summary: 'One cycle: every step with the events behind it' })
  get(
    @Param('evaluation') evaluationId: string,
    @Query() query: AfterQuery,
    @CallOf() { actor: asker }: Call,
  ) {
    return this.queries.execute(new Ask('evaluation', { asker, evaluationId, ...query }));
  }

  @Get(':evaluation/sheet')
  @ApiOperation({ summary: 'The sheet of the freeze, the same byte for byte for ever' })
  async sheet(
    @Param('evaluation') evaluationId: string,
    @CallOf() call: Call,
  ): Promise<StreamableFile> {
    const sheet = await this.queries.execute(
      new Ask('evaluationSheet', { asker: call.actor, evaluationId }),
    );
    return new StreamableFile(sheet, { type: 'application/json; charset=utf-8' });
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Open the evaluation of a year under a rule set' })
  open(@Body() { year, ruleSet, evaluationId }: OpenEvaluationBody, @CallOf() call: Call) {
    const input = { year, ruleSet: ruleSet ?? null, evaluationId: evaluationId ?? null };
    return this.commands.execute(new Execute('openEvaluation', input, call));
  }

  @Post(':evaluation/freeze')
  @HttpCode(200)
  @ApiOperation({ summary: 'Freeze what counts, at the present log position unless stated' })
  freeze(
    @Param('evaluation') evaluationId: string,
    @Body() { asOf, position }: FreezeEvaluationBody,
    @CallOf() call: Call,
  ) {
    const input = { evaluationId, asOf: asOf ?? null, position: position ?? null };
    return this.commands.execute(new Execute('freezeEvaluation', input, call));
  }

  @Post(':evaluation/compute')
  @HttpCode(200)
  @ApiOperation({ summary: 'Compute the sheet at the freeze and record its hashes' })
  compute(@Param('evaluation') evaluationId: string, @CallOf() call: Call) {
    return this.commands.execute(new Execute('computeEvaluation', { evaluationId }, call));
  }

  @Post(':evaluation/amend')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Record what facts that came after the freeze would have changed; the sheet stays',
  })
  amend(
    @Param('evaluation') evaluationId: string,
    @Body() { reason }: AmendEvaluationBody,
    @CallOf() call: Call,
  ) {
    return this.commands.execute(new Execute('amendEvaluation', { evaluationId, reason }, call));
  }

  /** One address for each further step of the vocabulary; the API document lists them with their bodies. */
  @Post(':evaluation/:command')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async command(
    @Param('evaluation') evaluationId: string,
    @Param('command') command: string,
    @Body() data: unknown,
    @CallOf() call: Call,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandOutcome> {
    const input = { evaluationId, command: commandNameOf(command), data };
    return answerCommand(
      response,
      await this.commands.execute(new Execute('evaluationCommand', input, call)),
    );
  }
}
