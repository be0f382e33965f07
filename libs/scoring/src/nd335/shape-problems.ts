import type { z } from 'zod';

/** What is wrong with a document, and where: `people[0].periods[2].general`. */
export interface Problem {
  readonly path: string;
  /** Vietnamese first, English in brackets; says what would be right. */
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'chuỗi ký tự',
  number: 'số',
  boolean: 'true hoặc false',
  array: 'danh sách [...]',
  object: 'đối tượng {...}',
};

function words(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `thiếu hoặc sai kiểu, phải là ${KINDS[issue.expected] ?? issue.expected} (must be ${issue.expected})`;
    case 'invalid_value': {
      const values = issue.values.map((value) => JSON.stringify(value)).join(', ');
      return `phải là một trong: ${values} (must be one of these)`;
    }
    case 'unrecognized_keys':
      return `có trường không được biết: ${issue.keys.join(', ')} (unknown field)`;
    case 'invalid_union':
      return 'không đúng dạng nào được biết (matches no known form)';
    case 'too_small':
      return `ít nhất ${issue.minimum} (at least ${issue.minimum})`;
    case 'too_big':
      return `nhiều nhất ${issue.maximum} (at most ${issue.maximum})`;
    default:
      return issue.message;
  }
}

export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');

/** Of a union, the form that was nearest: the one with the fewest faults, and among those the deepest. */
function nearest(issue: Extract<Issue, { code: 'invalid_union' }>): readonly Issue[] {
  const depth = (issues: readonly Issue[]): number =>
    Math.max(0, ...issues.map(({ path }) => path.length));
  const [best] = [...issue.errors].sort((a, b) => a.length - b.length || depth(b) - depth(a));
  return best ?? [];
}

/** Every fault of a document's shape at its place; messages of our own field types already speak both languages. */
export function shapeProblems(
  issues: readonly Issue[],
  above: readonly PropertyKey[] = [],
): readonly Problem[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      return shapeProblems(nearest(issue), path);
    }
    const message = issue.message.includes('(') ? issue.message : words(issue);
    return [{ path: pathText(path), message }];
  });
}
