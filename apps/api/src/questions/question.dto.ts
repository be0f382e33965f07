import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { UnitYearQuery } from '../http/query.dto';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const MONTH_MESSAGE = { message: 'phải là một tháng, dạng YYYY-MM (must be a month, YYYY-MM)' };
const LONG = { message: 'dài quá (too long)' };

/** What a year-end question may be narrowed to; each question says which of these it takes. */
export class QuestionQuery extends UnitYearQuery {
  @ApiPropertyOptional({ description: 'Plan id.' })
  @IsOptional()
  @IsString()
  @MaxLength(120, LONG)
  plan?: string;

  @ApiPropertyOptional({
    description: 'Number of a task, or of a group of tasks.',
    example: '2.3',
  })
  @IsOptional()
  @IsString()
  @MaxLength(120, LONG)
  task?: string;

  @ApiPropertyOptional({ description: 'Id of an official.', example: 'cb-004' })
  @IsOptional()
  @IsString()
  @MaxLength(80, LONG)
  person?: string;

  @ApiPropertyOptional({ description: 'Part of the number of a document from above.' })
  @IsOptional()
  @IsString()
  @MaxLength(200, LONG)
  source?: string;

  @ApiPropertyOptional({ description: 'First month asked about.', example: '2025-10' })
  @IsOptional()
  @Matches(MONTH, MONTH_MESSAGE)
  from?: string;

  @ApiPropertyOptional({ description: 'Last month asked about.', example: '2025-12' })
  @IsOptional()
  @Matches(MONTH, MONTH_MESSAGE)
  to?: string;

  @ApiPropertyOptional({ description: 'Log position up to which facts are known. Default: all.' })
  @IsOptional()
  @Matches(/^\d{1,19}$/, { message: 'phải là vị trí trong nhật ký (must be a log position)' })
  position?: string;

  @ApiPropertyOptional({ description: 'Rule set id. Default: the one in force for the year.' })
  @IsOptional()
  @IsString()
  @MaxLength(80, LONG)
  ruleSet?: string;
}
