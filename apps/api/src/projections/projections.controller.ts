import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Ask } from '@thidua/platform';

@ApiTags('projections')
@Controller('v1/projections')
export class ProjectionsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'How far each read model has come, and what is parked' })
  health() {
    return this.queries.execute(new Ask('projectionHealth', {}));
  }

  @Post('check')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Rebuild every read model beside the live one and compare their contents',
  })
  check() {
    return this.queries.execute(new Ask('projectionCheck', {}));
  }
}
