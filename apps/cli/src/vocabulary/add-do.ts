import type { Command } from 'commander';
import { documentOf, paperFieldOf } from './legal-paper';
import { commandData } from './command-data';
import { requireCommand, type Vocabulary } from './vocabulary';
import type { CommandContext } from '../program/command-context';
import { example } from '../program/command-options';

interface Doing {
  readonly vocabulary: Vocabulary;
  /** What the command is given about, as it stands in the usage: `<đơn-vị>`. */
  readonly subject: string;
  readonly says: string;
  readonly example: string;
  pathOf(subject: string, segment: string): string;
  inWords(answer: unknown): string;
}

interface DoOptions {
  readonly data?: string;
  readonly set?: readonly string[];
  readonly document?: string;
}

/** `… do <subject> <command>`: any command of a vocabulary, by name. */
export function addDo(parent: Command, { connect, output }: CommandContext, doing: Doing): void {
  const { vocabulary } = doing;
  parent
    .command(`do ${doing.subject} <lệnh>`)
    .description(`${doing.says} (xem các lệnh: ${vocabulary.listedBy})`)
    .option('--data <json>', 'nội dung, một đối tượng JSON')
    .option('--set <cặp...>', 'từng trường của nội dung, dạng trường=giá-trị')
    .option('--document <văn-bản>', 'số văn bản căn cứ, có thể kèm ngày: "15/QĐ-SCT,2025-06-20"')
    .addHelpText('after', example(doing.example))
    .action(async (subject: string, command: string, { document, ...given }: DoOptions) => {
      const segment = requireCommand(vocabulary, command);
      const paper =
        document === undefined ? {} : { [paperFieldOf(vocabulary, segment)]: documentOf(document) };
      const data = { ...paper, ...commandData(vocabulary, segment, given) };
      await connect(async (api) => {
        const answer = await api.post(doing.pathOf(subject, segment), data);
        output.show(answer, () => doing.inWords(answer));
      });
    });
}
