import { Option, type Command } from 'commander';
import { CommandFailure, wrongUsage } from '../failures/command-failure';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { countValue, yearValue } from '../program/option-values';
import { simulateYear } from './play/simulate-year';
import { summaryInWords } from './play/summary-in-words';

interface SimulateOptions {
  readonly year: number;
  readonly seed: number;
  readonly officials?: number;
  readonly tasks?: number;
}

const OFFICIALS_MAX = 20_000;
const TASKS_MAX = 50_000;

function seedValue(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw wrongUsage(`--seed phải là số nguyên từ 0, ví dụ 7, không phải "${text}".`);
}

const sizeValue =
  (option: string, most: number) =>
  (text: string): number => {
    const count = countValue(option)(text);
    if (count <= most) return count;
    throw wrongUsage(`${option} nhiều nhất là ${most}, không phải ${text}.`);
  };

/** `simulate`: a year of task life through the API, the same for the same seed. */
export function addSimulateCommand(
  program: Command,
  { connect, output, progress }: CommandContext,
): void {
  program
    .command('simulate')
    .description(
      'Mô phỏng một năm làm việc qua API: tiếp nhận, báo cáo, gia hạn, nghiệm thu… cho mọi nhiệm vụ của năm. ' +
        'Cùng hạt giống cho cùng sự kiện; chạy lại không ghi thêm.',
    )
    .addOption(
      new Option('--year <năm>', 'năm của kế hoạch').argParser(yearValue).makeOptionMandatory(),
    )
    .addOption(new Option('--seed <số>', 'hạt giống ngẫu nhiên').argParser(seedValue).default(1))
    .addOption(
      new Option('--officials <số>', 'thêm công chức giả định cho đủ số này').argParser(
        sizeValue('--officials', OFFICIALS_MAX),
      ),
    )
    .addOption(
      new Option('--tasks <số>', 'thêm kế hoạch giả định cho đủ số nhiệm vụ này').argParser(
        sizeValue('--tasks', TASKS_MAX),
      ),
    )
    .addHelpText('after', example('simulate --year 2025 --seed 7 --tasks 500'))
    .action(async ({ year, seed, officials, tasks }: SimulateOptions) => {
      const size = { year, seed, officialCount: officials ?? null, taskCount: tasks ?? null };
      const summary = await connect((api) => simulateYear(api, size, progress));
      output.show(summary, () => summaryInWords(summary));
      if (summary.refusedCount > 0) {
        throw new CommandFailure(
          'SIMULATION_REFUSED',
          `${summary.refusedCount} việc trong kịch bản nhận kết quả ngoài dự kiến (xem danh sách).`,
        );
      }
    });
}
