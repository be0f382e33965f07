import { localDate } from '@thidua/kernel';
import {
  callBy,
  openSmallOffice,
  type OfficeProcess,
  type SmallOffice,
} from '../../testing/small-office';

const UNITS = `\uFEFFMã đơn vị;Tên đơn vị;Loại;Thuộc đơn vị;Tên khác;Hiệu lực từ
sct;Sở Công Thương;Sở;;;01/01/2025
vp;Văn phòng Sở;Văn phòng;sct;VP|Văn phòng;01/01/2025
nl;"Phòng Năng lượng; điện";phòng;sct;;2025-01-01
`;
const OFFICIALS = `person,name,validFrom
a1,${'Nguyễn Văn An'.normalize('NFD')},2025-01-01
b1,Trần Thị Bình,2025-01-01
`;
const POSTS = `person,unit,post,validFrom,validUntil
a1,vp,chánh văn phòng,2025-01-01,
b1,nl,staff,2025-01-01,
`;

describe('importing the lists of an office', () => {
  let office: SmallOffice;
  let process: OfficeProcess;
  beforeAll(async () => {
    office = await openSmallOffice();
    process = await office.begin();
  }, 60_000);
  afterAll(async () => {
    await process.stop();
    await office.close();
  });

  const all = { units: UNITS, officials: OFFICIALS, posts: POSTS };
  const imports = (texts: object, dryRun = false, day = '2025-06-01') =>
    process.commands.importOrganisation({ ...texts, dryRun }, callBy('a1', day));
  const head = () => process.parts.store.head();

  it('shows on a dry run what it would write, and writes nothing', async () => {
    const shown = await imports(all, true);
    expect(shown).toMatchObject({ dryRun: true, eventCount: 7, nameCount: 2, position: null });
    expect(await head()).toBe(0n);
    expect((await process.parts.people.names()).size).toBe(0);
  });

  it.each([
    ['units:2:kind', { units: UNITS.replace(';Sở;', ';xưởng;') }],
    ['units:3:validFrom', { units: UNITS.replace('VP|Văn phòng;01/01/2025', ';31/02/2025') }],
    ['units:4:parent', { units: UNITS.replace('";phòng;sct', '";phòng;khong-co') }],
    ['units:1', { units: UNITS.replace('Loại', 'Lọai hình gì') }],
    ['units:1', { units: UNITS.replace('Mã đơn vị', 'Tên khác') }],
    ['officials:1', { officials: 'person,name\na1,An' }],
    ['officials:3', { officials: OFFICIALS.replace('Trần Thị Bình', 'Trần\u001b[2J') }],
    ['officials:3:name', { officials: OFFICIALS.replace('Trần Thị Bình', ' ') }],
    ['posts:2:unit', { posts: POSTS.replace('a1,vp', 'a1,xx') }],
    [
      'posts:3:validUntil',
      { posts: POSTS.replace('b1,nl,staff,2025-01-01,', 'b1,nl,staff,2025-01-01,2024-01-01') },
    ],
    ['posts:2', { posts: POSTS.replace('2025-01-01,\n', '2025-01-01,,,\n') }],
  ])('refuses the whole of it for %s', async (path, changed) => {
    const refusal: unknown = await imports({ ...all, ...changed }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'InvalidInput' });
    expect(
      (refusal as { faults: readonly { path: string }[] }).faults.map((fault) => fault.path),
    ).toContain(path);
    expect(await head()).toBe(0n);
  });

  it('writes all of it once, in NFC, and the same lists again write nothing', async () => {
    await expect(imports(all)).resolves.toMatchObject({ eventCount: 7, nameCount: 2 });
    const after = await head();
    await expect(imports(all)).resolves.toMatchObject({
      eventCount: 0,
      nameCount: 0,
      position: null,
    });
    expect(await head()).toBe(after);
    expect((await process.parts.people.names()).get('a1')).toBe('Nguyễn Văn An');
    const directory = await process.parts.directory.current();
    expect(directory.unitsNamed('VP', localDate('2025-06-01'))).toEqual(['vp']);
    expect(directory.nameOn('nl', localDate('2025-06-01'))).toBe('Phòng Năng lượng; điện');
  });

  it('puts a name right without an event, and moves somebody with two', async () => {
    const corrected = OFFICIALS.replace('Trần Thị Bình', 'Trần Thị Bình An');
    await expect(imports({ officials: corrected })).resolves.toMatchObject({
      eventCount: 0,
      nameCount: 1,
    });
    const moved = await imports({ posts: 'person,unit,post,validFrom\nb1,vp,staff,2025-05-01' });
    expect(moved.changes.flatMap(({ events }) => events)).toEqual(['PostLeft', 'PostTaken']);
    const directory = await process.parts.directory.current();
    expect(directory.postsOf('b1', localDate('2025-04-30')).map(({ unitId }) => unitId)).toEqual([
      'nl',
    ]);
  });

  it('is not for everybody', async () => {
    await expect(
      process.commands.importOrganisation(
        { units: 'unit,name,kind,validFrom\nx,X,division,2025-01-01', dryRun: true },
        { ...callBy('b1', '2025-03-01') },
      ),
    ).rejects.toMatchObject({ code: 'UNIT_KEEPER_ONLY' });
  });

  it('never brings back a name that was erased', async () => {
    const document = { number: '1', date: null, issuer: null, title: null };
    await process.commands.erasePerson(
      { personId: 'b1', data: { reason: 'Theo đề nghị', document } },
      callBy('a1', '2025-06-02'),
    );
    await expect(imports({ officials: OFFICIALS }, true)).rejects.toMatchObject({
      faults: [{ path: 'officials:3:person' }],
    });
  });
});
