import type { Command } from 'commander';
import { z } from 'zod';
import { ask, readAnswer } from '../connection';
import { readInputFile } from '../files/read-input-file';
import { dayText, renderTable } from '../output';
import type { CommandContext } from '../program/command-context';
import { example, onDay } from '../program/command-options';
import { addOrganisationImport } from './import-lists';
import { loadedInWords, readOfficeJson } from './office-file';
import { KINDS, POSTS, shownName } from './words';
import { addPeopleCommands } from './people';
import { addReorganisation } from './reorganisation';

/** 16 MiB: an office of ten thousand people is a tenth of that. */
const OFFICE_FILE_BYTES_MAX = 16 * 1024 * 1024;

export function addOrganisationCommands(program: Command, context: CommandContext): void {
  addUnits(program, context);
  addOfficials(program, context);
  addOfficeLoad(program, context);
  addOrganisationImport(program, context);
  addReorganisation(program, context);
  addPeopleCommands(program, context);
}

interface DayOptions {
  readonly asOf?: string;
}

function addUnits(program: Command, { connect, output }: CommandContext): void {
  program
    .command('units')
    .description('Các đơn vị đang hoạt động trong ngày')
    .addOption(onDay())
    .addHelpText('after', example('units --as-of 2025-12-31'))
    .action(({ asOf }: DayOptions) =>
      connect(async (api) => {
        const answer = await ask(api, '/v1/units', { asOf });
        output.show(answer, () => unitsInWords(answer));
      }),
    );
}

function addOfficials(program: Command, { connect, output }: CommandContext): void {
  program
    .command('officials')
    .description('Cán bộ đang công tác trong ngày và chức vụ của họ')
    .addOption(onDay())
    .addHelpText('after', example('officials'))
    .action(({ asOf }: DayOptions) =>
      connect(async (api) => {
        const answer = await ask(api, '/v1/officials', { asOf });
        output.show(answer, () => officialsInWords(answer));
      }),
    );
}

function addOfficeLoad(
  program: Command,
  { connect, output, progress, folder }: CommandContext,
): void {
  const office = program.command('office').description('Tổ chức: đơn vị, cán bộ, chức vụ');
  office
    .command('load <tệp>')
    .description('Nạp đơn vị, cán bộ, chức vụ từ tệp JSON; cái đã có được giữ nguyên')
    .addHelpText('after', example('office load examples/office/sample-office.json'))
    .action(async (path: string) => {
      const byteCountMax = OFFICE_FILE_BYTES_MAX;
      const body = readOfficeJson(await readInputFile(path, { folder, byteCountMax }));
      await connect(async (api) => {
        progress.says('Đang nạp tổ chức…');
        const answer = await api.post('/v1/office', body);
        output.show(answer, () => loadedInWords(answer));
      });
    });
}

const unitsSchema = z.object({
  asOf: z.string(),
  units: z.array(
    z.object({
      unitId: z.string(),
      name: z.string(),
      kind: z.string(),
      parentUnitId: z.string().nullable(),
      aliases: z.array(z.string()),
    }),
  ),
});

function unitsInWords(answer: unknown): string {
  const { asOf, units } = readAnswer(unitsSchema, answer);
  if (units.length === 0) return 'Chưa có đơn vị nào. Nạp bằng: office load <tệp>.';
  const table = renderTable(
    [{ title: 'Mã' }, { title: 'Tên', widthMax: 60 }, { title: 'Loại' }, { title: 'Thuộc' }],
    units.map(({ unitId, name, kind, parentUnitId }) => [
      unitId,
      name,
      KINDS[kind] ?? kind,
      parentUnitId,
    ]),
  );
  return `${units.length} đơn vị ngày ${dayText(asOf)}:\n${table}`;
}

const officialsSchema = z.object({
  asOf: z.string(),
  officials: z.array(
    z.object({
      personId: z.string(),
      name: z.string().nullable(),
      erased: z.boolean().default(false),
      posts: z.array(z.object({ unitId: z.string(), post: z.string() })),
    }),
  ),
});

function officialsInWords(answer: unknown): string {
  const { asOf, officials } = readAnswer(officialsSchema, answer);
  if (officials.length === 0) return 'Chưa có cán bộ nào. Nạp bằng: office load <tệp>.';
  const table = renderTable(
    [{ title: 'Mã' }, { title: 'Họ tên' }, { title: 'Chức vụ', widthMax: 60 }],
    officials.map(({ personId, name, erased, posts }) => [
      personId,
      shownName({ name, erased }),
      posts.map(({ unitId, post }) => `${POSTS[post] ?? post} ${unitId}`).join(', '),
    ]),
  );
  return `${officials.length} cán bộ ngày ${dayText(asOf)}:\n${table}`;
}
