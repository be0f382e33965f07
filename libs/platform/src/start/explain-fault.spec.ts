import { DatabaseUnreachable } from '@thidua/database';
import {
  BadConnectionString,
  KurrentDbRefused,
  KurrentDbUnreachable,
  LogAndRegistryDiffer,
} from '@thidua/event-store';
import { JobQueueUnreachable } from '@thidua/jobs';
import { BadEnvironment } from '../config/environment';
import { explainFault } from './explain-fault';

const systemError = (code: string, port?: number): Error =>
  Object.assign(new Error(`listen ${code}`), { code, ...(port === undefined ? {} : { port }) });

describe('a fault at start', () => {
  it.each<[title: string, error: Error, name: string]>([
    ['a wrong setting', new BadEnvironment('Biến môi trường PORT'), 'Biến môi trường PORT'],
    ['a database', new DatabaseUnreachable('db:5432/x', new Error('refused')), 'db:5432/x'],
    ['a queue', new JobQueueUnreachable('redis:6379', new Error('refused')), 'redis:6379'],
    ['a log', new KurrentDbUnreachable('kdb1:2113', new Error('refused')), 'kdb1:2113'],
    ['a log that refuses', new KurrentDbRefused('kdb1:2113', new Error('no')), 'kdb1:2113'],
    ['a log of others', new LogAndRegistryDiffer('kdb1:2113', 'shorter'), 'kdb1:2113'],
    ['a connection string', new BadConnectionString('phải nêu máy'), 'KurrentDB'],
    ['a port in use', systemError('EADDRINUSE', 3000), 'Cổng 3000'],
    ['a port it may not open', systemError('EACCES', 80), 'cổng 80'],
    ['a foreign address', systemError('EADDRNOTAVAIL', 3000), 'HOST'],
  ])('is one line that names %s', (_title, error, name) => {
    expect(explainFault(error)).toContain(name);
    expect(explainFault(error)).not.toContain('\n');
  });

  it('that nobody foresaw keeps its stack', () => {
    const error = new TypeError('x is not a function');
    expect(explainFault(error)).toContain(error.stack);
    expect(explainFault('odd')).toBe('Không khởi động được (cannot start): odd');
  });

  it('in a file is not mistaken for a port', () => {
    expect(explainFault(systemError('EACCES'))).toContain('cannot start');
  });
});
