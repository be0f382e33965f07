import type { Insight } from '@thidua/scoring';
import type { Command } from 'commander';
import { z } from 'zod';
import { ask, readAnswer } from '../connection';
import { wrongUsage } from '../failures/command-failure';
import { writeOutputFile } from '../files/write-output-file';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { insightInWords } from './run/insight';

interface OfficialOptions {
  readonly year?: number;
  readonly asOf?: string;
  readonly position?: string;
  readonly ruleSet?: string;
  readonly out?: string;
}

const steps = z.array(z.looseObject({ title: z.looseObject({ vi: z.string() }) }));
const outline = z.looseObject({
  person: z.looseObject({ personId: z.string(), waterfall: steps, periods: z.array(z.unknown()) }),
  fragility: z.looseObject({ tried: z.number(), fragile: z.array(z.unknown()) }),
});
const insightAnswer = z.custom<Insight>((answer) => outline.safeParse(answer).success);

/** @throws CommandFailure with exit code 2. */
const addressOf = ({ year }: OfficialOptions, rest: string): string => {
  if (year !== undefined) return `/v1/scores/${year}/${rest}`;
  throw wrongUsage('Thiếu tùy chọn bắt buộc --year <năm>. Thêm --help để xem cách dùng.');
};

/** `score person` and `score facts`: the officials' year as the log has it, on any day. */
export function addOfficialScores(score: Command, context: CommandContext): void {
  const { connect, output, progress, folder } = context;
  score
    .command('person <cán-bộ>')
    .description(
      'Điểm năm của một cán bộ theo Nghị định 335/2025: từng bước, cần gì để lên mức, dựa vào sự kiện nào',
    )
    .addHelpText('after', example('score person cb-006 --year 2026 --as-of 2026-06-30'))
    .action((person: string, _own: unknown, command: Command) => {
      const { asOf, position, ruleSet, ...options } = command.optsWithGlobals<OfficialOptions>();
      const address = addressOf(options, `people/${encodeURIComponent(person)}`);
      return connect(async (api) => {
        progress.says('Đang chấm điểm…');
        const answer = await ask(api, address, { asOf, position, ruleSet });
        output.show(answer, () => insightInWords(readAnswer(insightAnswer, answer)));
      });
    });
  score
    .command('facts')
    .description(
      'Ghi dữ kiện năm của cán bộ ra tệp, để chấm thử bằng score run: đổi quy tắc, thêm, bớt',
    )
    .requiredOption('--out <tệp>', 'tệp để ghi')
    .addHelpText('after', example('score facts --year 2026 --as-of 2026-06-30 --out du-kien.json'))
    .action((_own: unknown, command: Command) => {
      const {
        asOf,
        position,
        ruleSet,
        out = '',
        ...options
      } = command.optsWithGlobals<OfficialOptions>();
      const address = addressOf(options, 'facts');
      return connect(async (api) => {
        progress.says('Đang đọc dữ kiện…');
        const answer = await ask(api, address, { asOf, position, ruleSet });
        const bytes = Buffer.from(`${JSON.stringify(answer, null, 2)}\n`, 'utf8');
        await writeOutputFile(out, bytes, folder);
        output.show({ file: out, byteCount: bytes.byteLength }, () => `Đã ghi ${out}.`);
      });
    });
}
