import { DatabaseUnreachable, DataFolderInUse, DataFolderUnusable } from '@thidua/database';
import {
  BadConnectionString,
  KurrentDbRefused,
  KurrentDbUnreachable,
  LogAndRegistryDiffer,
} from '@thidua/event-store';
import { JobQueueUnreachable } from '@thidua/jobs';
import { BadEnvironment } from '../config/environment';

/** Faults of the surroundings, whose message is already the one line to show. */
const KNOWN_FAULTS = [
  BadEnvironment,
  DataFolderInUse,
  DataFolderUnusable,
  DatabaseUnreachable,
  JobQueueUnreachable,
  BadConnectionString,
  KurrentDbRefused,
  KurrentDbUnreachable,
  LogAndRegistryDiffer,
];

/** Why a process did not start: one clear line for what the office can put right, the stack for what only we can. */
export function explainFault(error: unknown): string {
  if (!(error instanceof Error)) return `Không khởi động được (cannot start): ${String(error)}`;
  if (KNOWN_FAULTS.some((fault) => error instanceof fault)) return error.message;
  return explainListening(error) ?? unexplained(error);
}

const unexplained = (error: Error): string =>
  `Không khởi động được (cannot start): ${error.stack ?? error.message}`;

/** What the system says when HOST and PORT cannot be listened on; null when it is about something else. */
function explainListening(error: Error): string | null {
  if (!('code' in error)) return null;
  const port = 'port' in error ? String(error.port) : null;
  if (error.code === 'EADDRINUSE' && port !== null) {
    return `Cổng ${port} đã có chương trình khác dùng; đặt biến PORT (với worker: METRICS_PORT) sang cổng khác (port ${port} is in use, set PORT, for a worker METRICS_PORT)`;
  }
  if (error.code === 'EACCES' && port !== null) {
    return `Không được phép mở cổng ${port} (no permission to open port ${port})`;
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return `Biến môi trường HOST không phải là địa chỉ của máy này (HOST is not an address of this machine): ${error.message}`;
  }
  return null;
}
