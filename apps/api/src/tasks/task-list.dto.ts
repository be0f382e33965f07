import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery, ToNumber } from '../http/query.dto';

/** Filters of the task board. */
export class TaskListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Lead unit: id, name or alias.', example: 'qltm' })
  @IsOptional()
  @IsString()
  @MaxLength(300, { message: 'dài nhất 300 ký tự (at most 300 characters)' })
  unit?: string;

  @ApiPropertyOptional({ description: 'Plan id.' })
  @IsOptional()
  @IsString()
  @MaxLength(80, { message: 'dài nhất 80 ký tự (at most 80 characters)' })
  plan?: string;

  @ApiPropertyOptional({ example: 2025 })
  @IsOptional()
  @ToNumber()
  @IsInt({ message: 'phải là một năm (must be a year)' })
  year?: number;

  @ApiPropertyOptional({ description: 'State of the workflow definition.', example: 'inProgress' })
  @IsOptional()
  @IsString()
  @MaxLength(60, { message: 'dài nhất 60 ký tự (at most 60 characters)' })
  state?: string;

  @ApiPropertyOptional({ description: 'Words of the title.' })
  @IsOptional()
  @IsString()
  @MaxLength(200, { message: 'dài nhất 200 ký tự (at most 200 characters)' })
  text?: string;

  @ApiPropertyOptional({ description: 'Only tasks overdue on this day.', example: '2025-12-31' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'phải là một ngày, dạng YYYY-MM-DD (must be a day)' })
  overdueOn?: string;

  @ApiPropertyOptional({ description: 'Only tasks that are still owed.', example: true })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  )
  @IsBoolean({ message: 'phải là true hoặc false (must be true or false)' })
  open?: boolean;
}
