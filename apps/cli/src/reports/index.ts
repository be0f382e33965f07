import {
  namedRates,
  readUbndTable,
  UBND_EXPORTS,
  UBND_PERIODS,
  UBND_WINDOWS,
  type UbndTable,
} from '@thidua/reporting';
import { Option, type Command } from 'commander';
import { z } from 'zod';
import { ask, readAnswer, upToDate } from '../connection';
import { wrongUsage } from '../failures/command-failure';
import { readingFile, readJsonFile } from '../files/read-json-file';
import { writeOutputFile } from '../files/write-output-file';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { dayValue } from '../program/option-values';
import { ubndInWords } from './ubnd-in-words';

interface UbndOptions {
  readonly check?: string;
  readonly on?: string;
  readonly period?: string;
  readonly window?: string;
  readonly out?: string;
}

const answered = z.object({ table: z.unknown() });

/** Reports to the authority above. */
export function addReportCommands(program: Command, context: CommandContext): void {
  const report = program.command('report').description('Báo cáo theo mẫu gửi cấp trên');
  report
    .command('ubnd')
    .description('Bảng theo dõi nhiệm vụ cho Ủy ban nhân dân: 5 trạng thái, hai mẫu số, các tỷ lệ')
    .addOption(
      new Option('--on <ngày>', 'một ngày trong kỳ (mặc định: hôm nay)').argParser(
        dayValue('--on'),
      ),
    )
    .addOption(new Option('--period <kỳ>', 'kỳ báo cáo (mặc định: month)').choices(UBND_PERIODS))
    .addOption(
      new Option(
        '--window <cách-chốt>',
        '15_14: từ ngày 15 tháng trước đến ngày 14; CALENDAR: tròn tháng (mặc định: 15_14)',
      ).choices(UBND_WINDOWS),
    )
    .option('--out <tệp>', 'ghi ra tệp .docx, .xlsx hoặc .json (mặc định: in ra màn hình)')
    .option('--check <tệp>', 'chỉ kiểm tra một bảng (.json): từ chối bảng không khớp tổng')
    .addHelpText('after', example('report ubnd --on 2025-10-14 --out ubnd.xlsx'))
    .action((options: UbndOptions) => ubnd(options, context));
}

async function ubnd(options: UbndOptions, context: CommandContext): Promise<void> {
  const { check, out, ...query } = options;
  const { connect, output, progress, folder } = context;
  if (check !== undefined) {
    const input = await readJsonFile(check, folder);
    const table = readingFile(check, () => readUbndTable(input));
    show(table, context);
    return;
  }
  const format = out === undefined ? null : formatOf(out);
  await connect(async (api) => {
    progress.says('Đang tổng hợp…');
    if (out === undefined || format === null) {
      const answer = await ask(api, '/v1/reports/ubnd', query);
      output.show(answer, () =>
        ubndInWords(readUbndTable(readAnswer(answered, answer).table)),
      );
      return;
    }
    const path = `/v1/reports/ubnd/${format}`;
    const bytes = await api.download(path, { ...query, ...(await upToDate(api)) });
    await writeOutputFile(out, bytes, folder);
    output.show({ file: out, byteCount: bytes.byteLength }, () => `Đã ghi ${out}.`);
  });
}

const show = (table: UbndTable, { output }: CommandContext): void => {
  output.show({ table, rates: namedRates(table) }, () => ubndInWords(table));
};

/** @throws CommandFailure with exit code 2 for a name that says no format. */
function formatOf(out: string): (typeof UBND_EXPORTS)[number] {
  const found = UBND_EXPORTS.find((format) => out.toLowerCase().endsWith(`.${format}`));
  if (found !== undefined) return found;
  throw wrongUsage(`--out phải có đuôi .${UBND_EXPORTS.join(', .')}, không phải "${out}".`);
}
