import type { Command } from 'commander';
import { digestOf } from '@thidua/evidence';
import { decreeSheet, insightOf, tableSheet } from '@thidua/scoring';
import { wrongUsage } from '../../failures/command-failure';
import type { CommandContext } from '../../program/command-context';
import { example } from '../../program/command-options';
import { insightInWords } from './insight';
import { inputOf, type RunOptions } from './run-input';
import { tableInput, tableInWords } from './table-run';
import { sheetInWords } from './sheet-in-words';

/** `score run`: a facts file and a rule set in, a sheet out; no server, no database. */
export function addScoreRun(score: Command, { output, folder }: CommandContext): void {
  score
    .command('run')
    .description('Chấm điểm một tệp dữ kiện theo bộ quy tắc, không cần máy chủ, không ghi gì')
    .option('--facts <tệp>', 'tệp dữ kiện (.json), xem docs/facts.md')
    .option('--explain <người>', 'cần gì để lên mức kế tiếp; mức và hạng dựa vào sự kiện nào')
    .addHelpText(
      'after',
      `${example('score run --rule-set ND335 --facts examples/facts/nd335-2026.json')}\n--rule-set nhận ND335, ND335_ORG, ND90 hoặc một tệp .json; bảng địa phương: tệp .json, .yaml.`,
    )
    .action(async (_own: unknown, command: Command) => {
      const options = command.optsWithGlobals<RunOptions>();
      const table = await tableInput(options, folder);
      if (table !== null) {
        const sheet = tableSheet(table.facts, table.rules, digestOf);
        output.show(sheet, () => tableInWords(sheet));
        return;
      }
      const input = await inputOf(options, folder);
      if (options.year !== undefined && options.year !== input.facts.year) {
        throw wrongUsage(`--year ${options.year} khác năm ${input.facts.year} của tệp dữ kiện.`);
      }
      const sheet = decreeSheet(input.facts, input.ruleSet, digestOf);
      if (options.explain === undefined) {
        output.show(sheet, () => sheetInWords(sheet));
        return;
      }
      const insight = insightOf(input, sheet, options.explain);
      output.show(insight, () => insightInWords(insight));
    });
}
