import { auditTrail } from './audit-trail';
import { criteriaSheets } from './criteria-sheets';
import { officialDirectory, unitDirectory } from './directory';
import { evaluations } from './evaluations';
import { notices, noticesRead } from './inbox';
import { officialEntries } from './official-entries';
import { planRegister } from './plan-register';
import type { Projection } from './runtime/projection';
import { targets } from './targets';
import { taskBoard } from './task-board';
import { taskOutcomes } from './task-outcomes';
import { unitEntries } from './unit-entries';

/** Every read model of the product. */
export const allProjections: readonly Projection[] = [
  auditTrail,
  criteriaSheets,
  evaluations,
  notices,
  noticesRead,
  officialDirectory,
  officialEntries,
  planRegister,
  targets,
  taskBoard,
  taskOutcomes,
  unitDirectory,
  unitEntries,
];
