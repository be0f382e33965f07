import { declaredVersions, type Machine } from '../place/machine';
import type { Place } from '../place/place';
import type { Settings } from '../place/settings';
import type { Conditions } from './conditions';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');

/** Conditions of a run of the product alone, without contenders; the machine is described before it begins. */
export const singleRunConditions = (
  { kind, about }: Place,
  settings: Settings,
  machine: Machine,
): Conditions => ({
  measuredAt: new Date().toISOString(),
  place: { kind, about, settings },
  machine,
  versions: declaredVersions(ROOT, ['pg', '@electric-sql/pglite']),
  leftOut: {},
});
