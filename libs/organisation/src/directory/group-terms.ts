import type { UnitKind } from '../unit.events';

/** A written group and the kinds of unit it stands for on the day it is read. */
export interface GroupTerm {
  readonly phrases: readonly string[];
  readonly kinds: readonly UnitKind[];
}

/**
 * Groups as plans write them. Whether the Office belongs to "các phòng" is for the Office to say; the reading here
 * follows plans that write "Văn phòng Sở, Các phòng chuyên môn" side by side: the Office is no specialised division,
 * but it is one of the rooms of the department.
 */
export const GROUP_TERMS: readonly GroupTerm[] = [
  {
    phrases: [
      'các phòng chuyên môn',
      'các phòng chuyên môn thuộc Sở',
      'các phòng chuyên môn của Sở',
      'các phòng chuyên môn, nghiệp vụ',
    ],
    kinds: ['division'],
  },
  {
    phrases: ['các phòng', 'các phòng thuộc Sở', 'các phòng của Sở', 'các phòng trực thuộc Sở'],
    kinds: ['division', 'office'],
  },
  {
    phrases: [
      'các phòng, đơn vị',
      'các phòng và đơn vị',
      'các phòng, đơn vị thuộc Sở',
      'các phòng, đơn vị trực thuộc',
      'các phòng, đơn vị trực thuộc Sở',
      'các phòng, đơn vị của Sở',
      'các phòng và đơn vị thuộc Sở',
      'các phòng và đơn vị trực thuộc Sở',
      'các phòng chuyên môn, đơn vị thuộc Sở',
      'các phòng chuyên môn, đơn vị trực thuộc',
      'các phòng chuyên môn, đơn vị trực thuộc Sở',
    ],
    kinds: ['division', 'office', 'sub-department'],
  },
];
