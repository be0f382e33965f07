import type { Command } from 'commander';
import { ruleDiff, ruleLines, SHIPPED_RULE_SETS, shippedOfAnyKind } from '@thidua/scoring';
import { wrongUsage } from '../failures/command-failure';
import { renderTable } from '../output';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { anyRuleSet } from '../scores/run/rule-file';

const TEMPLATES: Readonly<Record<string, string>> = {
  emulation: 'THI_DUA_MAU',
  reform: 'CCHC_MAU',
};

/** Rule sets as data: what is shipped, what a file holds, what changed. No server is needed. */
export function addRuleCommands(program: Command, context: CommandContext): void {
  const rules = program
    .command('rules')
    .description('Bộ quy tắc chấm điểm: xem, kiểm tra tệp, so sánh, lấy mẫu');
  addList(rules, context);
  addShow(rules, context);
  addValidate(rules, context);
  addDiff(rules, context);
  addTemplate(rules, context);
}

function addList(rules: Command, { output }: CommandContext): void {
  rules
    .command('list')
    .description('Các bộ quy tắc có sẵn')
    .addHelpText('after', example('rules list'))
    .action(() => {
      const ruleSets = Object.values(SHIPPED_RULE_SETS).map((ruleSet) => ({
        ...{ id: ruleSet.id, version: ruleSet.version, title: ruleSet.title },
        ...{ status: ruleSet.status, validFrom: ruleSet.validFrom, validUntil: ruleSet.validUntil },
        switchedOff: ruleLines(ruleSet).filter(({ enabled }) => !enabled).length,
      }));
      output.show({ ruleSets }, () =>
        renderTable(
          [
            { title: 'Mã' },
            { title: 'Bản' },
            { title: 'Tên', widthMax: 60 },
            { title: 'Từ' },
            { title: 'Đến' },
            { title: 'Đang tắt' },
          ],
          ruleSets.map((each) => [
            each.id,
            String(each.version),
            each.title.vi,
            each.validFrom,
            each.validUntil,
            String(each.switchedOff),
          ]),
        ),
      );
    });
}

function addShow(rules: Command, { output, folder }: CommandContext): void {
  rules
    .command('show <bộ-quy-tắc>')
    .description('Mọi quy tắc của một bộ: giá trị, căn cứ, mức tin cậy, hiệu lực, người duyệt')
    .addHelpText('after', example('rules show ND335'))
    .action(async (named: string) => {
      const ruleSet = await anyRuleSet(named, folder);
      const lines = ruleLines(ruleSet);
      output.show(ruleSet, () =>
        [
          `${ruleSet.title.vi} (${ruleSet.id}, bản ${ruleSet.version})`,
          renderTable(
            [
              { title: 'Quy tắc' },
              { title: 'Giá trị', widthMax: 30 },
              { title: 'Nghĩa', widthMax: 50 },
              { title: 'Căn cứ', widthMax: 36 },
              { title: 'Tin cậy' },
              { title: 'Trạng thái' },
              { title: 'Từ' },
              { title: 'Đến' },
              { title: 'Bản', align: 'right' },
              { title: 'Người duyệt' },
            ],
            lines.map((line) => [
              line.name,
              line.value,
              line.meaning.vi,
              line.article,
              line.confidence,
              line.enabled ? 'bật' : 'tắt',
              line.validFrom,
              line.validUntil,
              line.version,
              line.approver,
            ]),
          ),
        ].join('\n'),
      );
    });
}

function addValidate(rules: Command, { output, folder }: CommandContext): void {
  rules
    .command('validate <tệp>')
    .description('Kiểm tra một tệp quy tắc (JSON, YAML); nêu vị trí từng lỗi')
    .addHelpText('after', example('rules validate examples/rules/thi-dua-khoi-mau.yaml'))
    .action(async (named: string) => {
      const { id, version, subject } = await anyRuleSet(named, folder);
      output.show(
        { valid: true, id, version, subject },
        () => `${named}: dùng được (${id}, bản ${version}).`,
      );
    });
}

function addDiff(rules: Command, { output, folder }: CommandContext): void {
  rules
    .command('diff <bộ-cũ> <bộ-mới>')
    .description('Quy tắc nào khác: giá trị cũ → mới, căn cứ, hiệu lực')
    .addHelpText('after', example('rules diff ND90 ND335'))
    .action(async (older: string, newer: string) => {
      const [a, b] = [await anyRuleSet(older, folder), await anyRuleSet(newer, folder)];
      const changes = ruleDiff(a, b);
      output.show({ changes }, () =>
        changes.length === 0
          ? 'Hai bộ giống nhau.'
          : changes.map(({ name, words }) => `- ${name}: ${words.vi}`).join('\n'),
      );
    });
}

function addTemplate(rules: Command, { output }: CommandContext): void {
  rules
    .command('template <loại>')
    .description('Mẫu trống để nhập bảng của địa phương: emulation (thi đua) hoặc reform (CCHC)')
    .addHelpText('after', example('rules template emulation'))
    .action((kind: string) => {
      const id = TEMPLATES[kind];
      if (id === undefined) throw wrongUsage('rules template nhận emulation hoặc reform.');
      const template = shippedOfAnyKind(id);
      output.show(template, () => JSON.stringify(template, null, 2));
    });
}
