import type { Command } from 'commander';
import { z } from 'zod';
import { readAnswer } from '../connection';
import { wrongUsage } from '../failures/command-failure';
import { dayText, eventLabel, renderTable } from '../output';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { dayValue } from '../program/option-values';
import { organisationCommand } from './import-lists';
import { addDo, addVocabulary, documentOf, outcomeInWords, UNIT_VOCABULARY } from '../vocabulary';
import { unitHistoryInWords } from './unit-history';

interface Options {
  readonly on: string;
  readonly document?: string;
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly rest?: string;
  readonly task?: readonly string[];
  readonly name?: string;
  readonly under?: string;
}

const required = <Value>(value: Value | undefined, option: string): Value => {
  if (value === undefined) throw wrongUsage(`Thiếu ${option}.`);
  return value;
};

const basisOf = ({ document }: Options): object | null =>
  document === undefined ? null : documentOf(document);

/** `2.3.a=phong-moi` gives one task to one unit. */
function shareOf(written: string): object {
  const at = written.lastIndexOf('=');
  if (at > 0) return { taskId: written.slice(0, at), unitId: written.slice(at + 1) };
  throw wrongUsage(`--task cần dạng mã-nhiệm-vụ=mã-đơn-vị, không phải "${written}".`);
}

interface Change {
  readonly word: string;
  readonly says: string;
  readonly segment: string;
  readonly example: string;
  dataOf(options: Options): object;
}

const CHANGES: readonly Change[] = [
  {
    word: 'merge',
    says: 'Sáp nhập các đơn vị (--from) vào đơn vị này',
    segment: 'merge-units',
    example:
      'organisation merge qlcn --from qlnl --on 2025-07-01 --document "15/QĐ-UBND,2025-06-20"',
    dataOf: (options) => ({
      mergedUnitIds: required(options.from, '--from'),
      effectiveOn: options.on,
      document: documentOf(required(options.document, '--document')),
    }),
  },
  {
    word: 'split',
    says: 'Chia tách đơn vị này thành các đơn vị (--to), phân chia nhiệm vụ (--task, --rest)',
    segment: 'split-unit',
    example:
      'organisation split qlcn --to cn1 cn2 --rest cn1 --on 2025-07-01 --document "15/QĐ-UBND"',
    dataOf: (options) => ({
      intoUnitIds: required(options.to, '--to'),
      shares: (options.task ?? []).map(shareOf),
      restUnitId: options.rest ?? null,
      effectiveOn: options.on,
      document: documentOf(required(options.document, '--document')),
    }),
  },
  {
    word: 'rename',
    says: 'Đổi tên đơn vị (--name)',
    segment: 'rename-unit',
    example: 'organisation rename qlcn --name "Phòng Công nghiệp" --on 2025-07-01',
    dataOf: (options) => ({
      name: required(options.name, '--name'),
      fromOn: options.on,
      legalBasis: basisOf(options),
    }),
  },
  {
    word: 'move',
    says: 'Chuyển đơn vị về dưới đơn vị khác (--under)',
    segment: 'move-unit',
    example: 'organisation move doi --under qlcn --on 2025-07-01',
    dataOf: (options) => ({
      parentUnitId: options.under ?? null,
      fromOn: options.on,
      legalBasis: basisOf(options),
    }),
  },
  {
    word: 'end',
    says: 'Kết thúc đơn vị (--on là ngày cuối); nhiệm vụ đang mở chuyển sang đơn vị --to, nếu có',
    segment: 'end-unit',
    example: 'organisation end tct --on 2025-12-31',
    dataOf: (options) => ({
      endedOn: options.on,
      how: options.to === undefined ? 'dissolved' : 'merged',
      successorUnitIds: options.to ?? [],
      legalBasis: basisOf(options),
    }),
  },
];

/** Changes of units, each recorded by one command; what becomes of the open tasks is shown. */
export function addReorganisation(program: Command, context: CommandContext): void {
  const organisation = organisationCommand(program);
  for (const change of CHANGES) addChange(organisation, change, context);
  addDo(organisation, context, {
    vocabulary: UNIT_VOCABULARY,
    subject: '<đơn-vị>',
    says: 'Ghi một thay đổi khác của đơn vị: thành lập, tổ công tác, thành viên…',
    example:
      'organisation do tct add-task-force-member --set personId=cb-011 fromOn=2025-09-01 --document 911/QĐ-SCT',
    pathOf: (unit, segment) => `/v1/units/${encodeURIComponent(unit)}/${segment}`,
    inWords: outcomeInWords,
  });
  addVocabulary(organisation, context, {
    vocabulary: UNIT_VOCABULARY,
    usedBy: 'organisation do',
  });
  addHistory(organisation, context);
}

function addChange(
  organisation: Command,
  change: Change,
  { connect, output }: CommandContext,
): void {
  organisation
    .command(`${change.word} <đơn-vị>`)
    .description(change.says)
    .requiredOption('--on <ngày>', 'ngày hiệu lực YYYY-MM-DD', dayValue('--on'))
    .option('--document <văn-bản>', 'số văn bản, có thể kèm ngày: "15/QĐ-UBND,2025-06-20"')
    .option('--from <đơn-vị...>', 'đơn vị được sáp nhập')
    .option('--to <đơn-vị...>', 'đơn vị kế thừa')
    .option('--rest <đơn-vị>', 'đơn vị nhận các nhiệm vụ còn lại')
    .option('--task <cặp...>', 'phân chia, dạng mã-nhiệm-vụ=mã-đơn-vị')
    .option('--name <tên>', 'tên mới')
    .option('--under <đơn-vị>', 'đơn vị chủ quản mới')
    .addHelpText('after', example(change.example))
    .action(async (unit: string, options: Options) => {
      const data = change.dataOf(options);
      await connect(async (api) => {
        const path = `/v1/units/${encodeURIComponent(unit)}/${change.segment}`;
        const answer = await api.post(path, data);
        output.show(answer, () => changeInWords(answer, options.on));
      });
    });
}

function addHistory(organisation: Command, { connect, output }: CommandContext): void {
  organisation
    .command('history <đơn-vị>')
    .description('Quá trình của một đơn vị: tên, loại hình, chủ quản, cấp trưởng, kế thừa')
    .addHelpText('after', example('organisation history qlcn'))
    .action((unit: string) =>
      connect(async (api) => {
        const answer = await api.get(`/v1/units/${encodeURIComponent(unit)}/history`);
        output.show(answer, () => unitHistoryInWords(answer));
      }),
    );
}

const changeSchema = z.object({
  events: z.array(z.object({ type: z.string() })),
  settled: z.boolean().optional(),
  openTasks: z
    .array(z.object({ taskId: z.string(), no: z.string(), title: z.string() }))
    .default([]),
});

export function changeInWords(answer: unknown, on: string): string {
  const { events, settled, openTasks } = readAnswer(changeSchema, answer);
  const recorded =
    events.length === 0
      ? 'Không có gì thay đổi.'
      : `Đã ghi ${events.map(({ type }) => eventLabel(type)).join(', ')}, hiệu lực ${dayText(on)}.`;
  const waiting = settled === false ? ' Nhiệm vụ đang được chuyển tiếp.' : '';
  if (openTasks.length === 0) return recorded + waiting;
  const table = renderTable(
    [{ title: 'Mã' }, { title: 'Số' }, { title: 'Nhiệm vụ', widthMax: 60 }],
    openTasks.map(({ taskId, no, title }) => [taskId, no, title]),
  );
  return `${recorded}${waiting}\n${openTasks.length} nhiệm vụ đang mở chưa có đơn vị tiếp nhận:\n${table}`;
}
