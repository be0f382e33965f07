import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Call } from '@thidua/application';
import { Ask, Execute } from '@thidua/platform';
import { CallOf } from '../http/call.decorator';
import { DropBody, RebuildBody, RetryBody, RollBackBody, SkipBody } from './projection.dto';

@ApiTags('projections')
@Controller('v1/projections')
export class ProjectionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'How far each read model has come, who feeds it, its generations, what is parked',
  })
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

  @Get(':name/parked')
  @ApiOperation({ summary: 'Events set aside for a key, in the order of the log' })
  parked(@Param('name') name: string) {
    return this.queries.execute(new Ask('projectionParked', { name }));
  }

  @Get(':name/skipped')
  @ApiOperation({ summary: 'Events passed over on record: who, when, why' })
  skipped(@Param('name') name: string) {
    return this.queries.execute(new Ask('projectionSkipped', { name }));
  }

  @Post(':name/rebuild')
  @HttpCode(200)
  @ApiOperation({ summary: 'Build a new generation beside the live one and switch to it' })
  rebuild(@Param('name') name: string, @Body() { replaces }: RebuildBody, @CallOf() call: Call) {
    return this.commands.execute(new Execute('rebuildProjection', { name, replaces }, call));
  }

  @Post(':name/rollback')
  @HttpCode(200)
  @ApiOperation({ summary: 'Switch back to a kept generation, after it has caught up' })
  rollBack(
    @Param('name') name: string,
    @Body() { generation }: RollBackBody,
    @CallOf() call: Call,
  ) {
    return this.commands.execute(new Execute('rollBackProjection', { name, generation }, call));
  }

  @Post(':name/drop')
  @HttpCode(200)
  @ApiOperation({ summary: 'Drop a generation that nobody reads any more' })
  drop(@Param('name') name: string, @Body() body: DropBody, @CallOf() call: Call) {
    const { generation, version } = body;
    return this.commands.execute(
      new Execute('dropProjection', { name, generation, version }, call),
    );
  }

  @Post(':name/resume')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let a halted read model try its event again' })
  resume(@Param('name') name: string, @CallOf() call: Call) {
    return this.commands.execute(new Execute('resumeProjection', { name }, call));
  }

  @Post(':name/retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Fold what is parked for a key again' })
  retry(@Param('name') name: string, @Body() { key }: RetryBody, @CallOf() call: Call) {
    return this.commands.execute(new Execute('retryProjection', { name, key }, call));
  }

  @Post(':name/skip')
  @HttpCode(200)
  @ApiOperation({ summary: 'Pass over an event that stands in the way, on record' })
  skip(@Param('name') name: string, @Body() body: SkipBody, @CallOf() call: Call) {
    const { position, key, reason } = body;
    return this.commands.execute(
      new Execute('skipInProjection', { name, position, key, reason }, call),
    );
  }
}
