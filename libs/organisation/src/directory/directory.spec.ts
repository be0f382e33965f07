import {
  day,
  deputyAppointed,
  directoryFrom,
  integratedService,
  officialJoined,
  postLeft,
  postTaken,
  unitEnded,
  unitFounded,
  unitRenamed,
} from '../testing/organisation.fixtures';

const units = [
  [unitFounded({ unitId: 'sct', name: 'Sở Công Thương', kind: 'department' })],
  [unitFounded({ unitId: 'vp', name: 'Văn phòng Sở', kind: 'office', parentUnitId: 'sct' })],
  [
    unitFounded({ parentUnitId: 'sct' }),
    unitRenamed(),
    unitEnded({ how: 'merged', successorUnitIds: ['cntm'] }),
  ],
  [
    unitFounded({
      unitId: 'cntm',
      name: 'Phòng Công nghiệp và Thương mại',
      parentUnitId: 'sct',
      fromOn: day('2025-07-01'),
    }),
  ],
  [unitFounded({ unitId: 'tct', name: 'Tổ công tác', kind: 'task-force', parentUnitId: 'sct' })],
];
const officials = [
  [
    officialJoined(),
    postTaken({ unitId: 'qlcn', post: 'head' }),
    postTaken({ unitId: 'sct', post: 'deputy', fromOn: day('2022-01-01') }),
    deputyAppointed(),
  ],
  [
    officialJoined({ personId: 'cb-002', fromOn: day('2021-01-01') }),
    postTaken({ personId: 'cb-002', unitId: 'vp', fromOn: day('2021-01-01') }),
  ],
  [
    officialJoined({ personId: 'cb-003' }),
    postTaken({ personId: 'cb-003', unitId: 'vp' }),
    postLeft({ personId: 'cb-003', unitId: 'vp', untilOn: day('2024-05-31') }),
    {
      type: 'OfficialLeft' as const,
      data: { personId: 'cb-003', untilOn: day('2024-05-31'), reason: 'nghỉ hưu' },
    },
  ],
];
const directory = directoryFrom(units, officials);
const refusalOf = (act: () => unknown): unknown => {
  try {
    act();
    return 'no refusal';
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('the directory by day', () => {
  it('shows the units standing on the day, the last day included', () => {
    const idsOn = (date: string) => directory.unitsOn(day(date)).map(({ unitId }) => unitId);
    expect(idsOn('2019-12-31')).toEqual([]);
    expect(idsOn('2025-06-30')).toEqual(['qlcn', 'sct', 'tct', 'vp']);
    expect(idsOn('2025-07-01')).toEqual(['sct', 'tct', 'vp', 'cntm']);
  });

  it('names a unit as it was called on the day', () => {
    expect(directory.nameOn('qlcn', day('2023-12-31'))).toBe('Phòng Quản lý công nghiệp');
    expect(directory.nameOn('qlcn', day('2024-01-01'))).toBe('Phòng Công nghiệp');
    expect(directory.nameOn('qlcn', day('2025-07-01'))).toBeNull();
  });

  it('knows the Office, the department and what may be ranked together', () => {
    const on = day('2025-07-01');
    expect(directory.officeUnitIds(on)).toEqual(['vp']);
    expect(directory.departmentUnitId(on)).toBe('sct');
    expect(directory.departmentUnitId(day('2019-12-31'))).toBeNull();
    expect(directory.groupUnits(on)).toEqual([
      { kind: 'division', unitIds: ['cntm'] },
      { kind: 'office', unitIds: ['vp'] },
    ]);
  });

  it('finds who stands in for a unit that ended', () => {
    expect(directory.standInsOn('qlcn', day('2025-06-30'))).toEqual(['qlcn']);
    expect(directory.standInsOn('qlcn', day('2025-07-01'))).toEqual(['cntm']);
  });

  it('ends when two units succeed each other in a circle', () => {
    const merged = (unitId: string, into: string) => [
      unitFounded({ unitId, name: unitId }),
      unitEnded({ unitId, how: 'merged', successorUnitIds: [into] }),
    ];
    const circle = directoryFrom([merged('a', 'b'), merged('b', 'a')]);
    expect(circle.standInsOn('a', day('2026-01-01'))).toEqual([]);
  });
});

describe('posts on a day', () => {
  it('put the department before its units', () => {
    expect(directory.postsOf('cb-001', day('2023-01-01'))).toEqual([
      { unitId: 'sct', unitKind: 'department', post: 'deputy' },
      { unitId: 'qlcn', unitKind: 'division', post: 'head' },
    ]);
  });

  it('end with the unit, with the post and with the work here', () => {
    expect(directory.postsOf('cb-001', day('2025-07-01'))).toHaveLength(1);
    expect(directory.postsOf('cb-003', day('2024-05-31'))).toHaveLength(1);
    expect(directory.postsOf('cb-003', day('2024-06-01'))).toEqual([]);
    expect(directory.postsOf('cb-009', day('2024-06-01'))).toEqual([]);
  });
});

describe('looking up an actor', () => {
  const on = day('2025-03-15');

  it.each([
    ['PERSON_NOT_FOUND', { personId: 'cb-009' }, '2025-03-15'],
    ['PERSON_NOT_IN_OFFICE', { personId: 'cb-003' }, '2024-06-01'],
    ['PERSON_NOT_IN_OFFICE', { personId: 'cb-002' }, '2020-12-31'],
    ['POST_NOT_HELD_IN_UNIT', { personId: 'cb-002', unitId: 'sct' }, '2025-03-15'],
    ['DEPUTY_NOT_APPOINTED', { personId: 'cb-002', onBehalfOf: 'cb-001' }, '2025-02-28'],
    ['DEPUTY_NOT_APPOINTED', { personId: 'cb-002', onBehalfOf: 'cb-001' }, '2025-04-01'],
    ['DEPUTY_NOT_APPOINTED', { personId: 'cb-001', onBehalfOf: 'cb-002' }, '2025-03-15'],
    ['PERSON_NOT_IN_OFFICE', { personId: 'cb-002', onBehalfOf: 'cb-003' }, '2025-03-15'],
    [
      'POST_NOT_HELD_IN_UNIT',
      { personId: 'cb-002', onBehalfOf: 'cb-001', unitId: 'vp' },
      '2025-03-15',
    ],
  ])('is refused with %s for %j on %s', (code, query, date) => {
    expect(refusalOf(() => directory.actorFacts(query, day(date)))).toBe(code);
  });

  it('gives the weightiest post as the role, or the one in the unit asked for', () => {
    expect(directory.actorFacts({ personId: 'cb-001' }, on)).toMatchObject({
      actor: { kind: 'person', id: 'cb-001', unitId: 'sct', role: 'deputy', onBehalfOf: null },
      posts: [{ unitId: 'sct' }, { unitId: 'qlcn' }],
    });
    expect(directory.actorFacts({ personId: 'cb-001', unitId: 'qlcn' }, on).actor).toMatchObject({
      unitId: 'qlcn',
      role: 'head',
    });
  });

  it('lets a deputy act with the posts of the person represented and with none of their own', () => {
    const facts = directory.actorFacts({ personId: 'cb-002', onBehalfOf: 'cb-001' }, on);
    expect(facts.actor).toEqual({
      kind: 'person',
      id: 'cb-002',
      unitId: 'sct',
      role: 'deputy',
      onBehalfOf: { personId: 'cb-001', legalBasis: '12/QĐ-SCT ngày 27/02/2025' },
    });
    expect(facts.posts.map(({ unitId }) => unitId)).toEqual(['sct', 'qlcn']);
  });

  it('gives a service no posts', () => {
    expect(directory.actorFacts({ serviceId: 'one-stop' }, on)).toEqual(integratedService);
  });
});
