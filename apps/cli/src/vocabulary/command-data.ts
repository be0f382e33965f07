import { wrongUsage } from '../failures/command-failure';
import { segmentOf, type Vocabulary } from './vocabulary';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The data of a command from `--data` (a JSON object) and `--set field=value` pairs; a pair wins over the object.
 * @throws CommandFailure with exit code 2 when either cannot be read.
 */
export function commandData(
  vocabulary: Vocabulary,
  command: string,
  { data, set = [] }: { readonly data?: string; readonly set?: readonly string[] },
): Fields {
  const fromJson = data === undefined ? {} : objectOf(data);
  return { ...fromJson, ...fieldsOf(vocabulary, command, set.map(pairOf)) };
}

function objectOf(text: string): Fields {
  const value = jsonOf(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw wrongUsage(
    `--data phải là một đối tượng JSON, ví dụ '{"period":"2025-10"}', không phải: ${text}`,
  );
}

function pairOf(text: string): readonly [name: string, value: string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw wrongUsage(`--set cần dạng trường=giá-trị, ví dụ percent=50, không phải "${text}".`);
}

/**
 * Values are text unless the command's own schema refuses the text and accepts the JSON in it: `percent=50` is a number
 * where a number belongs, and the text "50" stays a text where a text belongs.
 */
function fieldsOf(
  { commands }: Vocabulary,
  command: string,
  pairs: readonly (readonly [string, string])[],
): Fields {
  const texts: Fields = Object.fromEntries(pairs);
  const segment = segmentOf(command);
  const definition = Object.entries(commands).find(([name]) => segmentOf(name) === segment)?.[1];
  const issues = definition?.data.safeParse(texts).error?.issues ?? [];
  const refused = new Set(issues.map(({ path }) => path[0]));
  return Object.fromEntries(
    pairs.map(([field, value]) => {
      const json = refused.has(field) ? jsonOf(value) : undefined;
      return [field, json === undefined ? value : json];
    }),
  );
}

/** Undefined when the text is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
