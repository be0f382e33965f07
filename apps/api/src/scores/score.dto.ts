import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
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

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

export class HypothesisBody {
  @ApiProperty({ description: 'Task id.', example: 'kh-2025.2.1' })
  @Matches(ID, { message: 'phải là mã nhiệm vụ (must be a task id)' })
  taskId!: string;

  @ApiProperty({ description: 'Event type of a task.', example: 'TaskCompleted' })
  @IsString({ message: 'phải là tên loại sự kiện (must be an event type)' })
  @MaxLength(80, { message: 'dài nhất 80 ký tự (at most 80 characters)' })
  type!: string;

  @ApiProperty({ description: 'Fields of the event without taskId; see docs/events.md.' })
  @IsObject({ message: 'phải là một đối tượng JSON (must be an object)' })
  data!: Record<string, unknown>;
}

export class AssumedEntryBody {
  @ApiProperty({ description: 'Person id.', example: 'cb-006' })
  @Matches(ID, { message: 'phải là mã cán bộ (must be the id of a person)' })
  personId!: string;

  @ApiProperty({ description: 'Type of a marks event.', example: 'GeneralMarksConfirmed' })
  @IsString({ message: 'phải là tên loại sự kiện (must be an event type)' })
  @MaxLength(80, { message: 'dài nhất 80 ký tự (at most 80 characters)' })
  type!: string;

  @ApiProperty({
    description: 'Fields of the event without personId and year; see docs/events.md.',
  })
  @IsObject({ message: 'phải là một đối tượng JSON (must be an object)' })
  data!: Record<string, unknown>;
}

export class WhatIfBody extends AfterQuery {
  @ApiPropertyOptional({ description: 'Day as of which the year is seen.', example: '2025-12-31' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'phải là một ngày, dạng YYYY-MM-DD (must be a day)' })
  asOf?: string;

  @ApiPropertyOptional({ description: 'Rule set id. Default: the one in force for the year.' })
  @IsOptional()
  @IsString()
  @MaxLength(80, { message: 'dài nhất 80 ký tự (at most 80 characters)' })
  ruleSet?: string;

  @ApiPropertyOptional({ description: 'A whole rule set to try instead.' })
  @IsOptional()
  @IsObject({ message: 'phải là một bộ tiêu chí (must be a rule set)' })
  tryRuleSet?: Record<string, unknown>;

  @ApiProperty({
    description: 'Assumed events, in the order in which they happen.',
    type: [HypothesisBody],
  })
  @IsArray({ message: 'phải là một danh sách (must be a list)' })
  @ArrayMaxSize(1000, { message: 'nhiều nhất 1000 (at most 1000)' })
  @ValidateNested({ each: true })
  @Type(() => HypothesisBody)
  events!: HypothesisBody[];
}

export class OfficialsWhatIfBody {
  @ApiPropertyOptional({ description: 'Day as of which the year is seen.', example: '2026-06-30' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'phải là một ngày, dạng YYYY-MM-DD (must be a day)' })
  asOf?: string;

  @ApiPropertyOptional({ description: 'Id of rules for officials. Default: ND335.' })
  @IsOptional()
  @IsString()
  @MaxLength(80, { message: 'dài nhất 80 ký tự (at most 80 characters)' })
  ruleSet?: string;

  @ApiPropertyOptional({ description: 'A whole rule set for officials to try instead.' })
  @IsOptional()
  @IsObject({ message: 'phải là một bộ tiêu chí (must be a rule set)' })
  tryRuleSet?: Record<string, unknown>;

  @ApiPropertyOptional({ description: 'Assumed entries about people.', type: [AssumedEntryBody] })
  @IsOptional()
  @IsArray({ message: 'phải là một danh sách (must be a list)' })
  @ArrayMaxSize(1000, { message: 'nhiều nhất 1000 (at most 1000)' })
  @ValidateNested({ each: true })
  @Type(() => AssumedEntryBody)
  entries?: AssumedEntryBody[];

  @ApiPropertyOptional({ description: 'Assumed events of tasks.', type: [HypothesisBody] })
  @IsOptional()
  @IsArray({ message: 'phải là một danh sách (must be a list)' })
  @ArrayMaxSize(1000, { message: 'nhiều nhất 1000 (at most 1000)' })
  @ValidateNested({ each: true })
  @Type(() => HypothesisBody)
  events?: HypothesisBody[];
}
