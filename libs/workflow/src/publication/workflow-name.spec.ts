import { parseWorkflowName } from './workflow-name';

describe('the name of a flow', () => {
  it.each([
    ['two-level', { id: 'two-level', version: null }],
    ['two-level@1', { id: 'two-level', version: 1 }],
    ['report2@120', { id: 'report2', version: 120 }],
    ['a@123456789', { id: 'a', version: 123_456_789 }],
  ])('is read from %s', (text, name) => {
    expect(parseWorkflowName(text)).toEqual(name);
  });

  it.each([
    '',
    'Default',
    '2-level',
    'two_level',
    'two-level@',
    'two-level@0',
    'two-level@01',
    'two-level@1.5',
    'two-level@1234567890',
    'two-level@1 ',
    ' two-level@1',
    `a${'b'.repeat(60)}`,
  ])('is not read from "%s"', (text) => {
    expect(parseWorkflowName(text)).toBeNull();
  });

  it('has up to sixty characters', () => {
    const id = `a${'b'.repeat(59)}`;
    expect(parseWorkflowName(id)).toEqual({ id, version: null });
  });
});
