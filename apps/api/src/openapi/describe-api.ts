import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { commandPaths } from './command-paths';
import { problemSchema } from './problem-schema';

/** The OpenAPI 3.1 document, made from the controllers and from the command vocabularies. */
export function openApiDocument(api: NestExpressApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Thi Đua')
    .setDescription(
      'Kế hoạch, nhiệm vụ, kết quả, điểm thi đua và dấu vết kiểm toán. Mọi câu trả lời khác 2xx là application/problem+json (RFC 9457).',
    )
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(api, config);
  document.paths = { ...document.paths, ...commandPaths() };
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema },
  };
  return withProblemResponses(document);
}

/** Serves the document at /openapi.json and a page at /docs, both from this machine alone. */
export function describeApi(api: NestExpressApplication): void {
  SwaggerModule.setup('docs', api, () => openApiDocument(api), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Thi Đua: API',
  });
}

/** Every operation may be refused in the same form. */
function withProblemResponses(document: OpenAPIObject): OpenAPIObject {
  for (const item of Object.values(document.paths)) {
    for (const operation of [item.get, item.post, item.put, item.delete]) {
      if (operation === undefined) continue;
      operation.responses['default'] = {
        description: 'A refusal (RFC 9457)',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      };
    }
  }
  return document;
}
