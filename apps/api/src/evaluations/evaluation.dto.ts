import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { AfterQuery, ToNumber } from '../http/query.dto';

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const ID_MESSAGE = { message: 'phải là một mã: chữ không dấu, số, . _ - (must be an id)' };

export class EvaluationsQuery extends AfterQuery {
  @ApiPropertyOptional({ description: 'Default: every year.', example: 2025 })
  @IsOptional()
  @ToNumber()
  @Min(2000, { message: 'phải từ 2000 (2000 or later)' })
  @Max(2100, { message: 'phải đến 2100 (2100 or earlier)' })
  @IsInt({ message: 'phải là một năm (must be a year)' })
  year?: number;
}

export class OpenEvaluationBody {
  @ApiProperty({ example: 2025 })
  @Min(2000, { message: 'phải từ 2000 (2000 or later)' })
  @Max(2100, { message: 'phải đến 2100 (2100 or earlier)' })
  @IsInt({ message: 'phải là một năm (must be a year)' })
  year!: number;

  @ApiPropertyOptional({ description: 'Rule set id. Default: the one in force for the year.' })
  @IsOptional()
  @Matches(ID, ID_MESSAGE)
  ruleSet?: string;

  @ApiPropertyOptional({
    description: 'Default: year and rule set. Another one where it is to supersede an evaluation.',
    example: '2025.UNIT_TASK_RESULTS.2',
  })
  @IsOptional()
  @Matches(ID, ID_MESSAGE)
  evaluationId?: string;
}

export class FreezeEvaluationBody {
  @ApiPropertyOptional({
    description: 'Day as of which the year is seen. Default: its last day, or today.',
    example: '2025-12-31',
  })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'phải là một ngày, dạng YYYY-MM-DD (must be a day)' })
  asOf?: string;

  @ApiPropertyOptional({ description: 'Log position. Default: all that is recorded.' })
  @IsOptional()
  @Matches(/^\d{1,19}$/, { message: 'phải là vị trí trong nhật ký (must be a log position)' })
  position?: string;
}

export class AmendEvaluationBody {
  @ApiProperty({ description: 'Why it is recorded.' })
  @IsString({ message: 'cần lý do (a reason is needed)' })
  @MaxLength(1000, { message: 'dài nhất 1000 ký tự (at most 1000 characters)' })
  reason!: string;
}

export class IssueCatalogueQuery {
  @ApiProperty({ description: 'The product with the coefficient 1.', example: 'VB' })
  @Matches(ID, ID_MESSAGE)
  standardProductId!: string;

  @ApiProperty({ description: 'Number of the decision.', example: '45/QĐ-SCT' })
  @IsString({ message: 'cần số quyết định (the number of the decision is needed)' })
  @MaxLength(120, { message: 'dài nhất 120 ký tự (at most 120 characters)' })
  document!: string;

  @ApiProperty({ example: '2026-01-01' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'phải là một ngày, dạng YYYY-MM-DD (must be a day)' })
  inForceFrom!: string;
}
