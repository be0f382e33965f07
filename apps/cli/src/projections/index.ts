import type { Command } from 'commander';
import { z } from 'zod';
import { readAnswer } from '../connection';
import { CommandFailure, wrongUsage } from '../failures/command-failure';
import { renderTable } from '../output';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { checkInWords, checkSchema, differencesInWords } from './rebuild-check';

export function addProjectionCommands(program: Command, context: CommandContext): void {
  const projections = program
    .command('projections')
    .description('Bảng số liệu dựng từ nhật ký: tình trạng, kiểm tra dựng lại');
  addStatus(projections, context);
  addRebuild(projections, context);
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
    .command('rebuild')
    .description('Dựng lại mọi bảng số liệu từ nhật ký, bên cạnh bảng đang dùng, rồi so từng dòng')
    .option('--check', 'chỉ so sánh, không thay bảng đang dùng')
    .addHelpText('after', example('projections rebuild --check'))
    .action(async ({ check }: { readonly check?: boolean }) => {
      if (check !== true) throw wrongUsage('Cần --check: lệnh này chỉ dựng lại để so sánh.');
      await connect(async (api) => {
        progress.says('Đang dựng lại từ đầu nhật ký…');
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
  condition: z.string(),
});
const statusSchema = z.object({
  projections: z.array(standing.extend({ parkedCount: z.number() })),
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
  const rows = [...projections, ...reactors.map((each) => ({ ...each, parkedCount: 0 }))];
  return renderTable(
    [
      { title: 'Bảng' },
      { title: 'Vị trí', align: 'right' },
      { title: 'Cuối nhật ký', align: 'right' },
      { title: 'Còn chậm', align: 'right' },
      { title: 'Để riêng', align: 'right' },
      { title: 'Tình trạng' },
    ],
    rows.map(({ name, position, head, lag, parkedCount, condition }) => [
      name,
      position,
      head,
      lag,
      parkedCount,
      CONDITIONS[condition] ?? condition,
    ]),
  );
}
