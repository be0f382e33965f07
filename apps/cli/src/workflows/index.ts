import { Option, type Command } from 'commander';
import { definitionSchema, drawDefinition, drawDefinitionSvg } from '@thidua/workflow';
import { z } from 'zod';
import { readAnswer, type ApiClient } from '../connection';
import { CommandFailure, wrongUsage } from '../failures/command-failure';
import { readInputFile } from '../files/read-input-file';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { outcomeInWords } from '../vocabulary';
import { addMigrate } from './migrate';
import { validationAnswer } from './workflow-answers';
import {
  publishedInWords,
  validInWords,
  workflowInWords,
  workflowListInWords,
} from './workflow-in-words';

const FILE_BYTES_MAX = 64 * 1024;

export function addWorkflowCommands(program: Command, context: CommandContext): void {
  const workflow = program
    .command('workflow')
    .description('Quy trình: xem, kiểm tra, vẽ, ban hành, chuyển nhiệm vụ');
  addList(workflow, context);
  addShow(workflow, context);
  addValidate(workflow, context);
  addPublish(workflow, context);
  addDraw(workflow, context);
  addRetire(workflow, context);
  addMigrate(workflow, context);
}

/** `two-level@1`, or `two-level` for its newest version, as an address. */
function addressOf(name: string): string {
  const [, id, version = 'latest'] = /^([a-z][a-z0-9-]*)(?:@(\d+))?$/.exec(name) ?? [];
  if (id !== undefined) return `/v1/workflows/${id}/versions/${version}`;
  throw wrongUsage(`Quy trình phải ghi dạng two-level hoặc two-level@1, không phải "${name}".`);
}

function addList(workflow: Command, { connect, output }: CommandContext): void {
  workflow
    .command('list')
    .description('Các quy trình và phiên bản')
    .addHelpText('after', example('workflow list'))
    .action(() =>
      connect(async (api) => {
        const answer = await api.get('/v1/workflows');
        output.show(answer, () => workflowListInWords(answer));
      }),
    );
}

function addShow(workflow: Command, { connect, output }: CommandContext): void {
  workflow
    .command('show <quy-trình>')
    .description('Một quy trình: trạng thái, bước chuyển, ai được làm, mốc nhắc')
    .addHelpText('after', example('workflow show two-level@1'))
    .action(async (name: string) => {
      const address = addressOf(name);
      await connect(async (api) => {
        const answer = await api.get(address);
        output.show(answer, () => workflowInWords(answer));
      });
    });
}

/** @throws CommandFailure with every problem and its place when the file is not valid. */
async function validated(api: ApiClient, bytes: Uint8Array, path: string): Promise<unknown> {
  const answer = await api.upload('/v1/workflows/validate', bytes);
  const { valid, problems } = readAnswer(validationAnswer, answer);
  if (valid) return answer;
  const faults = problems.map(({ line, column, vi }) => ({
    path: line === null ? path : `${path}:${line}:${column ?? 1}`,
    message: vi,
  }));
  throw new CommandFailure('WORKFLOW_INVALID', `${path}: quy trình chưa dùng được.`, { faults });
}

function addValidate(workflow: Command, { connect, output, folder }: CommandContext): void {
  workflow
    .command('validate <tệp>')
    .description('Kiểm tra tệp quy trình (.yaml, .json), không ghi gì')
    .addHelpText('after', example('workflow validate examples/workflows/two-level.yaml'))
    .action(async (path: string) => {
      const { bytes } = await readInputFile(path, { folder, byteCountMax: FILE_BYTES_MAX });
      await connect(async (api) => {
        const answer = await validated(api, bytes, path);
        output.show(answer, () => validInWords(answer));
      });
    });
}

function addPublish(workflow: Command, { connect, output, folder }: CommandContext): void {
  workflow
    .command('publish <tệp>')
    .description('Ban hành tệp quy trình thành phiên bản tiếp theo')
    .addHelpText('after', example('workflow publish quy-trinh.yaml'))
    .action(async (path: string) => {
      const { bytes } = await readInputFile(path, { folder, byteCountMax: FILE_BYTES_MAX });
      await connect(async (api) => {
        await validated(api, bytes, path);
        const answer = await api.upload('/v1/workflows', bytes);
        output.show(answer, () => publishedInWords(answer));
      });
    });
}

const drawable = z.object({ definition: definitionSchema });

function addDraw(workflow: Command, { connect, output }: CommandContext): void {
  workflow
    .command('draw <quy-trình>')
    .description('Vẽ quy trình')
    .addOption(
      new Option('--format <dạng>', 'mermaid hoặc svg')
        .choices(['mermaid', 'svg'])
        .default('mermaid'),
    )
    .addHelpText('after', example('workflow draw two-level --format svg > two-level.svg'))
    .action(async (name: string, { format }: { readonly format: 'mermaid' | 'svg' }) => {
      const address = addressOf(name);
      await connect(async (api) => {
        const { definition } = readAnswer(drawable, await api.get(address));
        const drawing = (format === 'svg' ? drawDefinitionSvg : drawDefinition)(definition);
        output.show({ format, drawing }, () => drawing.trimEnd());
      });
    });
}

function addRetire(workflow: Command, { connect, output }: CommandContext): void {
  workflow
    .command('retire <quy-trình>')
    .description('Ngừng dùng một phiên bản cho nhiệm vụ mới; nhiệm vụ đang chạy giữ nguyên')
    .requiredOption('--reason <lý-do>', 'vì sao ngừng dùng')
    .addHelpText('after', example('workflow retire two-level@1 --reason "Đã có phiên bản 2"'))
    .action(async (name: string, { reason }: { readonly reason: string }) => {
      const address = addressOf(name);
      await connect(async (api) => {
        const answer = await api.post(`${address}/retire`, { reason });
        output.show(answer, () => outcomeInWords(answer));
      });
    });
}
