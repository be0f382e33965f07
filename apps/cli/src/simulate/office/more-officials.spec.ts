import { localDate } from '@thidua/kernel';
import { readOfficeFile } from '@thidua/organisation';
import { officeOfLog } from '../log/office-of-log';
import { officeEntries } from '../testing/sample-year';
import { isGenerated, officeFileWith } from './more-officials';

const { units } = officeOfLog(officeEntries(), 2025, 'nobody');
const fileOf = (count: number) => {
  const reading = readOfficeFile(officeFileWith(units, { count, fromOn: localDate('2025-01-01') }));
  if (reading.outcome === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.file;
};

describe('an office file with further officials', () => {
  it('is accepted as an office file and repeats the units as they were founded', () => {
    expect(fileOf(7).units).toEqual(units.map(({ founding }) => founding));
  });

  it('holds as many officials as asked for, all recognisable as generated', () => {
    const { people } = fileOf(23);
    expect(people).toHaveLength(23);
    expect(people.every(({ personId }) => isGenerated(personId))).toBe(true);
    expect(isGenerated('cb-001')).toBe(false);
  });

  it('spreads them over the units evenly, and none over the department', () => {
    const places = fileOf(10).people.map(({ posts }) => posts[0]?.unitId);
    expect(places.filter((unitId) => unitId === 'p-tm')).toHaveLength(2);
    expect(places).not.toContain('so');
  });

  it('begins with the same people when more are asked for', () => {
    expect(fileOf(12).people.slice(0, 5)).toEqual(fileOf(5).people);
  });
});
