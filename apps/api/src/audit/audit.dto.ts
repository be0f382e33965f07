import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../http/query.dto';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MESSAGE = { message: 'phải là một ngày, dạng YYYY-MM-DD (must be a day, YYYY-MM-DD)' };
const LONG = { message: 'dài quá (too long)' };

/** Filters of the audit trail; all of them must hold. */
export class AuditQuery extends PageQuery {
  @ApiPropertyOptional({
    description: 'Task id, or its number where only one plan has it.',
    example: '2.3.a',
  })
  @IsOptional()
  @IsString()
  @MaxLength(120, LONG)
  task?: string;

  @ApiPropertyOptional({ description: 'Plan id; also tells which plan a task number belongs to.' })
  @IsOptional()
  @IsString()
  @MaxLength(120, LONG)
  plan?: string;

  @ApiPropertyOptional({ description: 'Unit id, name or alias.' })
  @IsOptional()
  @IsString()
  @MaxLength(300, LONG)
  unit?: string;

  @ApiPropertyOptional({ description: 'Person or service that acted.', example: 'cb-001' })
  @IsOptional()
  @IsString()
  @MaxLength(80, LONG)
  actor?: string;

  @ApiPropertyOptional({ description: 'Event type.', example: 'DeadlineExtended' })
  @IsOptional()
  @IsString()
  @MaxLength(60, LONG)
  type?: string;

  @ApiPropertyOptional({ description: 'Happened on this day or later.', example: '2025-01-01' })
  @IsOptional()
  @Matches(DAY, DAY_MESSAGE)
  from?: string;

  @ApiPropertyOptional({ description: 'Happened on this day or earlier.', example: '2025-12-31' })
  @IsOptional()
  @Matches(DAY, DAY_MESSAGE)
  to?: string;
}
