import { openOn, type OpenedApplication } from '@thidua/application';
import { openTestDatabase, type TestDatabase } from '@thidua/database/testing';
import { readEnvironment } from '@thidua/platform';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import request from 'supertest';
import { createApi } from '../../apps/api/src/create-api';

export const EXAMPLES = resolve(__dirname, '../../examples');
export const OFFICE: unknown = JSON.parse(
  readFileSync(join(EXAMPLES, 'office/sample-office.json'), 'utf8'),
);
export const PLAN = readFileSync(join(EXAMPLES, 'plans/ke-hoach-mau-2025.txt'));

/** People of the sample office: the head of the Office, a clerk, the director, a deputy, a head of a division. */
export const PEOPLE = {
  office: 'cb-004',
  clerk: 'cb-006',
  director: 'cb-001',
  deputy: 'cb-002',
} as const;

/** The whole product in this process on a database of its own, reached as a client reaches it. */
export interface ApiUnderTest {
  readonly database: TestDatabase;
  readonly application: OpenedApplication;
  readonly http: ReturnType<typeof request>;
  head(): Promise<string>;
  close(): Promise<void>;
}

export async function openApi(
  kind: TestDatabase['kind'],
  options: { readonly sample?: boolean; readonly environment?: NodeJS.ProcessEnv } = {},
): Promise<ApiUnderTest> {
  const database = await openTestDatabase(kind);
  const application = await openOn(database, {
    runBackground: true,
    sampleFolder: options.sample === false ? null : EXAMPLES,
    tell: () => undefined,
  });
  const settings = readEnvironment({ LOG_LEVEL: 'silent', ...options.environment });
  const api: NestExpressApplication = await createApi(application, settings);
  await api.listen(0, '127.0.0.1');
  const http = request(api.getHttpServer());
  return {
    database,
    application,
    http,
    head: async () => (await application.queries.health({})).head,
    close: () => api.close(),
  };
}
