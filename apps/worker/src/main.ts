import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { openApplication, type OpenedApplication } from '@thidua/application';
import {
  BadEnvironment,
  explainFault,
  instrumentsOf,
  isQuiet,
  openProcess,
  PROCESS_HEALTH,
  readEnvironment,
  startJobs,
  stopOnSignals,
  takeReadings,
  tell,
  type ProcessHealth,
  type ProcessParts,
} from '@thidua/platform';
import { Logger } from 'nestjs-pino';
import { aliveFile } from './alive/alive-file';
import { keepAlive } from './alive/keep-alive';
import { openListener, type Listener } from './listener/listener';
import { WorkerModule } from './worker.module';

async function main(): Promise<void> {
  const settings = readEnvironment(process.env);
  if (settings.databaseUrl === null) {
    throw new BadEnvironment(
      'Biến môi trường DATABASE_URL phải được đặt cho tiến trình worker (must be set: without a server the API does this work itself)',
    );
  }
  const parts = await openProcess('worker', settings);
  const application = await openApplication({
    ...settings,
    runBackground: true,
    sampleFolder: null,
    tell,
    instruments: instrumentsOf(parts),
  });
  try {
    const file = aliveFile(process.env);
    const { url } = await work(application, parts, file);
    announce(url, file);
  } catch (error) {
    await application.close();
    throw error;
  }
}

async function work(
  application: OpenedApplication,
  parts: ProcessParts,
  file: string,
): Promise<Listener> {
  const { settings, log, metrics } = parts;
  const jobs = await startJobs(application, settings, log);
  const worker = await NestFactory.createApplicationContext(
    WorkerModule.with(application, { ...parts, jobs }),
    { bufferLogs: true, abortOnError: false },
  );
  worker.useLogger(worker.get(Logger));
  const health = worker.get<ProcessHealth>(PROCESS_HEALTH);
  const scrape = metrics && (() => metrics.text(() => takeReadings(application, jobs)));
  const listener = await openListener({ health, scrape }, settings);
  const sign = { file, url: listener.url };
  application.beforeClose(await keepAlive(() => application.queries.projectionHealth({}), sign));
  stopOnSignals({
    ...parts,
    // The listener goes last: while the batch and the job in flight are finished, it says that the worker is stopping.
    finish: async () => {
      await worker.close();
      await listener.close();
      await parts.tracing?.close();
    },
  });
  return listener;
}

function announce(url: string, file: string): void {
  if (isQuiet()) process.stdout.write(`${JSON.stringify({ ready: true, url, aliveFile: file })}\n`);
  tell(
    `Thi Đua: tiến trình nền đang chạy (mô hình đọc, giao việc, lịch việc), tình trạng: ${url}/health. Dừng bằng Ctrl+C.`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainFault(error)}\n`);
  process.exit(1);
});
