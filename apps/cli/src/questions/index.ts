import type { Command } from 'commander';
import { ask, readAnswer, type Query } from '../connection';
import type { CommandContext } from '../program/command-context';
import { example, knownAt, ofYear, onDay } from '../program/command-options';
import { questionAnswer, questionList } from './question-answers';
import { answerInWords, listInWords } from './question-in-words';

/** `ask` alone lists the questions of the year's end; with a number or name it answers one. */
export function addQuestionCommand(
  program: Command,
  { connect, output, progress }: CommandContext,
): void {
  program
    .command('ask [câu-hỏi]')
    .description('Các câu hỏi cuối năm: không nêu câu nào thì liệt kê, nêu số hoặc tên thì trả lời')
    .addOption(ofYear())
    .addOption(onDay())
    .addOption(knownAt())
    .option('--position <vị-trí>', 'chỉ tính sự kiện đến vị trí này của nhật ký')
    .option('--plan <kế-hoạch>', 'mã kế hoạch')
    .option('--unit <đơn-vị>', 'mã, tên hoặc tên tắt của đơn vị')
    .option('--task <số>', 'số nhiệm vụ, hoặc số của một nhóm nhiệm vụ')
    .option('--person <cán-bộ>', 'mã cán bộ')
    .option('--source <văn-bản>', 'một phần số ký hiệu của văn bản cấp trên')
    .option('--from <tháng>', 'từ tháng YYYY-MM')
    .option('--to <tháng>', 'đến tháng YYYY-MM')
    .option('--rule-set <bộ-tiêu-chí>', 'mã bộ tiêu chí')
    .addHelpText('after', example('ask 7 --from 2025-10 --to 2025-12 --as-of 2025-12-31'))
    .action((question: string | undefined, options: Query) =>
      connect(async (api) => {
        if (question === undefined) {
          const answer = await api.get('/v1/questions');
          output.show(answer, () => listInWords(readAnswer(questionList, answer)));
          return;
        }
        progress.says('Đang tìm câu trả lời…');
        const answer = await ask(api, `/v1/questions/${encodeURIComponent(question)}`, options);
        output.show(answer, () => answerInWords(readAnswer(questionAnswer, answer)));
      }),
    );
}
