import { Option, type Command } from 'commander';
import { PLAN_FILE_BYTES_MAX } from '@thidua/plan-import';
import { ask } from '../connection';
import { readInputFile } from '../files/read-input-file';
import type { CommandContext } from '../program/command-context';
import { example, ofYear } from '../program/command-options';
import { dayValue } from '../program/option-values';
import { importInWords, importPlanFile, type ImportOptions } from './plan-import';
import { issueInWords, issuePlan, type IssueOptions } from './plan-issue';
import { draftInWords, forPrograms, parsePlanFile } from './plan-parse';
import { planInWords, planListInWords } from './plan-in-words';

export function addPlanCommands(program: Command, context: CommandContext): void {
  const plan = program.command('plan').description('Kế hoạch: đọc tệp, nhập, ban hành, xem');
  addParse(plan, context);
  addImport(plan, context);
  addIssue(plan, context);
  addList(plan, context);
  addShow(plan, context);
}

const signedOn = (): Option =>
  new Option('--date <ngày>', 'ngày ký, YYYY-MM-DD').argParser(dayValue('--date'));

function addParse(plan: Command, { output, folder }: CommandContext): void {
  plan
    .command('parse <tệp>')
    .description('Đọc thử một tệp kế hoạch (.txt), không ghi gì')
    .addOption(ofYear('năm của kế hoạch, khi tên kế hoạch không ghi'))
    .addHelpText('after', example('plan parse examples/plans/ke-hoach-mau-2025.txt --json'))
    .action(async (path: string, { year }: { readonly year?: number }) => {
      const file = await readInputFile(path, { folder, byteCountMax: PLAN_FILE_BYTES_MAX });
      const draft = parsePlanFile(file, year);
      output.show(forPrograms(draft), () => draftInWords(draft));
    });
}

function addImport(plan: Command, { connect, output, progress, folder }: CommandContext): void {
  plan
    .command('import <tệp>')
    .description('Nhập kế hoạch thành dự thảo; chưa ràng buộc ai cho đến khi ban hành')
    .option('--number <số>', 'số ký hiệu của quyết định, ví dụ 12/QĐ-SCT')
    .addOption(signedOn())
    .addOption(ofYear('năm của kế hoạch, khi tên kế hoạch không ghi'))
    .addHelpText('after', example('plan import ke-hoach.txt --number 12/QĐ-SCT --date 2025-01-10'))
    .action(async (path: string, options: ImportOptions) => {
      const file = await readInputFile(path, { folder, byteCountMax: PLAN_FILE_BYTES_MAX });
      // A file that is no plan is refused here, with its path, before a server is started for it.
      parsePlanFile(file, options.year);
      await connect(async (api) => {
        progress.says('Đang nhập kế hoạch…');
        const answer = await importPlanFile(api, file, options);
        output.show(answer, () => importInWords(answer));
      });
    });
}

function addIssue(plan: Command, { connect, output, progress }: CommandContext): void {
  plan
    .command('issue [kế-hoạch]')
    .description('Ban hành kế hoạch: nhiệm vụ được giao và ràng buộc từ ngày ký')
    .option('--number <số>', 'số ký hiệu của quyết định (nếu lúc nhập chưa có)')
    .addOption(signedOn())
    .option('--signer <cán-bộ>', 'mã người ký')
    .option(
      '--workflow <quy-trình>',
      'quy trình của các nhiệm vụ, ví dụ two-level (mặc định: default)',
    )
    .addHelpText(
      'after',
      `${example('plan issue --number 12/QĐ-SCT --date 2025-01-10')}\nKhông cần ghi mã kế hoạch khi chỉ có một dự thảo.`,
    )
    .action((planId: string | undefined, options: IssueOptions) =>
      connect(async (api) => {
        progress.says('Đang ban hành và giao nhiệm vụ…');
        const answer = await issuePlan(api, planId, options);
        output.show(answer, () => issueInWords(answer));
      }),
    );
}

function addList(plan: Command, { connect, output }: CommandContext): void {
  plan
    .command('list')
    .description('Các kế hoạch, cả dự thảo')
    .addHelpText('after', example('plan list'))
    .action(() =>
      connect(async (api) => {
        const answer = await ask(api, '/v1/plans');
        output.show(answer, () => planListInWords(answer));
      }),
    );
}

function addShow(plan: Command, { connect, output }: CommandContext): void {
  plan
    .command('show <kế-hoạch>')
    .description('Một kế hoạch với nhiệm vụ, chỉ tiêu và điểm cần xem lại')
    .addHelpText('after', example('plan show 3f2a9c01b7de'))
    .action((planId: string) =>
      connect(async (api) => {
        const answer = await ask(api, `/v1/plans/${encodeURIComponent(planId)}`);
        output.show(answer, () => planInWords(answer));
      }),
    );
}
