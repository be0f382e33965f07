import { describeError } from './describe-error';

const refusedRow = (code: string, message: string): Error =>
  Object.assign(new Error(message), {
    severity: 'ERROR',
    code,
    table: 'people',
    constraint: 'people_pkey',
    detail: 'Failing row contains (cb-001, Nguyễn Thị Kín).',
    where: 'COPY people, line 1: "Nguyễn Thị Kín"',
  });

describe('an error in a log line', () => {
  it('keeps what leads to its place in the code', () => {
    const described = describeError(new TypeError('x is not a function'));
    expect(described).toMatchObject({ type: 'TypeError', message: 'x is not a function' });
    expect(described.stack).toContain('describe-error.spec');
  });

  it.each(['23505', '22P02'])(
    'loses the row and the value that the database refused (%s)',
    (code) => {
      const error = refusedRow(code, 'invalid input syntax: "Nguyễn Thị Kín"');
      const described = describeError(new Error('could not write', { cause: error }));
      expect(JSON.stringify(described)).not.toContain('Kín');
      expect(described.cause).toMatchObject({ code, table: 'people', constraint: 'people_pkey' });
      expect(described.cause?.message).toContain(code);
    },
  );

  it('keeps the message of a database that is in trouble itself', () => {
    expect(describeError(refusedRow('42P01', 'relation "es.events" does not exist')).message).toBe(
      'relation "es.events" does not exist',
    );
  });

  it('takes whatever was thrown', () => {
    expect(describeError('odd')).toEqual({ type: 'string', message: 'odd', stack: '' });
  });
});
