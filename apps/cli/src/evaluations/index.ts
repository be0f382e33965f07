import type { Command } from 'commander';
import { ask, readAnswer } from '../connection';
import { writeOutputFile } from '../files/write-output-file';
import type { CommandContext } from '../program/command-context';
import { example, ofYear } from '../program/command-options';
import { withExportOptions, type FileWanted } from '../scores/export';
import { cycleAnswer, cyclesAnswer, stepAnswer } from './evaluation-answers';
import { cycleInWords, cyclesInWords, stepInWords } from './evaluation-in-words';
import { STEPS_OF_LINE, type StepOfLine } from './evaluation-steps';

const ONLY_THEIR_OWN =
  'Chỉ hiển thị phần của bản thân và của đơn vị mình phụ trách; toàn bộ chỉ mở cho Văn phòng và lãnh đạo Sở.';

/** `evaluation …`: the cycle of a year, one word a step. */
export function addEvaluationCommands(program: Command, context: CommandContext): void {
  const evaluation = program
    .command('evaluation')
    .description('Kỳ đánh giá: mở, chốt, tính, họp, phê duyệt, công bố, kiến nghị');
  addList(evaluation, context);
  addShow(evaluation, context);
  addSheet(evaluation, context);
  addExport(evaluation, context);
  addOpen(evaluation, context);
  for (const step of STEPS_OF_LINE) addStep(evaluation, context, step);
}

const addressOf = (evaluationId: string): string =>
  `/v1/evaluations/${encodeURIComponent(evaluationId)}`;

function addList(evaluation: Command, { connect, output }: CommandContext): void {
  evaluation
    .command('list')
    .description('Các kỳ đánh giá')
    .addOption(ofYear('năm đánh giá'))
    .addHelpText('after', example('evaluation list --year 2025'))
    .action(({ year }: { readonly year?: number }) =>
      connect(async (api) => {
        const answer = await ask(api, '/v1/evaluations', { year });
        output.show(answer, () => cyclesInWords(readAnswer(cyclesAnswer, answer).evaluations));
      }),
    );
}

function addShow(evaluation: Command, { connect, output }: CommandContext): void {
  evaluation
    .command('show <kỳ>')
    .description('Một kỳ đánh giá: từng bước, kiến nghị và hạn trả lời, lịch sử')
    .addHelpText('after', example('evaluation show 2025.UNIT_TASK_RESULTS'))
    .action((evaluationId: string) =>
      connect(async (api) => {
        const answer = await ask(api, addressOf(evaluationId));
        output.show(answer, () => {
          const { evaluation: cycle, isWhole } = readAnswer(cycleAnswer, answer);
          return cycleInWords(cycle) + (isWhole ? '' : `\n\n${ONLY_THEIR_OWN}`);
        });
      }),
    );
}

function addSheet(evaluation: Command, { connect, output }: CommandContext): void {
  evaluation
    .command('sheet <kỳ>')
    .description('Bảng điểm đã chốt, nguyên văn JSON')
    .addHelpText('after', example('evaluation sheet 2025.UNIT_TASK_RESULTS'))
    .action((evaluationId: string) =>
      connect(async (api) => {
        const answer = await api.get(`${addressOf(evaluationId)}/sheet`);
        output.show(answer, () => JSON.stringify(answer, null, 2));
      }),
    );
}

function addExport(
  evaluation: Command,
  { connect, output, progress, folder }: CommandContext,
): void {
  withExportOptions(evaluation.command('export <kỳ>'))
    .description('Xuất kết quả đã chốt của kỳ: phiếu, danh sách, biên bản họp, sổ điểm, CSV, JSON')
    .addHelpText(
      'after',
      example('evaluation export 2025.UNIT_TASK_RESULTS --to minutes --out bien-ban.docx'),
    )
    .action((evaluationId: string, { to, out, ...query }: FileWanted) =>
      connect(async (api) => {
        progress.says('Đang lập tệp…');
        const bytes = await api.download(`${addressOf(evaluationId)}/export/${to}`, { ...query });
        await writeOutputFile(out, bytes, folder);
        output.show({ file: out, byteCount: bytes.byteLength }, () => `Đã ghi ${out}.`);
      }),
    );
}

function addOpen(evaluation: Command, { connect, output }: CommandContext): void {
  evaluation
    .command('open')
    .description('Mở kỳ đánh giá của năm')
    .addOption(ofYear('năm đánh giá').makeOptionMandatory())
    .option('--rule-set <bộ-tiêu-chí>', 'mã bộ tiêu chí (mặc định: bộ có hiệu lực trong năm)')
    .option('--evaluation-id <mã-kỳ>', 'mã kỳ (mặc định: năm và bộ tiêu chí)')
    .addHelpText('after', example('evaluation open --year 2025'))
    .action((options: Readonly<Record<string, unknown>>) =>
      connect(async (api) => {
        const answer = await api.post('/v1/evaluations', options);
        output.show(answer, () => stepInWords(readAnswer(stepAnswer, answer)));
      }),
    );
}

function addStep(
  evaluation: Command,
  { connect, output, progress }: CommandContext,
  { name, segment, says, example: line, options, defaults = {} }: StepOfLine,
): void {
  const step = evaluation.command(`${name} <kỳ>`).description(says);
  for (const option of options) step.addOption(option);
  step
    .addHelpText('after', example(`evaluation ${name} ${line}`))
    .action((evaluationId: string, given: Readonly<Record<string, unknown>>) =>
      connect(async (api) => {
        progress.says(`${says}…`);
        const body = { ...defaults, ...given };
        const answer = await api.post(`${addressOf(evaluationId)}/${segment}`, body);
        output.show(answer, () => stepInWords(readAnswer(stepAnswer, answer)));
      }),
    );
}
