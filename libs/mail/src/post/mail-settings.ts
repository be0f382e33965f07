/** Where mail goes out and from whom. */
export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://…:465`; `?tls.rejectUnauthorized=false` and the like are heeded. */
  readonly smtpUrl: string;
  /** An address, with or without a name before it: `Thi Đua <thidua@sct.example.vn>`. */
  readonly from: string;
  /** One letter a person a day instead of one a notice. */
  readonly isDigest: boolean;
}

/** A mail setting is wrong; one line that names the variable and nothing of its value. */
export class MailSettingsWrong extends Error {
  constructor(variable: string, why: string) {
    super(`Biến môi trường ${variable} ${why}`);
    this.name = 'MailSettingsWrong';
  }
}

const ADDRESS = /^[^\s<>@]+@[^\s<>@]+$/;

/** The address between the brackets, or the whole text. */
export const bareAddress = (from: string): string =>
  /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from.trim();

/**
 * Null when no server is named: then no mail is sent and none is kept for later.
 * @throws MailSettingsWrong
 */
export function readMailSettings(given: {
  readonly smtpUrl: string | null;
  readonly from: string | null;
  readonly isDigest: boolean;
}): MailSettings | null {
  const { smtpUrl, from, isDigest } = given;
  if (smtpUrl === null) return null;
  if (from === null)
    throw new MailSettingsWrong('MAIL_FROM', 'phải được đặt khi có SMTP_URL (must be set with it)');
  if (!ADDRESS.test(bareAddress(from)))
    throw new MailSettingsWrong('MAIL_FROM', 'phải là một địa chỉ thư (must be a mail address)');
  return { smtpUrl, from, isDigest };
}
