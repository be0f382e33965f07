import { Controller, Get, Param, ParseIntPipe, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { InvalidInput, type Call } from '@thidua/application';
import { Ask } from '@thidua/platform';
import { MEDIA, SCORE_EXPORTS, UBND_EXPORTS } from '@thidua/reporting';
import { CallOf } from '../http/call.decorator';
import { EvaluationExportQuery, ScoreExportQuery, UbndQuery } from './export.dto';
import { fileAnswer } from './file-answer';

const yearPipe = new ParseIntPipe({
  exceptionFactory: () =>
    new InvalidInput([{ path: 'year', message: 'phải là một năm, ví dụ 2025 (must be a year)' }]),
});

const FILE = { schema: { type: 'string', format: 'binary' } } as const;

/** Results and tables as files. The same result gives the same bytes. */
@ApiTags('exports')
@Controller('v1')
export class ExportsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('scores/:year/export/:kind')
  @ApiOperation({ summary: 'The unit sheet of the year as a paper, workbook, CSV or JSON' })
  @ApiParam({ name: 'kind', enum: SCORE_EXPORTS })
  @ApiProduces(...Object.values(MEDIA))
  @ApiOkResponse(FILE)
  async scores(
    @Param('year', yearPipe) year: number,
    @Param('kind') kind: string,
    @Query() { asOf, position, ruleSet, date, after }: ScoreExportQuery,
    @CallOf() call: Call,
  ): Promise<StreamableFile> {
    const input = { asker: call.actor, year, kind, asOf, position, ruleSet, date, after };
    return fileAnswer(await this.queries.execute(new Ask('scoreExport', input)));
  }

  @Get('evaluations/:evaluation/export/:kind')
  @ApiOperation({
    summary: 'The frozen result of a cycle as forms, lists, minutes, workbook, CSV or JSON',
  })
  @ApiParam({ name: 'kind', enum: SCORE_EXPORTS })
  @ApiProduces(...Object.values(MEDIA))
  @ApiOkResponse(FILE)
  async evaluation(
    @Param('evaluation') evaluationId: string,
    @Param('kind') kind: string,
    @Query() { person, period, date }: EvaluationExportQuery,
    @CallOf() call: Call,
  ): Promise<StreamableFile> {
    return fileAnswer(
      await this.queries.execute(
        new Ask('evaluationExport', {
          asker: call.actor,
          evaluationId,
          kind,
          person,
          period,
          date,
        }),
      ),
    );
  }

  @Get('reports/ubnd')
  @ApiOperation({ summary: 'The task-tracking table for the People’s Committee, with its rates' })
  ubnd(@Query() query: UbndQuery) {
    return this.queries.execute(new Ask('ubndTable', query));
  }

  @Get('reports/ubnd/:format')
  @ApiOperation({ summary: 'The same as DOCX, XLSX or JSON' })
  @ApiParam({ name: 'format', enum: UBND_EXPORTS })
  @ApiProduces(MEDIA.docx, MEDIA.xlsx, MEDIA.json)
  @ApiOkResponse(FILE)
  async ubndFile(
    @Param('format') format: string,
    @Query() { on, period, window, after }: UbndQuery,
  ): Promise<StreamableFile> {
    return fileAnswer(
      await this.queries.execute(new Ask('ubndDocument', { format, on, period, window, after })),
    );
  }
}
