import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, Matches } from 'class-validator';
import { PageQuery } from '../http/query.dto';

export class InboxQuery extends PageQuery {
  @ApiPropertyOptional({
    description: 'Whose inbox: the caller’s own (X-Actor-Id), also when it is left out.',
  })
  @IsOptional()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, {
    message: 'phải là mã cán bộ (must be the id of a person)',
  })
  person?: string;

  @ApiPropertyOptional({ description: 'True: only what was not read yet.', type: Boolean })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  )
  @IsBoolean({ message: 'phải là true hoặc false (must be true or false)' })
  unread?: boolean;
}
