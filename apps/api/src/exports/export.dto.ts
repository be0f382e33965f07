import { ApiPropertyOptional } from '@nestjs/swagger';
import { UBND_PERIODS, UBND_WINDOWS } from '@thidua/reporting';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { AfterQuery } from '../http/query.dto';
import { ScoreQuery } from '../scores/score.dto';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MESSAGE = { message: 'phải là một ngày, dạng YYYY-MM-DD (must be a day)' };

export class ScoreExportQuery extends ScoreQuery {
  @ApiPropertyOptional({ description: 'Day of the paper. Default: left blank in it.' })
  @IsOptional()
  @Matches(DAY, DAY_MESSAGE)
  date?: string;
}

export class EvaluationExportQuery {
  @ApiPropertyOptional({ description: 'Day of the paper. Default: left blank in it.' })
  @IsOptional()
  @Matches(DAY, DAY_MESSAGE)
  date?: string;

  @ApiPropertyOptional({
    description: 'For a form: this person alone. Default: everybody’s, in a zip.',
  })
  @IsOptional()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, {
    message: 'phải là mã cán bộ (must be the id of a person)',
  })
  person?: string;

  @ApiPropertyOptional({ description: 'For form 01: month or quarter.', example: '2026-03' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/, {
    message: 'phải là tháng 2026-03 hoặc quý 2026-Q1 (must be a month or a quarter)',
  })
  period?: string;
}

export class UbndQuery extends AfterQuery {
  @ApiPropertyOptional({
    description: 'A day in the period. Default: today.',
    example: '2025-10-14',
  })
  @IsOptional()
  @Matches(DAY, DAY_MESSAGE)
  on?: string;

  @ApiPropertyOptional({ enum: UBND_PERIODS, description: 'Default: month.' })
  @IsOptional()
  @IsIn(UBND_PERIODS, {
    message: `phải là một trong ${UBND_PERIODS.join(', ')} (must be one of these)`,
  })
  period?: string;

  @ApiPropertyOptional({
    enum: UBND_WINDOWS,
    description: 'From the 15th to the 14th (decree 09/2019, article 12), or whole months.',
  })
  @IsOptional()
  @IsIn(UBND_WINDOWS, {
    message: `phải là một trong ${UBND_WINDOWS.join(', ')} (must be one of these)`,
  })
  window?: string;
}
