import { Option, type Command } from 'commander';
import { z } from 'zod';
import { readAnswer } from '../connection';
import { wrongUsage } from '../failures/command-failure';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { countValue } from '../program/option-values';

/** The address of an act on one read model. */
export const actOn = (name: string, act: string): string =>
  `/v1/projections/${encodeURIComponent(name)}/${act}`;

const switchedSchema = z.object({
  generation: z.number(),
  position: z.string(),
  repeated: z.boolean(),
});

/** A switch in one sentence. */
export function switchInWords(name: string, answer: unknown): string {
  const { generation, position, repeated } = readAnswer(switchedSchema, answer);
  return repeated
    ? `${name} đã dùng thế hệ ${generation} từ trước, không có gì thay đổi.`
    : `${name} nay dùng thế hệ ${generation}, đúng đến vị trí ${position} của nhật ký.`;
}

const generation = (flag: string, description: string): Option =>
  new Option(flag, description)
    .argParser(countValue(flag.split(' ')[0] ?? flag))
    .makeOptionMandatory();

export function addRepairCommands(projections: Command, context: CommandContext): void {
  addRollBack(projections, context);
  addDrop(projections, context);
  addResume(projections, context);
  addRetry(projections, context);
  addSkip(projections, context);
}

function addRollBack(projections: Command, { connect, output, progress }: CommandContext): void {
  projections
    .command('rollback <tên>')
    .description('Quay lại một thế hệ còn giữ của bảng số liệu')
    .addOption(generation('--to <thế-hệ>', 'thế hệ muốn dùng lại (xem: projections generations)'))
    .addHelpText('after', example('projections rollback task_board --to 1'))
    .action((name: string, { to }: { readonly to: number }) =>
      connect(async (api) => {
        progress.says('Thế hệ cũ đang theo kịp nhật ký…');
        const answer = await api.post(actOn(name, 'rollback'), { generation: to });
        output.show(answer, () => switchInWords(name, answer));
      }),
    );
}

const dropSchema = z.object({ dropped: z.boolean() });

function addDrop(projections: Command, { connect, output }: CommandContext): void {
  projections
    .command('drop <tên>')
    .description('Xóa một thế hệ không còn ai dùng')
    .addOption(generation('--generation <thế-hệ>', 'thế hệ muốn xóa'))
    .addOption(
      new Option('--version <phiên-bản>', 'phiên bản cũ của bảng (mặc định: hiện nay)').argParser(
        countValue('--version'),
      ),
    )
    .addHelpText('after', example('projections drop task_board --generation 1'))
    .action((name: string, given: { readonly generation: number; readonly version?: number }) =>
      connect(async (api) => {
        const answer = await api.post(actOn(name, 'drop'), given);
        const { dropped } = readAnswer(dropSchema, answer);
        output.show(answer, () =>
          dropped
            ? `Đã xóa thế hệ ${given.generation} của ${name}.`
            : `Thế hệ ${given.generation} của ${name} không còn từ trước.`,
        );
      }),
    );
}

function addResume(projections: Command, { connect, output }: CommandContext): void {
  projections
    .command('resume <tên>')
    .description('Cho bảng số liệu đang dừng thử lại sự kiện của nó')
    .addHelpText('after', example('projections resume audit_trail'))
    .action((name: string) =>
      connect(async (api) => {
        const answer = await api.post(actOn(name, 'resume'));
        output.show(answer, () => `${name} sẽ thử lại (xem: projections status).`);
      }),
    );
}

const retrySchema = z.object({
  appliedCount: z.number(),
  leftCount: z.number(),
  error: z.string().nullable(),
});
type RetryAnswer = z.infer<typeof retrySchema>;

const retryInWords = ({ appliedCount, leftCount, error }: RetryAnswer): string =>
  `Đã đưa vào ${appliedCount} sự kiện, còn để riêng ${leftCount}.${error === null ? '' : ` Lỗi: ${error}`}`;

function addRetry(projections: Command, { connect, output }: CommandContext): void {
  projections
    .command('retry <tên> <khóa>')
    .description('Thử lại các sự kiện để riêng của một khóa')
    .addHelpText('after', example('projections retry task_board kh-15.2.3.a'))
    .action((name: string, key: string) =>
      connect(async (api) => {
        const answer = await api.post(actOn(name, 'retry'), { key });
        output.show(answer, () => retryInWords(readAnswer(retrySchema, answer)));
      }),
    );
}

const skipSchema = z.object({
  skipped: z.array(z.object({ position: z.string() })),
  repeated: z.boolean(),
  retried: retrySchema.nullable(),
});

interface SkipOptions {
  readonly reason: string;
  readonly position?: string;
  readonly key?: string;
}

function addSkip(projections: Command, { connect, output }: CommandContext): void {
  projections
    .command('skip <tên>')
    .description('Bỏ qua, có ghi sổ, sự kiện làm bảng số liệu dừng hoặc bị để riêng')
    .requiredOption('--reason <lý-do>', 'vì sao bỏ qua; được lưu cùng người thực hiện và thời điểm')
    .addOption(
      new Option('--position <vị-trí>', 'vị trí của sự kiện trong nhật ký').argParser(
        positionValue,
      ),
    )
    .option('--key <khóa>', 'khóa có sự kiện để riêng; không có --position thì bỏ qua tất cả')
    .addHelpText(
      'after',
      example('projections skip audit_trail --position 120 --reason "Nhập nhầm, đã đính chính"'),
    )
    .action((name: string, given: SkipOptions) =>
      connect(async (api) => {
        const answer = await api.post(actOn(name, 'skip'), given);
        output.show(answer, () => skipInWords(name, answer));
      }),
    );
}

function positionValue(text: string): string {
  if (/^\d{1,19}$/.test(text)) return text;
  throw wrongUsage(`--position phải là một vị trí trong nhật ký, không phải "${text}".`);
}

function skipInWords(name: string, answer: unknown): string {
  const { skipped, repeated, retried } = readAnswer(skipSchema, answer);
  const positions = [...new Set(skipped.map(({ position }) => position))].join(', ');
  const lines = [
    repeated
      ? `${name}: vị trí ${positions} đã được bỏ qua từ trước.`
      : `${name}: đã ghi sổ bỏ qua vị trí ${positions}.`,
    ...(retried === null ? [] : [retryInWords(retried)]),
  ];
  return lines.join('\n');
}
