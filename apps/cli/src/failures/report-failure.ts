import { CommandRejected } from '@thidua/kernel';
import { jsonText, plainText } from '../output/plain-text';
import { CommandFailure } from './command-failure';

/** What went wrong, as a `CommandFailure`; anything unforeseen is told in one line too. */
export function failureFrom(error: unknown): CommandFailure {
  if (error instanceof CommandFailure) return error;
  if (error instanceof CommandRejected) return new CommandFailure(error.code, error.vi);
  const reason = error instanceof Error ? error.message : String(error);
  return new CommandFailure(
    'UNEXPECTED',
    `Lỗi ngoài dự kiến của dòng lệnh: ${reason.split('\n')[0] ?? ''}`,
  );
}

/** Text for standard error: a sentence, the wrong fields one a line, and the code to quote when asking for help. */
export function failureInWords({ code, detail, faults }: CommandFailure): string {
  const fields = faults.map(({ path, message }) =>
    path === '' ? `  - ${message}` : `  - ${path}: ${message}`,
  );
  return `${plainText([detail, ...fields, `(Mã lỗi: ${code})`].join('\n'))}\n`;
}

/** One line of JSON for standard error, so that a program can read why. */
export function failureAsLine({ code, detail, faults }: CommandFailure): string {
  return `${jsonText({ code, detail, ...(faults.length > 0 ? { errors: faults } : {}) })}\n`;
}
