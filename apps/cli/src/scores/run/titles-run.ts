import type { Command } from 'commander';
import { digestOf } from '@thidua/evidence';
import { TITLE_NAMES, titleSheet, type TitleSheet } from '@thidua/scoring';
import { wrongUsage } from '../../failures/command-failure';
import { renderTable } from '../../output';
import type { CommandContext } from '../../program/command-context';
import { example } from '../../program/command-options';
import { anyRuleSet, documentOf } from './rule-file';
import type { RunOptions } from './run-input';

const STATUSES: Readonly<Record<TitleSheet['results'][number]['status'], string>> = {
  ELIGIBLE: 'đủ điều kiện',
  NOT_ELIGIBLE: 'không đủ điều kiện',
  NEEDS_AUTHORITY: 'cần cấp có thẩm quyền quyết định',
  INSUFFICIENT_DATA: 'thiếu dữ liệu',
};

function titlesInWords({ results, quota, ruleSet, year }: TitleSheet): string {
  return [
    `Danh hiệu thi đua năm ${year}: ${ruleSet.title.vi} (${ruleSet.id}, bản ${ruleSet.version}).`,
    '',
    renderTable(
      [
        { title: 'Danh hiệu' },
        { title: 'Ai' },
        { title: 'Kết quả' },
        { title: 'Vì', widthMax: 70 },
      ],
      results.map(({ title, id, status, conditions }) => [
        TITLE_NAMES[title].vi,
        id,
        STATUSES[status],
        conditions.map(({ words }) => words.vi).join('; '),
      ]),
    ),
    `Chiến sĩ thi đua cơ sở: ${quota.candidates} người xét trên ${quota.ldtt} Lao động tiên tiến; số suất: ${quota.places ?? 'cần xác nhận'}.`,
  ].join('\n');
}

/** `score titles`: who is eligible for which title; no server, no database. */
export function addScoreTitles(score: Command, { output, folder }: CommandContext): void {
  score
    .command('titles')
    .description('Điều kiện danh hiệu thi đua từ tệp dữ kiện, không cần máy chủ')
    .option('--facts <tệp>', 'tệp dữ kiện danh hiệu (.json, .yaml), xem docs/rule-sets.md')
    .addHelpText('after', example('score titles --facts examples/facts/danh-hieu-2026.yaml'))
    .action(async (_own: unknown, command: Command) => {
      const { facts, ruleSet = 'DANH_HIEU' } = command.optsWithGlobals<RunOptions>();
      if (facts === undefined) throw wrongUsage('score titles cần --facts <tệp>.');
      const rules = await anyRuleSet(ruleSet, folder);
      if (rules.subject !== 'EMULATION_TITLES') {
        throw wrongUsage(`--rule-set ${ruleSet} không phải bộ quy tắc danh hiệu.`);
      }
      const sheet = titleSheet(await documentOf(facts, folder), rules, digestOf);
      output.show(sheet, () => titlesInWords(sheet));
    });
}
