import { toInstant } from './column-types';

describe('a time as PostgreSQL writes it', () => {
  it.each([
    ['2026-01-05 01:30:00+00', '2026-01-05T01:30:00.000Z'],
    ['2026-01-05 01:30:00.25+00', '2026-01-05T01:30:00.250Z'],
    ['2026-01-05 01:30:00.123456+00', '2026-01-05T01:30:00.123Z'],
    ['2026-01-05 01:30:00.25+07', '2026-01-04T18:30:00.250Z'],
    ['2026-01-05 01:30:00-03:30', '2026-01-05T05:00:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(toInstant(text)).toBe(instant);
  });

  it('is not guessed when it looks different', () => {
    expect(() => toInstant('05/01/2026 01:30:00 ICT')).toThrow('Not a time');
    expect(() => toInstant('infinity')).toThrow('Not a time');
  });
});
