import type { Command } from 'commander';
import { ask, readAnswer, type Query } from '../connection';
import { wrongUsage } from '../failures/command-failure';
import type { CommandContext } from '../program/command-context';
import { example, ofYear, onDay } from '../program/command-options';
import { addScoreExport } from './export';
import { addOfficialScores } from './official';
import { addScoreRun } from './run';
import { addScoreTitles } from './run/titles-run';
import { explanationAnswer, freezeAnswer, sheetAnswer } from './score-answers';
import { explanationInWords, frozenInWords, sheetInWords } from './score-in-words';

interface ScoreOptions {
  readonly year?: number;
  readonly asOf?: string;
  readonly position?: string;
  readonly ruleSet?: string;
}

export function addScoreCommands(program: Command, context: CommandContext): void {
  const { connect, output, progress } = context;
  const score = program
    .command('score')
    .description('Điểm thi đua của năm: bảng đã chốt nếu có, không thì tạm tính')
    // Known to the subcommands too, wherever they are written on the line.
    .addOption(ofYear('năm chấm điểm; bắt buộc, trừ khi có --facts'))
    .addOption(onDay('ngày cuối năm'))
    .option('--position <vị-trí>', 'chỉ tính sự kiện đến vị trí này của nhật ký')
    .option('--rule-set <bộ-tiêu-chí>', 'mã bộ tiêu chí (mặc định: bộ có hiệu lực trong năm)')
    .addHelpText('after', example('score --year 2025 --as-of 2025-12-31'))
    .action((options: ScoreOptions) => {
      const year = yearOf(options);
      return connect(async (api) => {
        progress.says('Đang chấm điểm…');
        const answer = await ask(api, `/v1/scores/${year}`, viewOf(options));
        output.show(answer, () => sheetInWords(readAnswer(sheetAnswer, answer)));
      });
    });
  addExplain(score, context);
  addFreeze(score, context);
  addOfficialScores(score, context);
  addScoreRun(score, context);
  addScoreTitles(score, context);
  addScoreExport(score, context);
}

/** @throws CommandFailure with exit code 2: only a facts file says its year itself. */
const yearOf = ({ year }: ScoreOptions): number => {
  if (year !== undefined) return year;
  throw wrongUsage('Thiếu tùy chọn bắt buộc --year <năm>. Thêm --help để xem cách dùng.');
};

const viewOf = ({ asOf, position, ruleSet }: ScoreOptions): Query => ({ asOf, position, ruleSet });

function addExplain(score: Command, { connect, output, progress }: CommandContext): void {
  score
    .command('explain <đơn-vị>')
    .description('Giải thích điểm của một đơn vị: từng dòng, cách tính, căn cứ, sự kiện')
    .addHelpText('after', example('score explain qltm --year 2025'))
    .action((unit: string, _own: unknown, command: Command) => {
      const options = command.optsWithGlobals<ScoreOptions>();
      const path = `/v1/scores/${yearOf(options)}/units/${encodeURIComponent(unit)}`;
      return connect(async (api) => {
        progress.says('Đang chấm điểm…');
        const answer = await ask(api, path, viewOf(options));
        output.show(answer, () => explanationInWords(readAnswer(explanationAnswer, answer)));
      });
    });
}

function addFreeze(score: Command, { connect, output, progress }: CommandContext): void {
  score
    .command('freeze')
    .description('Chốt số liệu của năm tại vị trí hiện tại của nhật ký, ghi mã băm của bảng điểm')
    .addHelpText('after', example('score freeze --year 2025 --as-of 2025-12-31'))
    .action((_own: unknown, command: Command) => {
      const options = command.optsWithGlobals<ScoreOptions>();
      const { asOf, ruleSet } = options;
      const path = addressWith(`/v1/scores/${yearOf(options)}/freeze`, { asOf, ruleSet });
      return connect(async (api) => {
        progress.says('Đang chốt số liệu…');
        const answer = await api.post(path);
        output.show(answer, () => frozenInWords(readAnswer(freezeAnswer, answer)));
      });
    });
}

/** The API takes the options of a freeze in the address, as for the sheet it freezes. */
function addressWith(path: string, query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const params = new URLSearchParams(
    given.map(([name, value]): [string, string] => [name, String(value)]),
  );
  return `${path}?${params.toString()}`;
}
