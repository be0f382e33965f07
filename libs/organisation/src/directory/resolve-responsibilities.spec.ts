import { day, directoryFrom, unitFounded } from '../testing/organisation.fixtures';
import { resolvePlanTexts, type WrittenResponsibilities } from './resolve-responsibilities';

const directory = directoryFrom([
  [unitFounded({ unitId: 'vp', name: 'Văn phòng Sở', kind: 'office', aliases: ['Văn phòng'] })],
  [unitFounded()],
  [unitFounded({ unitId: 'qltm', name: 'Phòng Quản lý thương mại' })],
]);
const task = (written: Partial<WrittenResponsibilities>): WrittenResponsibilities => ({
  no: '1',
  lead: [],
  focal: [],
  coordinating: [],
  ...written,
});
const resolve = (...tasks: readonly WrittenResponsibilities[]) =>
  resolvePlanTexts(directory, tasks, day('2025-09-18'));

describe('the names of a task', () => {
  it('leave nobody both leading and coordinating', () => {
    const read = resolve(
      task({ lead: ['Văn phòng Sở'], coordinating: ['Văn phòng, Các phòng chuyên môn'] }),
      task({
        no: '2',
        lead: ['Phòng Quản lý thương mại'],
        coordinating: ['Các phòng chuyên môn'],
      }),
    );
    expect(read['1']?.coordinatingUnitIds).toEqual(['qlcn', 'qltm']);
    expect(read['2']?.coordinatingUnitIds).toEqual(['qlcn']);
  });

  it('give the focal role to the unit named as focal, in the bracket or in its own field', () => {
    const both = [
      { unitId: 'vp', role: 'focal' },
      { unitId: 'qlcn', role: 'lead' },
      { unitId: 'qltm', role: 'lead' },
    ];
    const read = resolve(
      task({ lead: ['Văn phòng (đầu mối)', 'Các phòng chuyên môn'] }),
      task({ no: '2', lead: ['Văn phòng', 'Các phòng thuộc Sở'], focal: ['Văn phòng Sở'] }),
    );
    expect(read['1']?.leads).toEqual(both);
    expect(read['2']?.leads).toEqual(both);
  });

  it('keep each problem with its field', () => {
    const read = resolve(
      task({ lead: ['Phòng X'], focal: ['Phòng Y'], coordinating: ['Sở Tư pháp'] }),
    );
    expect(read['1']?.problems).toMatchObject([
      { field: 'lead', written: 'Phòng X' },
      { field: 'focal', written: 'Phòng Y' },
      { field: 'coordinating', written: 'Sở Tư pháp' },
    ]);
  });

  it('keep open partners of both fields', () => {
    const read = resolve(
      task({ lead: ['Các phòng liên quan'], coordinating: ['Các phòng, đơn vị liên quan'] }),
    );
    expect(read['1']?.openPartners).toEqual(['Các phòng liên quan', 'Các phòng, đơn vị liên quan']);
  });

  it('may use a short form that another task of the same plan defines', () => {
    const defining = task({ no: '2', lead: ['Phòng Quản lý công nghiệp (gọi tắt là Phòng CN)'] });
    expect(resolve(task({ lead: ['Phòng CN'] }))['1']?.leads).toEqual([]);
    expect(resolve(task({ lead: ['Phòng CN'] }), defining)['1']?.leads).toEqual([
      { unitId: 'qlcn', role: 'lead' },
    ]);
  });
});
