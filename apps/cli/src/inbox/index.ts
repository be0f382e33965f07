import type { Command } from 'commander';
import { Option } from 'commander';
import { ask, readAnswer } from '../connection';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { countValue } from '../program/option-values';
import { inboxAnswer, inboxInWords } from './inbox-in-words';

interface InboxOptions {
  readonly unread?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
  readonly markRead?: boolean;
}

export function addInboxCommand(program: Command, { connect, output }: CommandContext): void {
  program
    .command('inbox')
    .description('Hộp thông báo của chính người thực hiện (--as): nhắc hạn, việc giao, trả lại…')
    .option('--unread', 'chỉ thông báo chưa xem')
    .addOption(
      new Option('--limit <số>', 'số dòng, tối đa 1000 (mặc định: 100)').argParser(
        countValue('--limit'),
      ),
    )
    .option('--cursor <con-trỏ>', 'xem tiếp từ cuối trang trước')
    .option('--mark-read', 'đánh dấu đã xem những thông báo được liệt kê')
    .addHelpText('after', example('inbox --unread --as cb-001'))
    .action(({ markRead, unread, ...page }: InboxOptions) =>
      connect(async (api) => {
        const answer = await ask(api, '/v1/inbox', { ...page, unread });
        const { person, entries } = readAnswer(inboxAnswer, answer);
        const noticeIds = entries
          .filter(({ readOn }) => readOn === null)
          .map((one) => one.noticeId);
        for (let at = 0; markRead === true && at < noticeIds.length; at += READ_AT_ONCE) {
          const part = noticeIds.slice(at, at + READ_AT_ONCE);
          await api.post(`/v1/inbox/${encodeURIComponent(person)}/read`, { noticeIds: part });
        }
        output.show(answer, () => inboxInWords(answer));
      }),
    );
}

/** As many as one command takes. */
const READ_AT_ONCE = 200;
