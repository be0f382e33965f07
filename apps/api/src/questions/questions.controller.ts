import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Call } from '@thidua/application';
import { Ask } from '@thidua/platform';
import { CallOf } from '../http/call.decorator';
import { QuestionQuery } from './question.dto';

@ApiTags('questions')
@Controller('v1/questions')
export class QuestionsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'The questions of the year’s end, and what each may be narrowed to' })
  list() {
    return this.queries.execute(new Ask('questions', {}));
  }

  @Get(':question')
  @ApiOperation({
    summary: 'One question by number or name, answered with the events behind every figure',
  })
  answer(@Param('question') question: string, @Query() query: QuestionQuery, @CallOf() call: Call) {
    const asked = { asker: call.actor, question, ...query };
    return this.queries.execute(new Ask('question', asked));
  }
}
