import { SCORE_EXPORTS } from '@thidua/reporting';
import { Option, type Command } from 'commander';
import { upToDate } from '../../connection';
import { wrongUsage } from '../../failures/command-failure';
import { writeOutputFile } from '../../files/write-output-file';
import type { CommandContext } from '../../program/command-context';
import { example } from '../../program/command-options';
import { dayValue } from '../../program/option-values';
import { exportFacts, type ExportFactsOptions } from './export-facts';

/** What `withExportOptions` reads. */
export interface FileWanted {
  readonly to: string;
  readonly out: string;
  readonly person?: string;
  readonly period?: string;
  readonly date?: string;
}

interface ExportOptions extends ExportFactsOptions {
  readonly asOf?: string;
  readonly position?: string;
  readonly out: string;
}

/** What to make, and where to write it: the same words for every result. */
export const withExportOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--to <dạng>', 'phiếu, danh sách, văn bản (DOCX), sổ điểm (XLSX), CSV hoặc JSON')
        .choices(SCORE_EXPORTS)
        .makeOptionMandatory(),
    )
    .requiredOption('--out <tệp>', 'tệp để ghi')
    .option('--person <mã>', 'mau-01, mau-02: phiếu của một người (mặc định: mọi người, tệp ZIP)')
    .addOption(
      new Option('--date <ngày>', 'ngày của văn bản (mặc định: để trống)').argParser(
        dayValue('--date'),
      ),
    )
    .option('--period <kỳ>', 'mau-01: tháng 2026-03 hoặc quý 2026-Q1');

/** `score export`: the year’s result as a file, from a facts file or from the log. */
export function addScoreExport(score: Command, context: CommandContext): void {
  withExportOptions(score.command('export'))
    .description('Xuất kết quả ra tệp: từ tệp dữ kiện (--facts), hoặc bảng điểm của năm (--year)')
    .option('--facts <tệp>', 'tệp dữ kiện (.json), xem docs/facts.md; không cần máy chủ')
    .option('--names <tệp>', 'tên cơ quan, người, đơn vị theo mã (.json), dùng với --facts')
    .addHelpText(
      'after',
      example(
        'score export --rule-set ND335 --facts examples/facts/nd335-2026.json --to workbook --out bang-diem.xlsx',
      ),
    )
    .action((_own: unknown, command: Command) =>
      exportTo(command.optsWithGlobals<ExportOptions>(), context),
    );
}

async function exportTo(options: ExportOptions, context: CommandContext): Promise<void> {
  const { output, folder, progress } = context;
  const { out, facts } = options;
  const bytes =
    facts === undefined
      ? await fromServer(options, context)
      : (await exportFacts(options, context)).bytes;
  progress.says('Đang ghi tệp…');
  await writeOutputFile(out, bytes, folder);
  output.show({ file: out, byteCount: bytes.byteLength }, () => `Đã ghi ${out}.`);
}

function fromServer(
  { year, to, asOf, position, ruleSet, date }: ExportOptions,
  { connect, progress }: CommandContext,
): Promise<Uint8Array> {
  if (year === undefined) throw wrongUsage('cần --facts <tệp> hoặc --year <năm>.');
  return connect(async (api) => {
    progress.says('Đang lập tệp…');
    const query = { asOf, position, ruleSet, date, ...(await upToDate(api)) };
    return api.download(`/v1/scores/${year}/export/${to}`, query);
  });
}
