import { openPartOf } from './open-part';

type Cycle = Parameters<typeof openPartOf>[0];

/** A cycle with one of everything about each of two people, and of a unit. */
const cycle = {
  status: 'published',
  reviews: [{ subjectId: 'cb-1' }, { subjectId: 'cb-2' }, { subjectId: null }],
  adjustments: [
    { personId: 'cb-1', unitId: 'p' },
    { personId: 'cb-2', unitId: 'p' },
    { personId: null, unitId: 'p' },
  ],
  meeting: { votes: [{ subjectId: 'cb-1' }] },
  appeals: [
    { received: { subjectId: 'cb-1' }, answered: null },
    { received: { subjectId: 'cb-2' }, answered: null },
  ],
  newClasses: [{ subjectId: 'cb-1' }, { subjectId: 'cb-2' }],
  amendments: [{ rankMoves: [{ subjectId: 'cb-1' }] }],
} as unknown as Cycle;

describe('the part of a cycle that is open to somebody', () => {
  it('is how far it has come, and what is about themselves', () => {
    expect(openPartOf(cycle, new Set(['cb-1']))).toEqual({
      status: 'published',
      reviews: [{ subjectId: 'cb-1' }],
      adjustments: [{ personId: 'cb-1', unitId: 'p' }],
      meeting: null,
      appeals: [{ received: { subjectId: 'cb-1' }, answered: null }],
      newClasses: [{ subjectId: 'cb-1' }],
      amendments: [],
    });
  });

  it('is what is about the unit they head, and not what is about its people', () => {
    expect(openPartOf(cycle, new Set(['p']))).toMatchObject({
      ...{ reviews: [], appeals: [], newClasses: [] },
      adjustments: [{ personId: null, unitId: 'p' }],
    });
  });

  it('holds nothing about people for a service, not even what names nobody', () => {
    expect(openPartOf(cycle, new Set())).toEqual({
      ...{ status: 'published', meeting: null },
      ...{ reviews: [], adjustments: [], appeals: [], newClasses: [], amendments: [] },
    });
  });
});
