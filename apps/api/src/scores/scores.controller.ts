import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { InvalidInput, type Call } from '@thidua/application';
import { Ask, Execute } from '@thidua/platform';
import { CallOf } from '../http/call.decorator';
import { OfficialsWhatIfBody, ScoreQuery, WhatIfBody } from './score.dto';

const yearPipe = new ParseIntPipe({
  exceptionFactory: () =>
    new InvalidInput([{ path: 'year', message: 'phải là một năm, ví dụ 2025 (must be a year)' }]),
});

@ApiTags('scores')
@Controller('v1/scores')
export class ScoresController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get(':year')
  @ApiOperation({
    summary: 'The score sheet of the year: the frozen one when there is one, else provisional',
  })
  sheet(@Param('year', yearPipe) year: number, @Query() query: ScoreQuery, @CallOf() call: Call) {
    return this.queries.execute(new Ask('scoreSheet', { asker: call.actor, year, ...query }));
  }

  @Get(':year/units/:unit')
  @ApiOperation({ summary: 'One unit’s score in words, with the events behind every line' })
  explain(
    @Param('year', yearPipe) year: number,
    @Param('unit') unit: string,
    @Query() query: ScoreQuery,
    @CallOf() call: Call,
  ) {
    return this.queries.execute(
      new Ask('scoreExplanation', { asker: call.actor, year, unit, ...query }),
    );
  }

  @Get(':year/people/:person')
  @ApiOperation({
    summary:
      'One official’s year under decree 335/2025: every step with article and events, the way to the next class, fragility',
  })
  official(
    @Param('year', yearPipe) year: number,
    @Param('person') person: string,
    @Query() query: ScoreQuery,
    @CallOf() call: Call,
  ) {
    return this.queries.execute(
      new Ask('officialScore', { asker: call.actor, year, person, ...query }),
    );
  }

  @Get(':year/organisations')
  @ApiOperation({
    summary:
      'Units classed under decree 335/2025, chapter II: every step with article and events, open cases with the conditions that failed',
  })
  organisations(
    @Param('year', yearPipe) year: number,
    @Query() query: ScoreQuery,
    @CallOf() call: Call,
  ) {
    return this.queries.execute(
      new Ask('organisationSheet', { asker: call.actor, year, ...query }),
    );
  }

  @Get(':year/facts')
  @ApiOperation({
    summary: 'What the log says of the officials’ year, as a facts file to score alone',
  })
  facts(@Param('year', yearPipe) year: number, @Query() query: ScoreQuery, @CallOf() call: Call) {
    return this.queries.execute(new Ask('scoreFacts', { asker: call.actor, year, ...query }));
  }

  @Post(':year/freeze')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Freeze the year at the present log position and record the sheet’s hash',
  })
  freeze(@Param('year', yearPipe) year: number, @Query() query: ScoreQuery, @CallOf() call: Call) {
    return this.commands.execute(
      new Execute(
        'freezeScore',
        { year, asOf: query.asOf ?? null, ruleSet: query.ruleSet ?? null },
        call,
      ),
    );
  }

  @Post(':year/people/what-if')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Whom assumed entries, assumed events of tasks or other rules for officials would move; nothing is written',
  })
  officialsWhatIf(
    @Param('year', yearPipe) year: number,
    @Body() body: OfficialsWhatIfBody,
    @CallOf() call: Call,
  ) {
    const { asOf, ruleSet, tryRuleSet, entries = [], events = [] } = body;
    return this.queries.execute(
      new Ask('officialsWhatIf', {
        asker: call.actor,
        year,
        asOf,
        ruleSet,
        tryRuleSet,
        entries,
        events,
      }),
    );
  }

  @Post(':year/what-if')
  @HttpCode(200)
  @ApiOperation({
    summary: 'The sheet under assumed events or another rule set; nothing is written',
  })
  whatIf(@Param('year', yearPipe) year: number, @Body() body: WhatIfBody, @CallOf() call: Call) {
    const { asOf, ruleSet, tryRuleSet, events, after } = body;
    return this.queries.execute(
      new Ask('whatIf', { asker: call.actor, year, asOf, ruleSet, tryRuleSet, events, after }),
    );
  }
}
