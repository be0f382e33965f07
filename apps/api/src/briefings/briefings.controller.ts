import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiPropertyOptional, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Ask } from '@thidua/platform';
import { IsOptional, Matches } from 'class-validator';
import { AfterQuery } from '../http/query.dto';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

class BriefingQuery extends AfterQuery {
  @ApiPropertyOptional({
    description: 'Cut-off day. Default: the day after the month, or today while it runs.',
    example: '2025-11-03',
  })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'phải là một ngày, dạng YYYY-MM-DD (must be a day)' })
  asOf?: string;
}

@ApiTags('briefings')
@Controller('v1/briefings')
export class BriefingsController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':month')
  @ApiOperation({
    summary: 'The monthly briefing: done, late, open, unreported, obstacles and directions',
  })
  briefing(@Param('month') month: string, @Query() { asOf, after }: BriefingQuery) {
    return this.queries.execute(new Ask('briefing', { month, asOf, after }));
  }

  @Get(':month/document')
  @ApiOperation({ summary: 'The same as a DOCX file in the layout of official papers' })
  @ApiProduces(DOCX)
  async document(
    @Param('month') month: string,
    @Query() { asOf, after }: BriefingQuery,
  ): Promise<StreamableFile> {
    const { bytes, fileName } = await this.queries.execute(
      new Ask('briefingDocument', { month, asOf, after }),
    );
    return new StreamableFile(bytes, {
      type: DOCX,
      disposition: `attachment; filename="${fileName}"`,
      length: bytes.byteLength,
    });
  }
}
