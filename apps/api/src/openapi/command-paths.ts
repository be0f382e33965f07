import { openVocabularies } from '@thidua/application';
import { z } from 'zod';
import type { OpenAPIObject } from '@nestjs/swagger';
import { segmentOf } from '../http/command-answer';

type Paths = OpenAPIObject['paths'];
type Operation = NonNullable<Paths[string]['post']>;
type Parameter = NonNullable<Operation['parameters']>[number];
type Schema = Record<string, unknown>;

/** Headers that surround every command. */
const HEADERS: readonly (readonly [name: string, description: string])[] = [
  ['X-Actor-Id', 'Person of the directory who acts; without it the calling service does.'],
  ['X-On-Behalf-Of', 'Person for whom a deputy acts.'],
  ['Idempotency-Key', 'A retry under the same key gets the first answer.'],
  ['If-Match', 'Quoted revision the caller saw; 412 when it is stale.'],
  ['X-Occurred-At', 'When it happened, RFC 3339 with an offset; now when absent.'],
];

/** One operation for each command of the vocabularies, with its body as JSON Schema 2020-12, which OpenAPI 3.1 speaks. */
export function commandPaths(): Paths {
  const paths: Paths = {};
  for (const { tag, path, parameter, commands } of openVocabularies) {
    for (const [name, definition] of Object.entries(commands)) {
      paths[`${path}/${segmentOf(name)}`] = {
        post: {
          tags: [tag],
          operationId: name,
          summary: definition.says,
          description: `${definition.vi}. Records: ${definition.records.join(', ')}.`,
          parameters: [
            { name: parameter, in: 'path', required: true, schema: { type: 'string' } },
            ...HEADERS.map(([header, description]): Parameter => ({
              name: header,
              in: 'header',
              required: false,
              description,
              schema: { type: 'string' },
            })),
          ],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: bodySchema(definition.data) } },
          },
          responses: { 200: { description: 'What the command wrote, the same for every retry.' } },
        },
      };
    }
  }
  return paths;
}

function bodySchema(schema: z.ZodType): Schema {
  const { $schema: _dialect, ...body } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  });
  return body;
}
