import type { Command } from 'commander';
import { wrongUsage } from '../failures/command-failure';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { migrationInWords } from './workflow-in-words';

interface MigrateOptions {
  readonly from: string;
  readonly to: string;
  readonly map?: readonly string[];
  readonly reason?: string;
  readonly dryRun?: boolean;
}

/** `['reported=submitted']` as an object. @throws CommandFailure when a pair is none or a state stands twice. */
export function stateMapOf(pairs: readonly string[]): Record<string, string> {
  const map = new Map<string, string>();
  for (const pair of pairs) {
    const [, from, to] = /^([^=\s]+)=([^=\s]+)$/.exec(pair) ?? [];
    if (from === undefined || to === undefined) {
      throw wrongUsage(`--map phải ghi dạng trạng-thái-cũ=trạng-thái-mới, không phải "${pair}".`);
    }
    if (map.has(from)) throw wrongUsage(`--map ghép trạng thái ${from} hai lần.`);
    map.set(from, to);
  }
  return Object.fromEntries(map);
}

export function addMigrate(workflow: Command, { connect, output, progress }: CommandContext): void {
  workflow
    .command('migrate')
    .description('Chuyển các nhiệm vụ đang chạy sang quy trình hoặc phiên bản khác')
    .requiredOption('--from <quy-trình>', 'quy trình đang theo, ví dụ default@1')
    .requiredOption('--to <quy-trình>', 'quy trình mới, ví dụ default@2')
    .option('--map <cặp...>', 'ghép trạng thái khác tên, dạng cũ=mới')
    .option('--reason <lý-do>', 'vì sao chuyển; cần có khi chuyển thật')
    .option('--dry-run', 'chạy thử: chỉ cho biết từng nhiệm vụ thay đổi ra sao, không ghi gì')
    .addHelpText('after', example('workflow migrate --from default@1 --to default@2 --dry-run'))
    .action(async ({ from, to, map = [], reason, dryRun }: MigrateOptions) => {
      const stateMap = stateMapOf(map);
      if (dryRun !== true && reason === undefined) {
        throw wrongUsage('Chuyển thật cần --reason; muốn xem trước thì thêm --dry-run.');
      }
      await connect(async (api) => {
        progress.says('Đang xem từng nhiệm vụ…');
        const asked = { from, to, stateMap };
        const answer = await (dryRun === true
          ? api.post('/v1/workflows/migrate/preview', asked)
          : api.post('/v1/workflows/migrate', { ...asked, reason }));
        output.show(answer, () => migrationInWords(answer));
      });
    });
}
