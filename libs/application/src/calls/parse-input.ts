import { toNfcDeep } from '@thidua/kernel';
import type { z } from 'zod';
import { InvalidInput } from './call-errors';

type Issue = z.core.$ZodIssue;

/**
 * Input as the schema wants it, text in NFC.
 * @throws InvalidInput naming every field at fault.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.infer<Schema> {
  const result = schema.safeParse(toNfcDeep(input));
  if (result.success) return result.data;
  throw new InvalidInput(result.error.issues.map(faultOf));
}

const faultOf = (issue: Issue) => ({
  path: issue.path.map(String).join('.'),
  message: messageOf(issue),
});

/** zod's own words are English only; the common faults get a Vietnamese text first. */
function messageOf(issue: Issue): string {
  if (issue.code === 'invalid_type' && issue.message.includes('received undefined')) {
    return 'thiếu thông tin bắt buộc (required)';
  }
  if (issue.code === 'unrecognized_keys') {
    return `có trường lạ: ${issue.keys.join(', ')} (unknown fields)`;
  }
  if (issue.code === 'invalid_value') {
    return `phải là một trong: ${issue.values.map(String).join(', ')} (must be one of these)`;
  }
  if (issue.code === 'invalid_type') {
    return `phải là kiểu ${issue.expected} (must be of type ${issue.expected})`;
  }
  return issue.message;
}
