import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString } from 'class-validator';

const TEXT = { message: 'phải là nội dung tệp CSV (must be the text of a CSV file)' };

/** The lists of an office, each the text of a CSV file; a list that is left out is not touched. */
export class ImportOrganisationBody {
  @ApiPropertyOptional({
    description: 'Columns unit, name, kind, parent, aliases, validFrom, validUntil.',
  })
  @IsOptional()
  @IsString(TEXT)
  units?: string;

  @ApiPropertyOptional({ description: 'Columns person, name, validFrom, validUntil.' })
  @IsOptional()
  @IsString(TEXT)
  officials?: string;

  @ApiPropertyOptional({
    description:
      'Columns person, unit, post, validFrom, validUntil; all rows of a person are all their posts.',
  })
  @IsOptional()
  @IsString(TEXT)
  posts?: string;

  @ApiPropertyOptional({ description: 'True: say what would change and write nothing.' })
  @IsOptional()
  @IsBoolean({ message: 'phải là true hoặc false (must be true or false)' })
  dryRun?: boolean;
}
