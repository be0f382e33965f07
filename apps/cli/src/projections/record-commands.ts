import type { Command } from 'commander';
import { z } from 'zod';
import { readAnswer } from '../connection';
import { renderTable } from '../output';
import { CommandFailure } from '../failures/command-failure';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { actOn } from './repair-commands';

/** What is kept beside the tables: their generations, what is parked, what was skipped. */
export function addRecordCommands(projections: Command, context: CommandContext): void {
  addGenerations(projections, context);
  addParked(projections, context);
  addSkipped(projections, context);
}

const generationsSchema = z.object({
  projections: z.array(
    z.object({
      name: z.string(),
      generations: z.array(
        z.object({
          version: z.number(),
          generation: z.number(),
          state: z.string(),
          position: z.string(),
          leaseOwner: z.string().nullable(),
          missedSkip: z.boolean(),
        }),
      ),
    }),
  ),
});

const STATES: Readonly<Record<string, string>> = {
  building: 'đang dựng',
  live: 'đang dùng',
  retired: 'đã thay, còn giữ',
  returning: 'đang theo kịp để dùng lại',
};

function addGenerations(projections: Command, { connect, output }: CommandContext): void {
  projections
    .command('generations <tên>')
    .description('Các thế hệ của một bảng số liệu')
    .addHelpText('after', example('projections generations task_board'))
    .action((name: string) =>
      connect(async (api) => {
        const answer = readAnswer(generationsSchema, await api.get('/v1/projections'));
        const found = answer.projections.find((each) => each.name === name);
        if (found === undefined) {
          const known = answer.projections.map((each) => each.name).join(', ');
          throw new CommandFailure(
            'PROJECTION_NOT_FOUND',
            `Không có mô hình đọc ${name}. Các mô hình đọc: ${known}.`,
          );
        }
        output.show(found.generations, () =>
          renderTable(
            [
              { title: 'Phiên bản', align: 'right' },
              { title: 'Thế hệ', align: 'right' },
              { title: 'Trạng thái' },
              { title: 'Vị trí', align: 'right' },
              { title: 'Tiến trình đang ghi' },
              { title: 'Ghi chú' },
            ],
            found.generations.map((each) => [
              each.version,
              each.generation,
              STATES[each.state] ?? each.state,
              each.position,
              each.leaseOwner ?? '',
              each.missedSkip ? 'có sự kiện đã bỏ qua; không dùng lại được' : '',
            ]),
          ),
        );
      }),
    );
}

const parkedSchema = z.object({
  parked: z.array(
    z.object({
      key: z.string(),
      position: z.string(),
      error: z.string().nullable(),
      tries: z.number(),
    }),
  ),
});

function addParked(projections: Command, { connect, output }: CommandContext): void {
  projections
    .command('parked <tên>')
    .description('Các sự kiện bị để riêng của một bảng số liệu')
    .addHelpText('after', example('projections parked task_board'))
    .action((name: string) =>
      connect(async (api) => {
        const answer = await api.get(actOn(name, 'parked'));
        const { parked } = readAnswer(parkedSchema, answer);
        output.show(answer, () =>
          parked.length === 0
            ? `${name} không để riêng sự kiện nào.`
            : renderTable(
                [
                  { title: 'Khóa' },
                  { title: 'Vị trí', align: 'right' },
                  { title: 'Số lần thử', align: 'right' },
                  { title: 'Lỗi' },
                ],
                parked.map(({ key, position, tries, error }) => [
                  key,
                  position,
                  tries,
                  error ?? 'đợi sự kiện trước',
                ]),
              ),
        );
      }),
    );
}

const skippedSchema = z.object({
  skipped: z.array(
    z.object({
      position: z.string(),
      key: z.string().nullable(),
      eventType: z.string(),
      actor: z.object({ id: z.string() }),
      reason: z.string(),
      skippedAt: z.string(),
    }),
  ),
});

function addSkipped(projections: Command, { connect, output }: CommandContext): void {
  projections
    .command('skipped <tên>')
    .description('Sổ các sự kiện đã bỏ qua: ai, khi nào, vì sao')
    .addHelpText('after', example('projections skipped audit_trail'))
    .action((name: string) =>
      connect(async (api) => {
        const answer = await api.get(actOn(name, 'skipped'));
        const { skipped } = readAnswer(skippedSchema, answer);
        output.show(answer, () =>
          skipped.length === 0
            ? `${name} chưa bỏ qua sự kiện nào.`
            : renderTable(
                [
                  { title: 'Vị trí', align: 'right' },
                  { title: 'Sự kiện' },
                  { title: 'Khóa' },
                  { title: 'Người thực hiện' },
                  { title: 'Thời điểm (UTC)' },
                  { title: 'Lý do' },
                ],
                skipped.map((each) => [
                  each.position,
                  each.eventType,
                  each.key ?? 'tất cả',
                  each.actor.id,
                  each.skippedAt,
                  each.reason,
                ]),
              ),
        );
      }),
    );
}
