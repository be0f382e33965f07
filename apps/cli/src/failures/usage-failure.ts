import type { CommanderError } from 'commander';
import { wrongUsage, type CommandFailure } from './command-failure';

const SEE_HELP = 'Thêm --help để xem cách dùng.';

/** The parser's English messages, by its stable codes; the quoted part is what the person typed or left out. */
const SENTENCES: Readonly<Record<string, (named: string) => string>> = {
  'commander.unknownCommand': (name) => `Không có lệnh "${name}".`,
  'commander.unknownOption': (name) => `Không có tùy chọn ${name}.`,
  'commander.missingArgument': (name) => `Thiếu <${name}>.`,
  'commander.optionMissingArgument': (name) => `Tùy chọn ${name} cần một giá trị.`,
  'commander.missingMandatoryOptionValue': (name) => `Thiếu tùy chọn bắt buộc ${name}.`,
  'commander.excessArguments': () => 'Thừa tham số.',
  'commander.conflictingOption': (name) => `Tùy chọn ${name} không đi cùng tùy chọn kia.`,
};

/** Null when the parser only showed what it was asked for (help, version). */
export function usageFailure(error: CommanderError): CommandFailure | null {
  if (error.exitCode === 0) return null;
  if (error.code === 'commander.help') return wrongUsage(`Cần chọn một lệnh con. ${SEE_HELP}`);
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const near = /Did you mean (?:one of )?(.+?)\?\)/.exec(error.message)?.[1];
  const sentence = SENTENCES[error.code]?.(named) ?? error.message.replace(/^error: /, '');
  const suggestion = near === undefined ? '' : ` Có phải bạn muốn: ${near}?`;
  return wrongUsage(`${sentence}${suggestion} ${SEE_HELP}`);
}
