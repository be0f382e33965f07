import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsObject, Max, Min } from 'class-validator';

export class OpenCriteriaSheetBody {
  @ApiProperty({ example: 2026 })
  @Min(2000, { message: 'phải từ 2000 (2000 or later)' })
  @Max(2100, { message: 'phải đến 2100 (2100 or earlier)' })
  @IsInt({ message: 'phải là một năm (must be a year)' })
  year!: number;

  @ApiProperty({ description: 'A rule set with subject REFORM_SHEET (docs/rule-sets.md).' })
  @IsObject({ message: 'phải là bộ quy tắc REFORM_SHEET (must be a rule set)' })
  ruleSet!: object;
}
