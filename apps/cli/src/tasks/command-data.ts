import { openTaskCommands } from '@thidua/task';
import { CommandFailure, wrongUsage } from '../failures/command-failure';

type Fields = Readonly<Record<string, unknown>>;

/** `ReportProgress` and `report-progress` are the same command; addresses carry the second form. */
export const segmentOf = (command: string): string =>
  command.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

const nameOf = (segment: string): string =>
  segment
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

/** Commands a person can give. */
export const givenCommands: readonly (readonly [name: string, vi: string])[] = Object.entries(
  openTaskCommands,
).map(([name, { vi }]) => [name, vi] as const);

/**
 * The data of a command from `--data` (a JSON object) and `--set field=value` pairs; a pair wins over the object.
 * @throws CommandFailure with exit code 2 when either cannot be read.
 */
export function commandData(
  command: string,
  { data, set = [] }: { readonly data?: string; readonly set?: readonly string[] },
): Fields {
  const fromJson = data === undefined ? {} : objectOf(data);
  return { ...fromJson, ...fieldsOf(nameOf(segmentOf(command)), set.map(pairOf)) };
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
function fieldsOf(name: string, pairs: readonly (readonly [string, string])[]): Fields {
  const texts: Fields = Object.fromEntries(pairs);
  const definition = Object.hasOwn(openTaskCommands, name)
    ? openTaskCommands[name as keyof typeof openTaskCommands]
    : undefined;
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

/** @throws CommandFailure naming the commands there are, before anything is sent. */
export function requireCommand(command: string): string {
  const segment = segmentOf(command);
  if (givenCommands.some(([name]) => segmentOf(name) === segment)) return segment;
  throw new CommandFailure(
    'UNKNOWN_COMMAND',
    `Không có lệnh "${command}" cho nhiệm vụ. Xem các lệnh: task commands.`,
    { exitCode: 2 },
  );
}
