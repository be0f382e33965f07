import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Query strings are text; a number that is none stays text so that the validator can name it. */
export const ToNumber = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value,
  );

/** Read-your-writes: the answer waits until it holds this position, at most a few seconds. */
export class AfterQuery {
  @ApiPropertyOptional({
    description: 'Answer at this log position or later (bounded wait).',
    example: '120',
  })
  @IsOptional()
  @Matches(/^\d{1,19}$/, {
    message: 'phải là vị trí trong nhật ký, một số nguyên (must be a log position)',
  })
  after?: string;
}

/** A question about a year, seen as of a day. */
export class YearQuery extends AfterQuery {
  @ApiPropertyOptional({
    description: 'Year of the plans. Default: the year of asOf.',
    example: 2025,
  })
  @IsOptional()
  @ToNumber()
  @Min(2000, { message: 'phải từ 2000 (2000 or later)' })
  @Max(2100, { message: 'phải đến 2100 (2100 or earlier)' })
  @IsInt({ message: 'phải là một năm, ví dụ 2025 (must be a year)' })
  year?: number;

  @ApiPropertyOptional({
    description: 'Calendar day, Asia/Ho_Chi_Minh. Default: today.',
    example: '2025-12-31',
  })
  @IsOptional()
  @Matches(DAY, { message: 'phải là một ngày, dạng YYYY-MM-DD (must be a day, YYYY-MM-DD)' })
  asOf?: string;

  @ApiPropertyOptional({
    description:
      'What was known then: RFC 3339 time with an offset. Default: all that is recorded.',
    example: '2025-12-15T17:00:00+07:00',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40, { message: 'dài quá (too long)' })
  knownAt?: string;
}

export class UnitYearQuery extends YearQuery {
  @ApiPropertyOptional({
    description: 'Unit id, name or alias. Default: every unit.',
    example: 'qltm',
  })
  @IsOptional()
  @IsString()
  @MaxLength(300, { message: 'dài nhất 300 ký tự (at most 300 characters)' })
  unit?: string;
}

export class PageQuery extends AfterQuery {
  @ApiPropertyOptional({ description: 'Where the last page ended (its `next`).' })
  @IsOptional()
  @IsString()
  @MaxLength(200, { message: 'dài quá (too long)' })
  cursor?: string;

  @ApiPropertyOptional({ description: 'At most this many, 1 to 1000.', example: 100 })
  @IsOptional()
  @ToNumber()
  @Min(1, { message: 'phải từ 1 (1 or more)' })
  @Max(1000, { message: 'phải đến 1000 (1000 or less)' })
  @IsInt({ message: 'phải là số nguyên (must be a whole number)' })
  limit?: number;
}
