import { flowCommands } from '@thidua/task';
import { readDefinition, type DefinitionProblem, type WorkflowDefinition } from '@thidua/workflow';
import { toNfcDeep } from '@thidua/kernel';
import { isNestedTooDeeply } from './nesting';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';

/** Seven times the longest shipped flow; a YAML parser takes seconds for what is much longer and badly written. */
export const DEFINITION_BYTES_MAX = 64 * 1024;

/** A problem with its place in the text; both numbers from 1, null where the data came without a text. */
export interface PlacedProblem extends Omit<DefinitionProblem, 'code'> {
  readonly code: string;
  readonly line: number | null;
  readonly column: number | null;
}

export type TextReading =
  { readonly definition: WorkflowDefinition } | { readonly problems: readonly PlacedProblem[] };

/** A definition as it was sent: the bytes of a YAML or JSON file, or data that is already parsed. */
export type DefinitionInput = Uint8Array | object;

/** Reads a definition from outside; every problem says where it stands. JSON is read as the YAML that it is. */
export function readDefinitionInput(input: DefinitionInput): TextReading {
  if (!(input instanceof Uint8Array)) {
    return placed(readDefinition(toNfcDeep(input), flowCommands), () => NOWHERE);
  }
  if (input.byteLength > DEFINITION_BYTES_MAX) {
    return unreadable('tệp dài quá 64 KiB', 'the file is longer than 64 KiB');
  }
  try {
    return readText(new TextDecoder('utf-8', { fatal: true }).decode(input));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return unreadable(`không đọc được tệp: ${reason}`, `the file cannot be read: ${reason}`);
  }
}

interface Place {
  readonly line: number | null;
  readonly column: number | null;
}

const NOWHERE: Place = { line: null, column: null };

function unreadable(vi: string, en: string, at: Place = NOWHERE): TextReading {
  return { problems: [{ code: 'NOT_READABLE', place: '', vi, en, ...at }] };
}

function readText(text: string): TextReading {
  if (isNestedTooDeeply(text)) {
    return unreadable('tệp lồng nhau quá nhiều lớp', 'the file is nested too deeply');
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [fault] = document.errors;
  if (fault !== undefined) {
    const { line, col } = lines.linePos(fault.pos[0]);
    return unreadable(
      `không phải YAML đúng: ${fault.message}`,
      `not valid YAML: ${fault.message}`,
      {
        line,
        column: col,
      },
    );
  }
  const data: unknown = toNfcDeep(document.toJS());
  return placed(readDefinition(data, flowCommands), ({ place }) => {
    const { line, col } = lines.linePos(offsetOf(document, keysOf(place)));
    return { line, column: col };
  });
}

function placed(
  reading: ReturnType<typeof readDefinition>,
  placeOf: (problem: DefinitionProblem) => Place,
): TextReading {
  if ('definition' in reading) return reading;
  return { problems: reading.problems.map((each) => ({ ...each, ...placeOf(each) })) };
}

/** `transitions[3].by[0]` as the keys that lead there. */
const keysOf = (place: string): readonly (string | number)[] =>
  [...place.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([key, index]) =>
    index === undefined ? key : Number(index),
  );

/** Where the value stands, or its field's name when that is what is wrong; what is missing stands in its parent. */
function offsetOf(document: Document, keys: readonly (string | number)[]): number {
  const offset = offsetOfField(document, keys) ?? offsetOfNode(nodeAt(document, keys));
  if (offset !== null) return offset;
  return keys.length === 0 ? 0 : offsetOf(document, keys.slice(0, -1));
}

const nodeAt = (document: Document, keys: readonly (string | number)[]): unknown =>
  keys.length === 0 ? document.contents : document.getIn(keys, true);

const offsetOfNode = (node: unknown): number | null =>
  isNode(node) && node.range != null ? node.range[0] : null;

/** A bare value is shown itself; a list or a group by the name of its field. */
function offsetOfField(document: Document, keys: readonly (string | number)[]): number | null {
  const parent = nodeAt(document, keys.slice(0, -1));
  if (!isMap(parent)) return null;
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === keys.at(-1));
  return offsetOfNode(isScalar(pair?.value) ? pair.value : pair?.key);
}
