import { withSection } from './benchmarks-page';

const section = (scenario: string, markdown: string) => ({
  scenario,
  title: `About ${scenario}`,
  markdown,
});

describe('the page of benchmarks', () => {
  const both = withSection(withSection(null, section('append', 'first')), section('tail', 'other'));

  it('begins with its introduction and takes sections one after the other', () => {
    expect(both).toMatch(
      /^# Benchmarks\n[^]+## About append\n\nfirst\n[^]+## About tail\n\nother\n/,
    );
  });

  it('replaces the section of a scenario in its place and keeps the rest', () => {
    const again = withSection(both, section('append', 'second'));
    expect(again).toBe(both.replace('first', 'second'));
  });

  it('does not change when the same result is written again', () => {
    expect(withSection(both, section('tail', 'other'))).toBe(both);
  });
});
