import type { Command } from 'commander';
import { ask } from '../connection';
import type { CommandContext } from '../program/command-context';
import { example, knownAt, ofYear, onDay } from '../program/command-options';
import { kpiInWords } from './kpi-in-words';
import { rankingInWords } from './ranking-in-words';
import { targetsInWords } from './targets-in-words';

interface ViewOptions {
  readonly year?: number;
  readonly asOf?: string;
  readonly knownAt?: string;
}

export function addPerformanceCommands(program: Command, context: CommandContext): void {
  addQuestion(
    program
      .command('kpi')
      .description('Kết quả thực hiện nhiệm vụ của từng đơn vị hoặc một đơn vị')
      .option('--unit <đơn-vị>', 'mã, tên hoặc tên tắt của đơn vị (mặc định: mọi đơn vị)')
      .addHelpText('after', example('kpi --unit qltm --year 2025 --as-of 2025-12-31')),
    context,
    { path: '/v1/kpis', inWords: kpiInWords },
  );
  addQuestion(
    program
      .command('ranking')
      .description('Xếp hạng đơn vị trong từng nhóm theo tỷ lệ đúng hạn')
      .addHelpText('after', example('ranking --year 2025 --as-of 2025-12-31')),
    context,
    { path: '/v1/rankings', inWords: rankingInWords },
  );
  addQuestion(
    program
      .command('targets')
      .description('Chỉ tiêu của các kế hoạch trong năm và mức đã đạt')
      .addHelpText('after', example('targets --year 2025')),
    context,
    { path: '/v1/targets', inWords: targetsInWords },
  );
}

interface Question {
  readonly path: string;
  readonly inWords: (answer: unknown) => string;
}

function addQuestion(
  command: Command,
  { connect, output, progress }: CommandContext,
  { path, inWords }: Question,
): void {
  command
    .addOption(ofYear())
    .addOption(onDay())
    .addOption(knownAt())
    .action((options: ViewOptions & { readonly unit?: string }) =>
      connect(async (api) => {
        progress.says('Đang tính…');
        const answer = await ask(api, path, { ...options });
        output.show(answer, () => inWords(answer));
      }),
    );
}
