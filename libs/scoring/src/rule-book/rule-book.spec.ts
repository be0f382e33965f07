import { shippedRuleSet } from '../nd335/rule-set/read-rule-set';
import { readAnyRuleSet } from './read-any';
import { ruleDiff } from './rule-diff';
import { ruleLines, SHIPPED_RULE_SETS } from './rule-line';

const all = Object.values(SHIPPED_RULE_SETS);

describe('the rule book', () => {
  it.each(all.map((ruleSet) => [ruleSet.id, ruleSet] as const))(
    'says of every rule of %s where it comes from, and ships off what nobody confirmed',
    (_id, ruleSet) => {
      for (const { article, enabled, confidence, meaning } of ruleLines(ruleSet)) {
        expect(article).not.toBe('');
        expect(enabled).toBe(confidence !== 'L');
        expect(meaning.vi.includes('cần xác nhận')).toBe(!enabled);
      }
    },
  );

  it('finds no difference between a rule set and itself', () => {
    for (const ruleSet of all) expect(ruleDiff(ruleSet, ruleSet)).toEqual([]);
  });

  it('tells what changed, from what to what, with basis and validity', () => {
    const own = readAnyRuleSet({
      extends: 'ND335',
      id: 'ND335.so-mau',
      version: 2,
      approver: 'giam-doc',
      parameters: { cap: { value: 'EACH_100' } },
    });
    const [change, ...rest] = ruleDiff(shippedRuleSet('ND335'), own).filter(({ fields }) =>
      fields.some(({ field }) => field === 'value'),
    );
    expect(rest).toEqual([]);
    expect(change?.fields[0]).toEqual({ field: 'value', from: 'TOTAL_70', to: 'EACH_100' });
    expect(change?.words.vi).toContain('giá trị TOTAL_70 → EACH_100');
    expect(change?.words.vi).toContain(
      '(Điều 12.3 Nghị định 335/2025/NĐ-CP; hiệu lực 2026-01-01–…)',
    );
  });

  it('tells what one set has and the other has not', () => {
    const changes = ruleDiff(shippedRuleSet('ND90'), shippedRuleSet('ND335'));
    expect(changes.find(({ name }) => name === 'lackingMax')?.what).toBe('REMOVED');
    expect(changes.find(({ name }) => name === 'taskMax')?.what).toBe('ADDED');
    expect(changes.find(({ name }) => name === 'serviceMonthsMin')?.what).toBe('CHANGED');
  });
});
