import 'reflect-metadata';
import { openApplication } from '@thidua/application';
import { DatabaseUnreachable, DataFolderInUse, DataFolderUnusable } from '@thidua/database';
import { BadEnvironment, readEnvironment, type Settings } from '@thidua/platform';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createApi } from './create-api';

/** The project's own sample office and plan, beside the build. */
const SAMPLE_FOLDER = join(__dirname, '../../../../examples');

/** Faults of the surroundings: one clear line and a non-zero exit, no stack trace. */
const KNOWN_FAULTS = [BadEnvironment, DataFolderInUse, DataFolderUnusable, DatabaseUnreachable];

async function main(): Promise<void> {
  const settings = readEnvironment(process.env);
  const application = await openApplication({
    ...settings,
    sampleFolder: settings.loadSample ? SAMPLE_FOLDER : null,
    tell,
  });
  try {
    const api = await createApi(application, settings);
    await api.listen(settings.port, settings.host);
    const { port } = api.getHttpServer().address() as AddressInfo;
    const url = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;
    application.announce(url);
    announce(url, settings);
  } catch (error) {
    await application.close();
    throw error;
  }
}

/** Quiet is for programs that start a private server: one line of JSON says when and where it is ready. */
const quiet = process.env['THIDUA_QUIET'] === '1';

function tell(message: string): void {
  if (!quiet) process.stdout.write(`${message}\n`);
}

function announce(url: string, settings: Settings): void {
  if (quiet) {
    process.stdout.write(`${JSON.stringify({ ready: true, url })}\n`);
    return;
  }
  tell(`Thi Đua đang chạy tại ${url} (API: ${url}/docs, tình trạng: ${url}/health)`);
  if (settings.databaseUrl === null) tell(`Dữ liệu ở ${settings.dataDir}. Dừng bằng Ctrl+C.`);
}

function explain(error: unknown): string {
  if (KNOWN_FAULTS.some((fault) => error instanceof fault)) return (error as Error).message;
  if (error instanceof Error && 'code' in error && 'port' in error) {
    const port = String(error.port);
    if (error.code === 'EADDRINUSE') {
      return `Cổng ${port} đã có chương trình khác dùng; đặt biến PORT sang cổng khác (port ${port} is in use, set PORT)`;
    }
    if (error.code === 'EACCES')
      return `Không được phép mở cổng ${port} (no permission to open port ${port})`;
  }
  if (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
  ) {
    return `Biến môi trường HOST không phải là địa chỉ của máy này (HOST is not an address of this machine): ${error.message}`;
  }
  return `Không khởi động được (cannot start): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
