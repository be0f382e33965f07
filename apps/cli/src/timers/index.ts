import { Option, type Command } from 'commander';
import { upToDate } from '../connection';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { dayValue } from '../program/option-values';
import { lookInWords, upcomingInWords } from './timers-in-words';

export function addTimerCommands(program: Command, { connect, output, progress }: CommandContext) {
  const timers = program
    .command('timers')
    .description('Bộ hẹn giờ: nhắc hạn, báo cáo vượt cấp, kỳ báo cáo');
  timers
    .command('look')
    .description('Xem việc gì đến lượt nhắc và nhắc ngay; chạy lại không nhắc hai lần')
    .addOption(
      new Option('--on <ngày>', 'xét theo ngày YYYY-MM-DD đã qua (mặc định: hôm nay)').argParser(
        dayValue('--on'),
      ),
    )
    .addHelpText('after', example('timers look --on 2025-10-03'))
    .action(({ on }: { readonly on?: string }) =>
      connect(async (api) => {
        progress.says('Đang xét…');
        const answer = await api.post('/v1/timers/look', { on });
        output.show(answer, () => lookInWords(answer));
      }),
    );
  timers
    .command('upcoming')
    .description('Bộ hẹn giờ sẽ làm gì với một nhiệm vụ trong ba tháng tới')
    .requiredOption('--task <nhiệm-vụ>', 'mã hoặc số nhiệm vụ')
    .addHelpText('after', example('timers upcoming --task 3.3.a'))
    .action(({ task }: { readonly task: string }) =>
      connect(async (api) => {
        const path = `/v1/tasks/${encodeURIComponent(task)}/timers`;
        const answer = await api.get(path, await upToDate(api));
        output.show(answer, () => upcomingInWords(answer));
      }),
    );
}
