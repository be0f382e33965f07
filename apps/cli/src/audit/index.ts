import { Option, type Command } from 'commander';
import { readAnswer, upToDate } from '../connection';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';
import { dayValue } from '../program/option-values';
import { auditPage } from './audit-entry';
import { AUDIT_FORMATS, auditWriter, type AuditFormat } from './audit-formats';

interface AuditOptions {
  readonly format?: AuditFormat;
  readonly task?: string;
  readonly unit?: string;
  readonly plan?: string;
  readonly actor?: string;
  readonly type?: string;
  readonly from?: string;
  readonly to?: string;
}

export function addAuditCommand(program: Command, context: CommandContext): void {
  program
    .command('audit')
    .description(
      'Dấu vết kiểm toán: mọi sự kiện, đúng thứ tự, lọc theo điều kiện; về điểm của người khác chỉ Văn phòng và lãnh đạo Sở xem được',
    )
    .option('--task <nhiệm-vụ>', 'mã nhiệm vụ, hoặc số trong kế hoạch nếu chỉ một kế hoạch có')
    .option('--unit <đơn-vị>', 'mã, tên hoặc tên tắt của đơn vị')
    .option('--plan <kế-hoạch>', 'mã kế hoạch')
    .option('--actor <cán-bộ>', 'mã người hoặc dịch vụ đã ghi')
    .option('--type <loại>', 'loại sự kiện, ví dụ DeadlineExtended')
    .addOption(
      new Option('--from <ngày>', 'xảy ra từ ngày YYYY-MM-DD').argParser(dayValue('--from')),
    )
    .addOption(new Option('--to <ngày>', 'xảy ra đến hết ngày').argParser(dayValue('--to')))
    .addOption(
      new Option('--format <dạng>', 'table, json, ndjson hoặc csv (mặc định: table)').choices(
        AUDIT_FORMATS,
      ),
    )
    .addHelpText('after', example('audit --task 3.3.a --format csv > dau-vet.csv'))
    .action((options: AuditOptions) => audit(context, options));
}

async function audit(
  { connect, output, progress }: CommandContext,
  { format, ...filter }: AuditOptions,
): Promise<void> {
  const writer = auditWriter(format ?? (output.isJson ? 'json' : 'table'));
  await connect(async (api) => {
    const query = { ...filter, ...(await upToDate(api)) };
    const { withheld } = readAnswer(auditPage, await api.get('/v1/audit', { ...query, limit: 1 }));
    let count = 0;
    for await (const entry of api.lines('/v1/audit', query)) {
      const text = writer.entry(entry);
      if (text !== '') await output.stream(text);
      count += 1;
      progress.says('Đang đọc nhật ký…', { count });
    }
    await output.stream(writer.end(count, withheld.length > 0));
  });
}
