import { ApiPropertyOptional, ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { ToNumber } from '../http/query.dto';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MESSAGE = { message: 'phải là một ngày, dạng YYYY-MM-DD (must be a day, YYYY-MM-DD)' };

export class CalendarYearParam {
  @ApiProperty({ example: 2026 })
  @ToNumber()
  @Min(2000, { message: 'phải từ 2000 (2000 or later)' })
  @Max(2100, { message: 'phải đến 2100 (2100 or earlier)' })
  @IsInt({ message: 'phải là một năm, ví dụ 2026 (must be a year)' })
  year!: number;
}

export class WorkingDaysQuery {
  @ApiProperty({
    description: 'The day counted from; it is not counted itself.',
    example: '2026-08-28',
  })
  @Matches(DAY, DAY_MESSAGE)
  from!: string;

  @ApiPropertyOptional({
    description: 'So many days later; instead of `to`. 1 to 731.',
    example: 7,
  })
  @IsOptional()
  @ToNumber()
  @IsInt({ message: 'phải là số nguyên (must be a whole number)' })
  days?: number;

  @ApiPropertyOptional({ description: 'Up to and including this day; instead of `days`.' })
  @IsOptional()
  @Matches(DAY, DAY_MESSAGE)
  to?: string;

  @ApiPropertyOptional({ enum: ['working', 'calendar'], description: 'Default: working.' })
  @IsOptional()
  @IsIn(['working', 'calendar'], {
    message: 'phải là working hoặc calendar (must be working or calendar)',
  })
  unit?: string;
}
