import { z } from 'zod';
import { CommandFailure } from '../failures/command-failure';

/** What of an RFC 9457 answer a clerk is shown. */
const problemSchema = z.object({
  code: z.string(),
  title: z.string().optional(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

/** The refusal in the API's own words; an answer that is no problem document is named as such, with its status. */
export function failureOf(status: number, body: string): CommandFailure {
  const problem = problemSchema.safeParse(parsed(body));
  if (!problem.success) {
    return new CommandFailure(
      'UNREADABLE_ANSWER',
      `Máy chủ trả lời không đọc được (HTTP ${status}). Hãy kiểm tra địa chỉ có đúng là Thi Đua không.`,
    );
  }
  const { code, title, detail, errors = [] } = problem.data;
  // With the wrong fields listed below, the heading reads better than the same faults in one long line.
  const sentence = errors.length > 0 && title !== undefined ? `${title}:` : detail;
  return new CommandFailure(code, sentence, { faults: errors });
}

/** No answer came at all. */
export function unreachable(url: string, cause: unknown): CommandFailure {
  return new CommandFailure(
    'SERVER_UNREACHABLE',
    `Không kết nối được máy chủ ${url}: ${reasonOf(cause)}.`,
  );
}

/** Fetch hides the network's own reason in the cause of its "fetch failed". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
