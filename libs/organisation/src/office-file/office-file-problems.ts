import type { LocalDate } from '@thidua/kernel';
import { nameKey } from '../directory/name-key';

interface FileUnit {
  readonly unitId: string;
  readonly name: string;
  readonly kind: string;
  readonly parentUnitId: string | null;
  readonly aliases: readonly string[];
  readonly fromOn: LocalDate;
}

interface FilePerson {
  readonly personId: string;
  readonly fromOn: LocalDate;
  readonly posts: readonly { readonly unitId: string; readonly fromOn: LocalDate }[];
}

/** The parts of an office file that have to fit each other. */
export interface FileParts {
  readonly department: string;
  readonly units: readonly FileUnit[];
  readonly people: readonly FilePerson[];
}

export interface Misfit {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

function repeated(values: readonly string[]): readonly number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

function departmentMisfits({ department, units }: FileParts): readonly Misfit[] {
  const isThere = units.some(({ unitId, kind }) => unitId === department && kind === 'department');
  if (isThere) return [];
  return [
    {
      path: ['department'],
      message: `không có đơn vị loại department mang mã ${department} (no unit of kind department has this id)`,
    },
  ];
}

function parentMisfits({ units }: FileParts): readonly Misfit[] {
  const parentOf = new Map(units.map(({ unitId, parentUnitId }) => [unitId, parentUnitId]));
  const climbsForEver = (start: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | null = start; at !== null; at = parentOf.get(at) ?? null) {
      if (seen.has(at)) return true;
      seen.add(at);
    }
    return false;
  };
  return units.flatMap(({ unitId, parentUnitId, fromOn }, index): readonly Misfit[] => {
    const path = ['units', index, 'parentUnitId'];
    if (parentUnitId === null) return [];
    const parent = units.find((unit) => unit.unitId === parentUnitId);
    if (parent === undefined) {
      return [{ path, message: `không có đơn vị ${parentUnitId} (no such unit in this file)` }];
    }
    if (climbsForEver(unitId)) {
      return [{ path, message: 'đơn vị thuộc chính mình (the unit stands under itself)' }];
    }
    if (parent.fromOn > fromOn) {
      return [{ path, message: 'đơn vị chủ quản thành lập sau (the parent was founded later)' }];
    }
    return [];
  });
}

/** Names are compared as plans are read: case, dashes and tone-mark spelling do not tell two units apart. */
function nameMisfits({ units }: FileParts): readonly Misfit[] {
  const owners = new Map<string, string>();
  return units.flatMap(({ unitId, name, aliases }, index) =>
    [name, ...aliases].flatMap((written, place): readonly Misfit[] => {
      const owner = owners.get(nameKey(written));
      owners.set(nameKey(written), owner ?? unitId);
      if (owner === undefined || owner === unitId) return [];
      const path = place === 0 ? ['units', index, 'name'] : ['units', index, 'aliases', place - 1];
      return [{ path, message: `tên này đã thuộc đơn vị ${owner} (the name belongs to ${owner})` }];
    }),
  );
}

function postMisfits({ units, people }: FileParts): readonly Misfit[] {
  const foundedOn = new Map(units.map(({ unitId, fromOn }) => [unitId, fromOn]));
  return people.flatMap(({ fromOn, posts }, person) =>
    posts.flatMap((post, index): readonly Misfit[] => {
      const path = ['people', person, 'posts', index];
      const founded = foundedOn.get(post.unitId);
      if (founded === undefined) {
        const message = `không có đơn vị ${post.unitId} (no such unit in this file)`;
        return [{ path: [...path, 'unitId'], message }];
      }
      if (post.fromOn < fromOn || post.fromOn < founded) {
        const message =
          'trước ngày nhận công tác hoặc trước ngày thành lập đơn vị (before the person joined or the unit was founded)';
        return [{ path: [...path, 'fromOn'], message }];
      }
      return [];
    }),
  );
}

/** What does not fit in a file whose fields are each well formed. */
export function officeFileProblems(file: FileParts): readonly Misfit[] {
  const twice = 'mã bị lặp lại (the id stands twice)';
  return [
    ...repeated(file.units.map(({ unitId }) => unitId)).map((index) => ({
      path: ['units', index, 'unitId'],
      message: twice,
    })),
    ...repeated(file.people.map(({ personId }) => personId)).map((index) => ({
      path: ['people', index, 'personId'],
      message: twice,
    })),
    ...departmentMisfits(file),
    ...parentMisfits(file),
    ...nameMisfits(file),
    ...postMisfits(file),
  ];
}
