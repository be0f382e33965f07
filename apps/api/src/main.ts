import 'reflect-metadata';
import { openApplication, type OpenedApplication } from '@thidua/application';
import {
  drainServer,
  explainFault,
  instrumentsOf,
  isPrivate,
  isQuiet,
  openProcess,
  readEnvironment,
  startJobs,
  stopOnSignals,
  tell,
  type ProcessParts,
  type Settings,
} from '@thidua/platform';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createApi } from './create-api';

/** The project's own sample office and plan, beside the build. */
const SAMPLE_FOLDER = join(__dirname, '../../../../examples');

/** Share of the time for an orderly stop that belongs to requests in flight; the rest is for what stands behind them. */
const DRAIN_SHARE = 0.6;

async function main(): Promise<void> {
  const settings = readEnvironment(process.env);
  const parts = await openProcess('api', settings);
  const application = await openApplication({
    ...settings,
    sampleFolder: settings.loadSample ? SAMPLE_FOLDER : null,
    tell,
    instruments: instrumentsOf(parts),
  });
  try {
    const api = await serve(application, parts);
    const { port } = api.getHttpServer().address() as AddressInfo;
    const url = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;
    // A private server ends with the command that started it, so nobody else is sent to it.
    if (!isPrivate()) application.announce(url);
    announce(url, settings);
  } catch (error) {
    await application.close();
    throw error;
  }
}

async function serve(
  application: OpenedApplication,
  parts: ProcessParts,
): Promise<NestExpressApplication> {
  const { settings, log } = parts;
  const jobs = settings.runBackground ? await startJobs(application, settings, log) : null;
  const api = await createApi(application, settings, { ...parts, jobs });
  await api.listen(settings.port, settings.host);
  stopOnSignals({
    ...parts,
    finish: async () => {
      await drainServer(api.getHttpServer(), settings.shutdownTimeoutMs * DRAIN_SHARE);
      await api.close();
      await parts.tracing?.close();
    },
  });
  return api;
}

function announce(url: string, settings: Settings): void {
  if (isQuiet()) {
    process.stdout.write(`${JSON.stringify({ ready: true, url })}\n`);
    return;
  }
  tell(`Thi Đua đang chạy tại ${url} (API: ${url}/docs, tình trạng: ${url}/health)`);
  if (settings.databaseUrl === null) tell(`Dữ liệu ở ${settings.dataDir}. Dừng bằng Ctrl+C.`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainFault(error)}\n`);
  process.exit(1);
});
