import type { Command } from 'commander';
import { ask, readAnswer, upToDate } from '../connection';
import { writeOutputFile } from '../files/write-output-file';
import type { CommandContext } from '../program/command-context';
import { example, onDay } from '../program/command-options';
import { briefingAnswer, briefingInWords } from './briefing-in-words';

const CUT_OFF = 'ngày sau tháng báo cáo, hoặc hôm nay nếu tháng chưa hết';

const pathOf = (month: string): string => `/v1/briefings/${encodeURIComponent(month)}`;

/** The monthly briefing on the screen, and as the paper that is laid before the Director. */
export function addBriefingCommands(
  program: Command,
  { connect, output, progress, folder }: CommandContext,
): void {
  const briefing = program.command('briefing').description('Tài liệu giao ban hàng tháng');
  briefing
    .command('show <tháng>')
    .description('Tình hình từng đơn vị, vướng mắc, chỉ đạo và kết quả, tháng dạng YYYY-MM')
    .addOption(onDay(CUT_OFF))
    .addHelpText('after', example('briefing show 2025-10'))
    .action((month: string, options: { readonly asOf?: string }) =>
      connect(async (api) => {
        progress.says('Đang tổng hợp…');
        const answer = await ask(api, pathOf(month), options);
        output.show(answer, () => briefingInWords(readAnswer(briefingAnswer, answer)));
      }),
    );
  briefing
    .command('export <tháng>')
    .description('Xuất báo cáo giao ban ra tệp DOCX theo thể thức văn bản hành chính')
    .addOption(onDay(CUT_OFF))
    .requiredOption('--out <tệp>', 'tệp DOCX để ghi')
    .addHelpText('after', example('briefing export 2025-10 --out giao-ban.docx'))
    .action((month: string, { asOf, out }: { readonly asOf?: string; readonly out: string }) =>
      connect(async (api) => {
        progress.says('Đang lập báo cáo…');
        const query = { asOf, ...(await upToDate(api)) };
        const bytes = await api.download(`${pathOf(month)}/document`, query);
        await writeOutputFile(out, bytes, folder);
        output.show({ file: out, byteCount: bytes.byteLength }, () => `Đã ghi ${out}.`);
      }),
    );
}
