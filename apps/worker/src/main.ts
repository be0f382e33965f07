import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { openApplication } from '@thidua/application';
import {
  BadEnvironment,
  exitWhenClosed,
  explainFault,
  isQuiet,
  readEnvironment,
  startJobs,
  tell,
} from '@thidua/platform';
import { Logger } from 'nestjs-pino';
import { aliveFile } from './alive/alive-file';
import { keepAlive } from './alive/keep-alive';
import { WorkerModule } from './worker.module';

async function main(): Promise<void> {
  const settings = readEnvironment(process.env);
  if (settings.databaseUrl === null) {
    throw new BadEnvironment(
      'Biến môi trường DATABASE_URL phải được đặt cho tiến trình worker (must be set: without a server the API does this work itself)',
    );
  }
  const application = await openApplication({
    ...settings,
    runBackground: true,
    sampleFolder: null,
    tell,
  });
  try {
    await startJobs(application, settings);
    const worker = await NestFactory.createApplicationContext(
      WorkerModule.with(exitWhenClosed(application), settings),
      { bufferLogs: true, abortOnError: false },
    );
    worker.useLogger(worker.get(Logger));
    worker.enableShutdownHooks();
    const file = aliveFile(process.env);
    application.beforeClose(await keepAlive(() => application.queries.projectionHealth({}), file));
    announce(file);
  } catch (error) {
    await application.close();
    throw error;
  }
}

function announce(file: string): void {
  if (isQuiet()) process.stdout.write(`${JSON.stringify({ ready: true, aliveFile: file })}\n`);
  tell('Thi Đua: tiến trình nền đang chạy (mô hình đọc, giao việc, lịch việc). Dừng bằng Ctrl+C.');
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainFault(error)}\n`);
  process.exit(1);
});
