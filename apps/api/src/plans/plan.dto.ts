import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { ToNumber } from '../http/query.dto';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MESSAGE = { message: 'phải là một ngày, dạng YYYY-MM-DD (must be a day, YYYY-MM-DD)' };

export class ImportPlanQuery {
  @ApiPropertyOptional({
    description: 'Year of the plan, when its title names none.',
    example: 2025,
  })
  @IsOptional()
  @ToNumber()
  @Min(2000, { message: 'phải từ 2000 (2000 or later)' })
  @Max(2100, { message: 'phải đến 2100 (2100 or earlier)' })
  @IsInt({ message: 'phải là một năm (must be a year)' })
  year?: number;

  @ApiPropertyOptional({ example: 'ke-hoach-2025.txt' })
  @IsOptional()
  @IsString()
  @MaxLength(300, { message: 'dài nhất 300 ký tự (at most 300 characters)' })
  fileName?: string;

  @ApiPropertyOptional({
    description: 'Number of the decision, when it is known.',
    example: '12/QĐ-SCT',
  })
  @IsOptional()
  @IsString()
  @MaxLength(120, { message: 'dài nhất 120 ký tự (at most 120 characters)' })
  number?: string;

  @ApiPropertyOptional({
    description: 'Date of the decision, when it is known.',
    example: '2025-01-10',
  })
  @IsOptional()
  @Matches(DAY, DAY_MESSAGE)
  date?: string;
}

export class IssuePlanBody {
  @ApiPropertyOptional({
    description: 'Number of the decision; may have been given at import.',
    example: '12/QĐ-SCT',
  })
  @IsOptional()
  @IsString()
  @MaxLength(120, { message: 'dài nhất 120 ký tự (at most 120 characters)' })
  number?: string;

  @ApiPropertyOptional({
    description: 'Date of signing, from which the tasks bind.',
    example: '2025-01-10',
  })
  @IsOptional()
  @Matches(DAY, DAY_MESSAGE)
  date?: string;

  @ApiPropertyOptional({ description: 'Who signs.', example: 'cb-001' })
  @IsOptional()
  @IsString()
  @MaxLength(80, { message: 'dài nhất 80 ký tự (at most 80 characters)' })
  signerId?: string;

  @ApiPropertyOptional({
    description: 'Workflow of its tasks; the newest version of the default flow when left out.',
    example: 'two-level',
  })
  @IsOptional()
  @IsString()
  @MaxLength(80, { message: 'dài nhất 80 ký tự (at most 80 characters)' })
  workflow?: string;
}
