import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

const NUMBER_MAX = 2_147_483_647;
const IS_INT = { message: 'phải là số nguyên (must be a whole number)' };
const AT_LEAST_ONE = { message: 'phải từ 1 (1 or more)' };
const NOT_SO_LARGE = { message: 'lớn quá (too large)' };
const KEY_MAX = 500;
const REASON_MAX = 1000;

const Trimmed = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class RebuildBody {
  @ApiPropertyOptional({
    description:
      'The live generation that is to be replaced: sent again, the request then finds its work done.',
    example: 1,
  })
  @IsOptional()
  @Min(1, AT_LEAST_ONE)
  @Max(NUMBER_MAX, NOT_SO_LARGE)
  @IsInt(IS_INT)
  replaces?: number;
}

export class RollBackBody {
  @ApiProperty({ description: 'The kept generation that is to be read again.', example: 1 })
  @Min(1, AT_LEAST_ONE)
  @Max(NUMBER_MAX, NOT_SO_LARGE)
  @IsInt(IS_INT)
  generation!: number;
}

export class DropBody extends RollBackBody {
  @ApiPropertyOptional({
    description: 'Version of the read model. Default: that of the running code.',
    example: 1,
  })
  @IsOptional()
  @Min(1, AT_LEAST_ONE)
  @Max(NUMBER_MAX, NOT_SO_LARGE)
  @IsInt(IS_INT)
  version?: number;
}

export class RetryBody {
  @ApiProperty({ description: 'The row whose parked events are folded again.' })
  @MaxLength(KEY_MAX, { message: `dài nhất ${KEY_MAX} ký tự (at most ${KEY_MAX} characters)` })
  @IsNotEmpty({ message: 'không được để trống (must not be empty)' })
  @IsString({ message: 'phải là chữ (must be text)' })
  key!: string;
}

export class SkipBody {
  @ApiPropertyOptional({
    description:
      'Log position of the event. Default: the one the read model stands at, or all that is parked for the key.',
    example: '120',
  })
  @IsOptional()
  @Matches(/^\d{1,19}$/, {
    message: 'phải là vị trí trong nhật ký, một số nguyên (must be a log position)',
  })
  position?: string;

  @ApiPropertyOptional({
    description: 'The row for which parked events are skipped. Without it a halt is meant.',
  })
  @IsOptional()
  @MaxLength(KEY_MAX, { message: `dài nhất ${KEY_MAX} ký tự (at most ${KEY_MAX} characters)` })
  @IsNotEmpty({ message: 'không được để trống (must not be empty)' })
  @IsString({ message: 'phải là chữ (must be text)' })
  key?: string;

  @ApiProperty({ description: 'Why, in words that will be read years later.' })
  @Trimmed()
  @MaxLength(REASON_MAX, {
    message: `dài nhất ${REASON_MAX} ký tự (at most ${REASON_MAX} characters)`,
  })
  @IsNotEmpty({ message: 'phải nêu lý do (a reason is needed)' })
  @IsString({ message: 'phải là chữ (must be text)' })
  reason!: string;
}
