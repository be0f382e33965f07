import { localDate } from '@thidua/kernel';
import { decreeSheet, readFacts, shippedRuleSet } from '@thidua/scoring';
import { letterheadOf } from '../../official-layout/letterhead';
import { generalCriteriaForm } from './general-criteria-form';
import { formOf, writtenPeriod } from './person-forms';

const ruleSet = shippedRuleSet('ND335');
const ITEMS = ['I.1', 'I.2', ...[1, 2, 3, 4].flatMap((no) => [`II.${no}`, `III.${no}`])];
const marked = (most: string, other: string) =>
  ITEMS.map((id) => ({ id, mark: id.startsWith('I.') ? most : other }));

/** Table and sentences of the form of March with these marks. */
function formWith(general: object) {
  if (ruleSet.subject !== 'CIVIL_SERVANTS') throw new Error('the rules are those of officials');
  const facts = readFacts(
    {
      format: 'thidua-facts/1',
      year: 2026,
      agencyId: 'sct',
      groups: [{ id: 'nhom' }],
      people: [
        {
          ...{ id: 'an', unitId: 'qltm', groupId: 'nhom' },
          posts: [{ post: 'STAFF', unitId: 'qltm', from: '2020-01-01', to: null }],
          periods: [{ kind: 'WORK', period: '2026-03', general, products: [] }],
        },
      ],
    },
    ruleSet,
  );
  const sheet = decreeSheet(facts, ruleSet, () => 'f00');
  const names = { person: (id: string) => id, unit: (id: string) => id, group: (id: string) => id };
  const source = { facts, ruleSet, sheet, names };
  const { body, subject } = generalCriteriaForm(source, formOf(source, 'an'), '2026-03', {
    letterhead: letterheadOf('Sở Công Thương tỉnh An Hải', ['SCT']),
    date: localDate('2026-03-31'),
    isUndated: true,
  });
  const rows = body.flatMap((block) => (block.kind === 'table' ? block.table.rows : []));
  const row = (no: string) => rows.find(([first]) => first === no)?.slice(2);
  return { subject, head: row('I'), item: row('II.1'), total: rows.at(-1)?.slice(2) };
}

describe('form 01', () => {
  it('given both, sets what the person marked beside what the superior confirmed', () => {
    const form = formWith({
      items: marked('4', '2'),
      selfItems: marked('5', '2.5'),
      confirmedBy: 'tp',
    });
    expect(form).toEqual({
      subject: 'Mẫu 01, tháng 3/2026',
      head: ['10,00', '10,00', '8,00'],
      item: ['2,50', '2,50', '2,00'],
      total: ['30,00', '30,00', '24,00'],
    });
  });

  it('given marks that nobody confirmed, leaves the superior’s column empty', () => {
    const { head, total } = formWith({ items: marked('4', '2'), confirmedBy: null });
    expect({ head, total }).toEqual({ head: ['10,00', '8,00', ''], total: ['30,00', '24,00', ''] });
  });
});

describe('a period in a form', () => {
  it.each([
    ['2026-01', 'tháng 01/2026'],
    ['2026-03', 'tháng 3/2026'],
    ['2026-12', 'tháng 12/2026'],
    ['2026-Q4', 'quý IV/2026'],
  ])('%s is %s', (period, words) => {
    expect(writtenPeriod(period)).toBe(words);
  });
});
