import { toNfc } from '@thidua/kernel';
import { v5 } from 'uuid';

/** One notice as a letter tells it; Vietnamese. */
export interface LetterNotice {
  /** One line, also the subject of a letter about nothing else. */
  readonly title: string;
  readonly lines: readonly string[];
}

/** A mail before it is addressed. */
export interface Letter {
  /** Stable: whoever sends the letter again sends it under the same id, so that a mailbox can know it. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const NAMESPACE = '0f6f6e0c-5f0e-4d51-9f0e-3f8a2f0c7b11';

const FOOTER = 'Thư do phần mềm Thi Đua tự động gửi; trả lời thư này không làm thay đổi hồ sơ.';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const subjectOf = (notices: readonly LetterNotice[]): string => {
  const [only, ...others] = notices;
  return only !== undefined && others.length === 0
    ? `[Thi Đua] ${only.title}`
    : `[Thi Đua] ${notices.length} thông báo về nhiệm vụ`;
};

export interface LetterKey {
  readonly personId: string;
  /** Which letter to this person: the notice's id, or the day of a digest. */
  readonly letter: string;
  /** What stands after the @ in the letter's id. */
  readonly domain: string;
}

/** The letter about the notices, in their order. All text in NFC. */
export function writeLetter(key: LetterKey, notices: readonly LetterNotice[]): Letter {
  const paragraphs = notices.map(({ title, lines }) => [title, ...lines].map(toNfc));
  const text = [...paragraphs.map((lines) => lines.join('\n')), `--\n${FOOTER}`].join('\n\n');
  const body = paragraphs
    .map(([title = '', ...lines]) => {
      const told = lines.map((line) => `<br>${escaped(line)}`).join('');
      return `<p><strong>${escaped(title)}</strong>${told}</p>`;
    })
    .join('\n');
  return {
    messageId: `<${v5(`${key.personId}\u0000${key.letter}`, NAMESPACE)}@${key.domain}>`,
    subject: toNfc(subjectOf(notices)),
    text: `${text}\n`,
    html: `<!doctype html>\n<html lang="vi"><body>\n${body}\n<hr><p><small>${FOOTER}</small></p>\n</body></html>\n`,
  };
}
