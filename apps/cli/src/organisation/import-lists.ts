import type { Command } from 'commander';
import { z } from 'zod';
import { readAnswer } from '../connection';
import { CommandFailure } from '../failures/command-failure';
import { readInputFile, type InputFile } from '../files/read-input-file';
import { renderTable } from '../output';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';

/** 8 MiB a list: ten thousand people are less than one. */
const LIST_BYTES_MAX = 8 * 1024 * 1024;

/** The commands that change units share one word; others are added to it. */
export const organisationCommand = (program: Command): Command =>
  program.commands.find((command) => command.name() === 'organisation') ??
  program.command('organisation').description('Cơ cấu tổ chức: nhập danh sách, sắp xếp đơn vị');

export function addOrganisationImport(
  program: Command,
  { connect, output, progress, folder }: CommandContext,
): void {
  organisationCommand(program)
    .command('import <đơn-vị.csv> <cán-bộ.csv> <chức-vụ.csv>')
    .description('Nhập đơn vị, cán bộ, chức vụ từ ba tệp CSV; một dòng sai thì không ghi gì')
    .option('--dry-run', 'chỉ xem sẽ thay đổi gì')
    .addHelpText(
      'after',
      example('organisation import don-vi.csv can-bo.csv chuc-vu.csv --dry-run'),
    )
    .action(
      async (units: string, officials: string, posts: string, options: { dryRun?: boolean }) => {
        const read = (path: string) =>
          readInputFile(path, { folder, byteCountMax: LIST_BYTES_MAX }).then(textOf);
        const body = {
          units: await read(units),
          officials: await read(officials),
          posts: await read(posts),
          dryRun: options.dryRun === true,
        };
        await connect(async (api) => {
          progress.says('Đang nhập danh sách…');
          const answer = await api.post('/v1/organisation/import', body);
          output.show(answer, () => importInWords(answer));
        });
      },
    );
}

function textOf({ path, bytes }: InputFile): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandFailure('NOT_TEXT', `${path}: không phải tệp văn bản UTF-8.`);
  }
}

const importSchema = z.object({
  dryRun: z.boolean(),
  eventCount: z.number(),
  nameCount: z.number(),
  changes: z.array(
    z.object({
      list: z.string(),
      line: z.number(),
      id: z.string(),
      events: z.array(z.string()),
    }),
  ),
});

const LISTS: Readonly<Record<string, string>> = {
  units: 'đơn vị',
  officials: 'cán bộ',
  posts: 'chức vụ',
};

/** A screen of changes; `--json` has them all. */
const SHOWN_MAX = 50;

export function importInWords(answer: unknown): string {
  const { dryRun, eventCount, nameCount, changes } = readAnswer(importSchema, answer);
  if (eventCount === 0 && nameCount === 0) return 'Danh sách không có gì mới; không ghi gì.';
  const done = dryRun ? 'Sẽ ghi' : 'Đã ghi';
  const summary = `${done} ${eventCount} sự kiện, ${nameCount} họ tên mới hoặc sửa lại.`;
  if (changes.length === 0) return summary;
  const table = renderTable(
    [
      { title: 'Danh sách' },
      { title: 'Dòng' },
      { title: 'Mã' },
      { title: 'Thay đổi', widthMax: 60 },
    ],
    changes
      .slice(0, SHOWN_MAX)
      .map(({ list, line, id, events }) => [
        LISTS[list] ?? list,
        String(line),
        id,
        events.join(', '),
      ]),
  );
  const more =
    changes.length > SHOWN_MAX ? `\n… và ${changes.length - SHOWN_MAX} thay đổi nữa.` : '';
  return `${summary}\n${table}${more}`;
}
