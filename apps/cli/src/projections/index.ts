import type { Command } from 'commander';
import { z } from 'zod';
import { readAnswer } from '../connection';
import { CommandFailure, wrongUsage } from '../failures/command-failure';
import { renderTable } from '../output';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { checkInWords, checkSchema, differencesInWords } from './rebuild-check';
import { addRecordCommands } from './record-commands';
import { actOn, addRepairCommands, switchInWords } from './repair-commands';

export function addProjectionCommands(program: Command, context: CommandContext): void {
  const projections = program
    .command('projections')
    .description('Bảng số liệu dựng từ nhật ký: tình trạng, dựng lại, sửa chữa');
  addStatus(projections, context);
  addRebuild(projections, context);
  addRepairCommands(projections, context);
  addRecordCommands(projections, context);
}

function addStatus(projections: Command, { connect, output }: CommandContext): void {
  projections
    .command('status')
    .description('Mỗi bảng số liệu đã theo nhật ký đến đâu')
    .addHelpText('after', example('projections status'))
    .action(() =>
      connect(async (api) => {
        const answer = await api.get('/v1/projections');
        output.show(answer, () => statusInWords(answer));
      }),
    );
}

function addRebuild(projections: Command, { connect, output, progress }: CommandContext): void {
  projections
    .command('rebuild [tên]')
    .description(
      'Dựng lại một bảng số liệu từ nhật ký rồi thay bảng đang dùng; với --check: dựng mọi bảng bên cạnh và so từng dòng',
    )
    .option('--check', 'chỉ so sánh, không thay bảng đang dùng')
    .addHelpText('after', example('projections rebuild --check'))
    .action((name: string | undefined, { check }: { readonly check?: boolean }) => {
      if ((check === true) === (name !== undefined)) {
        throw wrongUsage('Cần nêu tên một bảng, hoặc --check để so sánh mọi bảng.');
      }
      return connect(async (api) => {
        progress.says('Đang dựng lại từ đầu nhật ký…');
        if (name !== undefined) {
          const answer = await api.post(actOn(name, 'rebuild'));
          output.show(answer, () => switchInWords(name, answer));
          return;
        }
        const answer = await api.post('/v1/projections/check');
        const result = readAnswer(checkSchema, answer);
        output.show(answer, () => checkInWords(result));
        if (!result.isEqual) {
          throw new CommandFailure('REBUILD_DIFFERS', differencesInWords(result));
        }
      });
    });
}

const standing = z.object({
  name: z.string(),
  position: z.string(),
  head: z.string(),
  lag: z.string(),
  lagSeconds: z.number(),
  condition: z.string(),
});
const statusSchema = z.object({
  projections: z.array(standing.extend({ parkedCount: z.number(), skippedCount: z.number() })),
  reactors: z.array(standing),
});

const CONDITIONS: Readonly<Record<string, string>> = {
  well: 'tốt',
  parked: 'có sự kiện bị để riêng',
  troubled: 'đang thử lại',
  halted: 'đã dừng, cần người xử lý',
};

function statusInWords(answer: unknown): string {
  const { projections, reactors } = readAnswer(statusSchema, answer);
  const rows = [
    ...projections,
    ...reactors.map((each) => ({ ...each, parkedCount: 0, skippedCount: 0 })),
  ];
  return renderTable(
    [
      { title: 'Bảng' },
      { title: 'Vị trí', align: 'right' },
      { title: 'Cuối nhật ký', align: 'right' },
      { title: 'Còn chậm', align: 'right' },
      { title: 'Chậm (giây)', align: 'right' },
      { title: 'Để riêng', align: 'right' },
      { title: 'Đã bỏ qua', align: 'right' },
      { title: 'Tình trạng' },
    ],
    rows.map((row) => [
      row.name,
      row.position,
      row.head,
      row.lag,
      Math.round(row.lagSeconds),
      row.parkedCount,
      row.skippedCount,
      CONDITIONS[row.condition] ?? row.condition,
    ]),
  );
}
