import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

export class LookBody {
  @ApiPropertyOptional({
    description: 'Calendar day to look on, Asia/Ho_Chi_Minh, today or earlier. Default: now.',
    example: '2025-10-03',
  })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, {
    message: 'phải là một ngày, dạng YYYY-MM-DD (must be a day, YYYY-MM-DD)',
  })
  on?: string;
}
