import { z } from 'zod';
import { isLocalDate, type LocalDate, type LocalMonth } from './local-date';
import { toNfc, toOneLine } from './text';

/** Field types shared by every event and command. Messages are Vietnamese first because a clerk reads them. */

const textMadeBy = (tidy: (value: string) => string, max: number) =>
  z
    .string({ error: 'phải là một chuỗi ký tự (must be text)' })
    .transform((value) => tidy(toNfc(value)))
    .pipe(
      z
        .string()
        .min(1, { error: 'không được để trống (must not be empty)' })
        .max(max, { error: `dài nhất ${max} ký tự (at most ${max} characters)` }),
    );

/** Non-empty text, NFC, trimmed, at most `max` characters; it may have several lines. */
export const text = (max = 2000) => textMadeBy((value) => value.trim(), max);

/** Text of one line, such as a title, a name or a number: line ends and tabs become a space. */
export const line = (max = 2000) => textMadeBy(toOneLine, max);

/** A reason a person gives; kept for ever, so it must say something. */
export const reason = () => text(1000);

/** An id: letters, digits, dot, underscore and hyphen, at most 80 characters. */
export const id = () =>
  z.string({ error: 'phải là một mã (must be an id)' }).regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, {
    error:
      'phải là mã gồm chữ không dấu, số, dấu chấm, gạch (must be an id: letters, digits, . _ -)',
  });

/** Calendar date in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export const day = () =>
  z
    .custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value), {
      error: 'phải là một ngày có thật, dạng YYYY-MM-DD (must be an existing day, YYYY-MM-DD)',
    })
    .meta({ type: 'string', format: 'date' });

/** Calendar month in Asia/Ho_Chi_Minh, `YYYY-MM`. */
export const month = () =>
  z
    .custom<LocalMonth>(
      (value) => typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value),
      { error: 'phải là một tháng, dạng YYYY-MM (must be a month, YYYY-MM)' },
    )
    .meta({ type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });

export const year = () =>
  z
    .number({ error: 'phải là một năm (must be a year)' })
    .int()
    .min(2000, { error: 'năm từ 2000 (year from 2000)' })
    .max(2100, { error: 'năm đến 2100 (year up to 2100)' });

/** A decimal carried as text so that no digit is lost: `126305`, `99.97`, `-3.5`. */
export const decimal = () =>
  z.string().regex(/^-?\d{1,20}(\.\d{1,10})?$/, {
    error: 'phải là số thập phân viết bằng chữ số, ví dụ "99.97" (must be a decimal as text)',
  });

/** An issued document: the proof offices know. The number is kept as written. */
export const document = () =>
  z.strictObject({
    number: line(120),
    date: day().nullable(),
    issuer: line(200).nullable(),
    title: line(1000).nullable(),
  });
export type DocumentReference = z.infer<ReturnType<typeof document>>;

/** A piece of proof: a document, a link, or a file by its SHA-256. At least one of the three is set. */
export const evidence = () =>
  z
    .strictObject({
      document: document().nullable(),
      url: z.url({ error: 'phải là một địa chỉ liên kết (must be a URL)' }).nullable(),
      fileSha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/, { error: 'phải là SHA-256 dạng hex (must be SHA-256 in hex)' })
        .nullable(),
      note: text(1000).nullable(),
    })
    .refine((item) => item.document !== null || item.url !== null || item.fileSha256 !== null, {
      error:
        'cần số văn bản, đường dẫn hoặc mã băm của tệp (needs a document, a URL or a file hash)',
    });
export type Evidence = z.infer<ReturnType<typeof evidence>>;
