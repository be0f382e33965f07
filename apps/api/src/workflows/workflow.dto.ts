import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';

const NAME_MESSAGE = { message: 'dài nhất 80 ký tự (at most 80 characters)' };

export class DrawingQuery {
  @ApiPropertyOptional({ enum: ['mermaid', 'svg'], default: 'mermaid' })
  @IsOptional()
  @IsIn(['mermaid', 'svg'], { message: 'phải là mermaid hoặc svg (must be mermaid or svg)' })
  format?: 'mermaid' | 'svg';

  @ApiPropertyOptional({ enum: ['vi', 'en'], default: 'vi' })
  @IsOptional()
  @IsIn(['vi', 'en'], { message: 'phải là vi hoặc en (must be vi or en)' })
  language?: 'vi' | 'en';
}

const REASON = { description: 'Kept for ever with the event.', example: 'Đã có phiên bản mới' };

export class RetireWorkflowBody {
  @ApiProperty(REASON)
  @IsString({ message: 'phải nêu lý do (a reason is needed)' })
  @IsNotEmpty({ message: 'không được để trống (must not be empty)' })
  @MaxLength(1000, { message: 'dài nhất 1000 ký tự (at most 1000 characters)' })
  reason!: string;
}

export class PreviewMigrationBody {
  @ApiProperty({ description: 'The flow whose tasks move.', example: 'default@1' })
  @IsString({ message: 'phải là tên quy trình, ví dụ default@1 (must name a workflow)' })
  @MaxLength(80, NAME_MESSAGE)
  from!: string;

  @ApiProperty({ description: 'The flow they move to.', example: 'default@2' })
  @IsString({ message: 'phải là tên quy trình, ví dụ default@2 (must name a workflow)' })
  @MaxLength(80, NAME_MESSAGE)
  to!: string;

  @ApiPropertyOptional({
    description: 'State of the new flow by state of the old one, where their names differ.',
    example: { reported: 'submitted' },
    additionalProperties: { type: 'string' },
  })
  @IsOptional()
  @IsObject({ message: 'phải là một đối tượng trạng-thái: trạng-thái (must be an object)' })
  stateMap?: Record<string, string>;
}

export class MigrateTasksBody extends PreviewMigrationBody {
  @ApiProperty(REASON)
  @IsString({ message: 'phải nêu lý do (a reason is needed)' })
  @IsNotEmpty({ message: 'không được để trống (must not be empty)' })
  @MaxLength(1000, { message: 'dài nhất 1000 ký tự (at most 1000 characters)' })
  reason!: string;
}
