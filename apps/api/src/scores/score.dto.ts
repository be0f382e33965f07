import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { AfterQuery } from '../http/query.dto';

export class ScoreQuery extends AfterQuery {
  @ApiPropertyOptional({
    description: 'Day as of which the year is seen. Default: its last day.',
    example: '2025-12-31',
  })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'phải là một ngày, dạng YYYY-MM-DD (must be a day)' })
  asOf?: string;

  @ApiPropertyOptional({
    description: 'Log position up to which facts count. Default: all that is recorded.',
  })
  @IsOptional()
  @Matches(/^\d{1,19}$/, { message: 'phải là vị trí trong nhật ký (must be a log position)' })
  position?: string;

  @ApiPropertyOptional({ description: 'Rule set id. Default: the one in force for the year.' })
  @IsOptional()
  @IsString()
  @MaxLength(80, { message: 'dài nhất 80 ký tự (at most 80 characters)' })
  ruleSet?: string;
}
