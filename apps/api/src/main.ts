import 'reflect-metadata';
import { openApplication } from '@thidua/application';
import {
  exitWhenClosed,
  explainFault,
  isQuiet,
  readEnvironment,
  startJobs,
  tell,
  type Settings,
} from '@thidua/platform';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createApi } from './create-api';

/** The project's own sample office and plan, beside the build. */
const SAMPLE_FOLDER = join(__dirname, '../../../../examples');

async function main(): Promise<void> {
  const settings = readEnvironment(process.env);
  const application = await openApplication({
    ...settings,
    sampleFolder: settings.loadSample ? SAMPLE_FOLDER : null,
    tell,
  });
  try {
    if (settings.runBackground) await startJobs(application, settings);
    const api = await createApi(exitWhenClosed(application), settings);
    await api.listen(settings.port, settings.host);
    const { port } = api.getHttpServer().address() as AddressInfo;
    const url = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;
    // A private server ends with the command that started it, so nobody else is sent to it.
    if (process.env['THIDUA_PRIVATE'] !== '1') application.announce(url);
    announce(url, settings);
  } catch (error) {
    await application.close();
    throw error;
  }
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
