import type { TableRules, TableSheet } from '@thidua/scoring';
import { CommandFailure, wrongUsage } from '../../failures/command-failure';
import { renderTable } from '../../output';
import { anyRuleSet, documentOf } from './rule-file';
import type { RunOptions } from './run-input';
import { decimalText } from './sheet-in-words';

const TABLES = ['EMULATION_TABLE', 'REFORM_SHEET'];

/** A local table and the facts marked on it; null where the rule set is one of the decrees. */
export async function tableInput(
  { ruleSet: named, facts: path }: RunOptions,
  folder: string,
): Promise<{ readonly rules: TableRules; readonly facts: unknown } | null> {
  if (named === undefined || !/\.(json|ya?ml)$/i.test(named)) return null;
  const document = await documentOf(named, folder);
  const subject =
    typeof document === 'object' && document !== null && 'subject' in document
      ? String(document.subject)
      : '';
  if (!TABLES.includes(subject)) return null;
  if (path === undefined) throw wrongUsage('score run cần --facts <tệp>.');
  const rules = await anyRuleSet(named, folder);
  if (rules.subject !== 'EMULATION_TABLE' && rules.subject !== 'REFORM_SHEET') {
    throw new CommandFailure('NOT_A_TABLE', `${named}: không phải bảng chấm điểm.`);
  }
  return { rules, facts: await documentOf(path, folder) };
}

/** Totals of every stage side by side, then the ranks and what the authority has to decide. */
export function tableInWords({ ruleSet, year, entries, groups, sheetHash }: TableSheet): string {
  const status = ruleSet.status === 'proposal' ? ', CẦN XÁC NHẬN' : '';
  const totals = entries.flatMap(({ id, totals: stages }) =>
    stages.map(({ stage, total, reasons }) => [
      id,
      stage,
      decimalText(total),
      total?.exact,
      reasons.map(({ words }) => words.vi).join('; '),
    ]),
  );
  const ranks = groups.flatMap(({ groupId, stage, ranks: list, tied }) => [
    `Nhóm ${groupId}, theo bước ${stage ?? '–'}: ${list.map(({ id, rank }) => `${rank}. ${id}`).join(', ')}.`,
    ...tied.map((ids) => `  Bằng điểm, cần cấp có thẩm quyền quyết định: ${ids.join(', ')}.`),
  ]);
  return [
    `Bảng điểm năm ${year}: ${ruleSet.title.vi} (${ruleSet.id}, bản ${ruleSet.version}${status}).`,
    '',
    renderTable(
      [
        { title: 'Đơn vị' },
        { title: 'Bước' },
        { title: 'Điểm', align: 'right' },
        { title: 'Phân số', align: 'right' },
        { title: 'Lý do', widthMax: 60 },
      ],
      totals,
    ),
    ...ranks,
    `Mã băm bảng điểm: ${sheetHash}`,
  ].join('\n');
}
