import type { Json } from '@thidua/kernel';

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !isList(value);

/** Whether two pieces of plain data say the same, whatever the order of their fields: a log may keep another order. */
export function sameFacts(one: Json, other: Json): boolean {
  if (isList(one) && isList(other)) {
    return one.length === other.length && one.every((item, i) => sameFacts(item, other[i] ?? null));
  }
  if (isObject(one) && isObject(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].every((key) => sameFacts(one[key] ?? null, other[key] ?? null));
  }
  return one === other;
}
