import { Option, type Command } from 'commander';
import { ask } from '../connection';
import type { CommandContext } from '../program/command-context';
import { example, ofYear } from '../program/command-options';
import { countValue, dayValue } from '../program/option-values';

import {
  addVocabulary,
  commandData,
  outcomeInWords,
  requireCommand,
  TASK_VOCABULARY,
} from '../vocabulary';
import { addressOf, whenBoardIsUpToDate } from './task-address';
import { addDeadline } from './task-deadline';
import { chainInWords, taskInWords, taskListInWords } from './task-in-words';

export function addTaskCommands(program: Command, context: CommandContext): void {
  const task = program
    .command('task')
    .description('Nhiệm vụ: danh sách, chi tiết, ghi việc đã làm');
  addList(task, context);
  addShow(task, context);
  addDeadline(task, context);
  addChain(task, context);
  addDo(task, context);
  addVocabulary(task, context, { vocabulary: TASK_VOCABULARY, usedBy: 'task do' });
}

interface ListOptions {
  readonly unit?: string;
  readonly plan?: string;
  readonly year?: number;
  readonly state?: string;
  readonly text?: string;
  readonly overdueOn?: string;
  readonly open?: boolean;
  readonly closed?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
}

function addList(task: Command, { connect, output }: CommandContext): void {
  task
    .command('list')
    .description('Danh sách nhiệm vụ')
    .option('--unit <đơn-vị>', 'đơn vị chủ trì: mã, tên hoặc tên tắt')
    .option('--plan <kế-hoạch>', 'mã kế hoạch')
    .addOption(ofYear('năm của kế hoạch'))
    .option('--state <trạng-thái>', 'trạng thái trong quy trình, ví dụ inProgress')
    .option('--text <chữ>', 'có chữ này trong tên nhiệm vụ')
    .addOption(
      new Option('--overdue-on <ngày>', 'quá hạn vào ngày YYYY-MM-DD').argParser(
        dayValue('--overdue-on'),
      ),
    )
    .option('--open', 'chỉ nhiệm vụ còn phải làm')
    .addOption(new Option('--closed', 'chỉ nhiệm vụ đã kết thúc').conflicts('open'))
    .addOption(
      new Option('--limit <số>', 'số dòng, tối đa 1000 (mặc định: 100)').argParser(
        countValue('--limit'),
      ),
    )
    .option('--cursor <con-trỏ>', 'xem tiếp từ cuối trang trước')
    .addHelpText('after', example('task list --unit qltm --overdue-on 2025-12-31'))
    .action(({ open, closed, ...filter }: ListOptions) =>
      connect(async (api) => {
        const isOpen = open === true ? true : closed === true ? false : undefined;
        const answer = await ask(api, '/v1/tasks', { ...filter, open: isOpen });
        output.show(answer, () => taskListInWords(answer));
      }),
    );
}

function addShow(task: Command, { connect, output }: CommandContext): void {
  task
    .command('show <nhiệm-vụ>')
    .description('Một nhiệm vụ: theo mã, hoặc theo số nếu chỉ một kế hoạch có số đó')
    .addHelpText('after', example('task show 3.3.a'))
    .action((name: string) =>
      connect(async (api) => {
        const answer = await api.get(addressOf(name), await whenBoardIsUpToDate(api));
        output.show(answer, () => taskInWords(answer));
      }),
    );
}

function addChain(task: Command, { connect, output }: CommandContext): void {
  task
    .command('chain <nhiệm-vụ>')
    .description('Cùng một việc qua các năm: tiếp nối từ đâu, chuyển tiếp thành gì')
    .addHelpText('after', example('task chain 3.3.a'))
    .action((name: string) =>
      connect(async (api) => {
        const address = `${addressOf(name)}/chain`;
        const answer = await api.get(address, await whenBoardIsUpToDate(api));
        output.show(answer, () => chainInWords(answer));
      }),
    );
}

interface DoOptions {
  readonly data?: string;
  readonly set?: readonly string[];
  readonly ifRevision?: string;
}

function addDo(task: Command, { connect, output }: CommandContext): void {
  task
    .command('do <nhiệm-vụ> <lệnh>')
    .description('Ghi một việc vào nhiệm vụ (xem các lệnh: task commands)')
    .option('--data <json>', 'nội dung, một đối tượng JSON')
    .option('--set <cặp...>', 'từng trường của nội dung, dạng trường=giá-trị')
    .option('--if-revision <bản>', 'chỉ ghi khi nhiệm vụ còn ở bản đã xem')
    .addHelpText(
      'after',
      example(
        'task do 3.3.a report-progress --set period=2025-10 text="Đã xong dự thảo" percent=60',
      ),
    )
    .action(async (name: string, command: string, { ifRevision, ...given }: DoOptions) => {
      const segment = requireCommand(TASK_VOCABULARY, command);
      const data = commandData(TASK_VOCABULARY, segment, given);
      await connect(async (api) => {
        await whenBoardIsUpToDate(api);
        const headers = ifRevision === undefined ? {} : { 'If-Match': `"${ifRevision}"` };
        const answer = await api.post(`${addressOf(name)}/${segment}`, data, headers);
        output.show(answer, () => outcomeInWords(answer));
      });
    });
}
