import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Ask } from '@thidua/platform';
import { UnitYearQuery, YearQuery } from '../http/query.dto';

@ApiTags('performance')
@Controller('v1')
export class PerformanceController {
  constructor(private readonly queries: QueryBus) {}

  @Get('kpis')
  @ApiOperation({
    summary: 'Outcome buckets, both denominators and the indicators of units, as of a day',
  })
  kpis(@Query() query: UnitYearQuery) {
    return this.queries.execute(new Ask('kpis', query));
  }

  @Get('kpis/counts')
  @ApiOperation({
    summary: 'The same as numbers alone, in a time that does not grow with the number of tasks',
  })
  kpiCounts(@Query() query: UnitYearQuery) {
    return this.queries.execute(new Ask('kpiCounts', query));
  }

  @Get('rankings')
  @ApiOperation({ summary: 'Units ranked within their groups, as of a day' })
  rankings(@Query() query: YearQuery) {
    return this.queries.execute(new Ask('ranking', query));
  }

  @Get('rankings/counts')
  @ApiOperation({ summary: 'The same ranking with the numbers it compares and no list of tasks' })
  rankingCounts(@Query() query: YearQuery) {
    return this.queries.execute(new Ask('rankingCounts', query));
  }

  @Get('targets')
  @ApiOperation({ summary: 'Targets of the plans of a year and the values reached, as of a day' })
  targets(@Query() query: YearQuery) {
    return this.queries.execute(new Ask('targets', query));
  }
}
