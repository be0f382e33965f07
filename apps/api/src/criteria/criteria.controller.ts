import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Call, CommandOutcome } from '@thidua/application';
import { Execute } from '@thidua/platform';
import type { Response } from 'express';
import { CallOf } from '../http/call.decorator';
import { answerCommand, commandNameOf } from '../http/command-answer';
import { OpenCriteriaSheetBody } from './criteria.dto';

/** Self-scoring of administrative reform; what stands in a sheet is question 24. */
@ApiTags('evaluations')
@Controller('v1/criteria-sheets/:sheet')
export class CriteriaController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Open a criteria sheet with the criteria of a rule set' })
  open(
    @Param('sheet') sheetId: string,
    @Body() { year, ruleSet }: OpenCriteriaSheetBody,
    @CallOf() call: Call,
  ) {
    const input = { sheetId, year, ruleSet };
    return this.commands.execute(new Execute('openCriteriaSheet', input, call));
  }

  /** One address for each further step of the vocabulary; the API document lists them with their bodies. */
  @Post(':command')
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async command(
    @Param('sheet') sheetId: string,
    @Param('command') command: string,
    @Body() data: unknown,
    @CallOf() call: Call,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandOutcome> {
    const input = { sheetId, command: commandNameOf(command), data };
    const outcome = await this.commands.execute(new Execute('criteriaCommand', input, call));
    return answerCommand(response, outcome);
  }
}
