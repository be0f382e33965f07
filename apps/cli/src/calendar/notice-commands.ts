import { Option, type Command } from 'commander';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { dayValue } from '../program/option-values';
import { outcomeInWords } from '../vocabulary';
import { noticesInWords } from './calendar-in-words';
import { noticeData, type NoticeOptions } from './notice-data';

export function addNoticeCommands(calendar: Command, context: CommandContext): void {
  const notice = calendar
    .command('notice')
    .description('Thông báo của cấp có thẩm quyền về ngày nghỉ, nghỉ bù, hoán đổi, làm bù');
  addAdd(notice, context);
  addWithdraw(notice, context);
  addList(notice, context);
}

function addAdd(notice: Command, { connect, output }: CommandContext): void {
  notice
    .command('add <mã>')
    .description('Ghi nhận một thông báo; hạn đã đặt trước đó giữ nguyên')
    .requiredOption('--title <chữ>', 'nội dung thông báo')
    .option('--swap <cặp...>', 'hoán đổi, dạng ngày-nghỉ:ngày-làm-bù')
    .option('--off <ngày...>', 'ngày nghỉ lễ, tết')
    .option('--lieu <ngày...>', 'ngày nghỉ bù')
    .option('--work <ngày...>', 'ngày trong tuần đi làm bình thường, trái với dự kiến')
    .option('--document <số>', 'số, ký hiệu văn bản')
    .addOption(new Option('--date <ngày>', 'ngày ban hành văn bản').argParser(dayValue('--date')))
    .option('--reason <chữ>', 'lý do, bắt buộc khi có ngày đã qua')
    .addHelpText(
      'after',
      example(
        'calendar notice add hoan-doi-11-2026 --title "Hoán đổi dịp 24/11" --swap 2026-11-23:2026-11-28',
      ),
    )
    .action(async (noticeId: string, options: NoticeOptions) => {
      const data = noticeData(noticeId, options);
      await connect(async (api) => {
        const answer = await api.post('/v1/calendar/vn/add-calendar-notice', data);
        output.show(answer, () => outcomeInWords(answer));
      });
    });
}

function addWithdraw(notice: Command, { connect, output }: CommandContext): void {
  notice
    .command('withdraw <mã>')
    .description('Rút một thông báo; các ngày trở lại như khi chưa có thông báo')
    .requiredOption('--reason <chữ>', 'lý do')
    .addHelpText(
      'after',
      example('calendar notice withdraw hoan-doi-11-2026 --reason "Mới chỉ là đề xuất"'),
    )
    .action((noticeId: string, { reason }: { readonly reason: string }) =>
      connect(async (api) => {
        const data = { noticeId, reason };
        const answer = await api.post('/v1/calendar/vn/withdraw-calendar-notice', data);
        output.show(answer, () => outcomeInWords(answer));
      }),
    );
}

function addList(notice: Command, { connect, output }: CommandContext): void {
  notice
    .command('list')
    .description('Các thông báo đã ghi nhận, cả thông báo đã rút')
    .addHelpText('after', example('calendar notice list'))
    .action(() =>
      connect(async (api) => {
        const answer = await api.get('/v1/calendar/notices');
        output.show(answer, () => noticesInWords(answer));
      }),
    );
}
