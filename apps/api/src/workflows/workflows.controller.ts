import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { InvalidInput, type Call } from '@thidua/application';
import { Ask, Execute } from '@thidua/platform';
import type { Request, Response } from 'express';
import { CallOf } from '../http/call.decorator';
import { answerCommand } from '../http/command-answer';
import {
  DrawingQuery,
  MigrateTasksBody,
  PreviewMigrationBody,
  RetireWorkflowBody,
} from './workflow.dto';

/** A definition is sent as the file itself, so that a fault can be told by line and column, or as JSON. */
const FILE_TYPES = ['text/plain', 'application/yaml', 'application/json'] as const;
const FILE = {
  schema: { type: 'string' as const },
  description: 'The definition, YAML or JSON, UTF-8, at most 64 KiB (docs/workflow.schema.json).',
};

const MEDIA_TYPES = { mermaid: 'text/plain', svg: 'image/svg+xml' } as const;

@ApiTags('workflows')
@Controller('v1/workflows')
export class WorkflowsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Every version of every workflow, shipped and published' })
  list() {
    return this.queries.execute(new Ask('workflows', {}));
  }

  @Post('validate')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say what is wrong with a definition; nothing is kept' })
  @ApiConsumes(...FILE_TYPES)
  @ApiBody(FILE)
  validate(@Req() request: Request) {
    return this.queries.execute(new Ask('validateWorkflow', { source: sourceOf(request) }));
  }

  @Post('migrate/preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a migration would do with each task; nothing is written' })
  preview(@Body() { from, to, stateMap }: PreviewMigrationBody) {
    const input = { from, to, stateMap: mapOf(stateMap) };
    return this.queries.execute(new Ask('previewMigration', input));
  }

  @Post('migrate')
  @HttpCode(200)
  @ApiOperation({ summary: 'Move the running tasks of one workflow to another, one event a task' })
  migrate(@Body() { from, to, stateMap, reason }: MigrateTasksBody, @CallOf() call: Call) {
    const input = { from, to, stateMap: mapOf(stateMap), reason };
    return this.commands.execute(new Execute('migrateTasks', input, call));
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Publish a definition as the next version of its workflow' })
  @ApiConsumes(...FILE_TYPES)
  @ApiBody(FILE)
  async publish(
    @Req() request: Request,
    @CallOf() call: Call,
    @Res({ passthrough: true }) response: Response,
  ) {
    const input = { source: sourceOf(request) };
    const outcome = await this.commands.execute(new Execute('publishWorkflow', input, call));
    answerCommand(response, outcome);
    return outcome;
  }

  @Get(':id/versions/:version')
  @ApiOperation({
    summary: 'One version of a workflow with its definition; `latest` for the newest',
  })
  get(@Param('id') id: string, @Param('version') version: string) {
    return this.queries.execute(new Ask('workflow', { workflow: nameOf(id, version) }));
  }

  @Get(':id/versions/:version/drawing')
  @ApiOperation({ summary: 'The workflow as a picture: Mermaid text or SVG' })
  @ApiProduces(MEDIA_TYPES.mermaid, MEDIA_TYPES.svg)
  async draw(
    @Param('id') id: string,
    @Param('version') version: string,
    @Query() { format = 'mermaid', language = 'vi' }: DrawingQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const input = { workflow: nameOf(id, version), format, language };
    const { text } = await this.queries.execute(new Ask('workflowDrawing', input));
    response.type(`${MEDIA_TYPES[format]}; charset=utf-8`);
    return text;
  }

  @Post(':id/versions/:version/retire')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let no new task begin under this version; running tasks go on' })
  async retire(
    @Param('id') id: string,
    @Param('version') version: string,
    @Body() { reason }: RetireWorkflowBody,
    @CallOf() call: Call,
    @Res({ passthrough: true }) response: Response,
  ) {
    const input = { workflow: nameOf(id, version), reason };
    return answerCommand(
      response,
      await this.commands.execute(new Execute('retireWorkflow', input, call)),
    );
  }
}

const nameOf = (id: string, version: string): string =>
  version === 'latest' ? id : `${id}@${version}`;

/** @throws InvalidInput naming the state whose counterpart is no text. */
function mapOf(stateMap: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(stateMap).map(([state, counterpart]) => {
      if (typeof counterpart === 'string') return [state, counterpart];
      throw fault(`stateMap.${state}`, 'phải là tên một trạng thái (must be the name of a state)');
    }),
  );
}

function sourceOf({ body }: Request): Uint8Array | object {
  const sent: unknown = body;
  if (typeof sent === 'object' && sent !== null && Object.keys(sent).length > 0) return sent;
  throw fault(
    'body',
    'phải là chính tệp quy trình, Content-Type: text/plain, application/yaml hoặc application/json (must be the file itself)',
  );
}

const fault = (path: string, message: string): InvalidInput =>
  new InvalidInput([{ path, message }]);
