import { Command, Help } from 'commander';
import { addAuditCommand } from '../audit';
import { addCalendarCommands } from '../calendar';
import { addEvaluationCommands } from '../evaluations';
import { addInboxCommand } from '../inbox';
import { addBriefingCommands } from '../briefings';
import { addOrganisationCommands } from '../organisation';
import { addPerformanceCommands } from '../performance';
import { addPlanCommands } from '../plans';
import { addProjectionCommands } from '../projections';
import { addQuestionCommand } from '../questions';
import { addReportCommands } from '../reports';
import { addRuleCommands } from '../rules';
import { addScoreCommands } from '../scores';
import { addSimulateCommand } from '../simulate';
import { addTaskCommands } from '../tasks';
import { addWorkflowCommands } from '../workflows';
import { addTimerCommands } from '../timers';
import type { CommandContext } from './command-context';

/** The parser's own English words in a help text. */
const HELP_WORDS: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Global Options:': 'Tùy chọn chung:',
  'Commands:': 'Lệnh:',
};

const PLACEHOLDERS = [
  ['[options]', '[tùy chọn]'],
  ['[command]', '[lệnh]'],
  ['(default: ', '(mặc định: '],
  ['(choices: ', '(chọn: '],
] as const;
const inVietnamese = (usage: string): string =>
  PLACEHOLDERS.reduce((text, [english, vietnamese]) => text.replace(english, vietnamese), usage);
const help = new Help();

/** The bare parser with what every command takes; commands are added to it. */
export function newProgram(): Command {
  return new Command('thidua')
    .description('Thi Đua: nhiệm vụ, kết quả và điểm thi đua của cơ quan, từ nhật ký sự kiện.')
    .option('--json', 'in đúng một tài liệu JSON (cho chương trình đọc)')
    .option('--as <cán-bộ>', 'mã cán bộ thực hiện (mặc định: biến THIDUA_ACTOR, hoặc cb-004)')
    .option('--on-behalf-of <cán-bộ>', 'mã cán bộ được làm thay (cấp phó được giao quyền)')
    .option('--at <thời-điểm>', 'thời điểm việc xảy ra, RFC 3339, ví dụ 2025-10-20T09:00:00+07:00')
    .option('--idempotency-key <mã>', 'mã lệnh: chạy lại cùng mã không ghi hai lần')
    .option('--data-dir <thư-mục>', 'thư mục dữ liệu (mặc định: biến DATA_DIR, hoặc ./data)')
    .helpOption('-h, --help', 'xem trợ giúp')
    .helpCommand('help [lệnh]', 'xem trợ giúp của một lệnh')
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => HELP_WORDS[title] ?? title,
      commandUsage: (command) => inVietnamese(help.commandUsage(command)),
      optionDescription: (option) => inVietnamese(help.optionDescription(option)),
      subcommandTerm: (command) => inVietnamese(help.subcommandTerm(command)),
    });
}

/** All commands, each topic with its own. */
export function addCommands(program: Command, context: CommandContext): void {
  addPlanCommands(program, context);
  addTaskCommands(program, context);
  addWorkflowCommands(program, context);
  addPerformanceCommands(program, context);
  addScoreCommands(program, context);
  addRuleCommands(program, context);
  addEvaluationCommands(program, context);
  addQuestionCommand(program, context);
  addBriefingCommands(program, context);
  addReportCommands(program, context);
  addAuditCommand(program, context);
  addProjectionCommands(program, context);
  addOrganisationCommands(program, context);
  addCalendarCommands(program, context);
  addTimerCommands(program, context);
  addInboxCommand(program, context);
  addSimulateCommand(program, context);
}
