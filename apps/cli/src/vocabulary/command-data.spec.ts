import { CommandFailure } from '../failures/command-failure';
import { commandData } from './command-data';
import {
  listedCommands,
  OFFICIAL_VOCABULARY,
  requireCommand,
  TASK_VOCABULARY,
  UNIT_VOCABULARY,
} from './vocabulary';

const given = (command: string, set: readonly string[], data?: string) =>
  commandData(TASK_VOCABULARY, command, { set, ...(data === undefined ? {} : { data }) });

describe('the data of a task command', () => {
  it('reads a number where the command wants a number, and leaves text as text', () => {
    expect(given('report-progress', ['period=2025-10', 'percent=60', 'text=50'])).toEqual({
      period: '2025-10',
      percent: 60,
      text: '50',
    });
  });

  it('reads lists, truth values and null where the command wants them', () => {
    const evidence = [{ document: null, url: 'https://so.vn/a', fileSha256: null, note: null }];
    expect(
      given('report-result', ['summary=Xong', `evidence=${JSON.stringify(evidence)}`]),
    ).toEqual({ summary: 'Xong', evidence });
    expect(given('return-result', ['reason=thiếu', 'majorContentError=true'])).toEqual({
      reason: 'thiếu',
      majorContentError: true,
    });
  });

  it('keeps an equals sign inside a value', () => {
    expect(given('return-result', ['reason=a=b'])).toEqual({ reason: 'a=b' });
  });

  it('lets a pair win over the object', () => {
    const data = '{"period":"2025-09","text":"cũ"}';
    expect(given('report-progress', ['text=mới'], data)).toEqual({
      period: '2025-09',
      text: 'mới',
    });
  });

  it('sends fields it does not know as they are, for the API to name', () => {
    expect(given('start-work', ['colour=red'])).toEqual({ colour: 'red' });
  });

  it.each([
    ['[1]', []],
    ['not json', []],
    ['null', []],
    ['{}', ['percent']],
    ['{}', ['=1']],
  ])('refuses --data %j with --set %j as wrong usage', (data, set) => {
    const exitCode = (() => {
      try {
        given('report-progress', set, data);
        return 0;
      } catch (error) {
        return error instanceof CommandFailure ? error.exitCode : null;
      }
    })();
    expect(exitCode).toBe(2);
  });
});

describe('the commands of a task', () => {
  it('are known by both spellings', () => {
    expect(requireCommand(TASK_VOCABULARY, 'ReportProgress')).toBe('report-progress');
    expect(requireCommand(TASK_VOCABULARY, 'report-progress')).toBe('report-progress');
  });

  it('do not include the assignment, which only the issue of a plan makes', () => {
    expect(listedCommands(TASK_VOCABULARY).map(({ name }) => name)).not.toContain('AssignTask');
    expect(() => requireCommand(TASK_VOCABULARY, 'assign-task')).toThrow(CommandFailure);
  });
});

describe('the commands of the organisation', () => {
  it('are those that people may give', () => {
    expect(requireCommand(UNIT_VOCABULARY, 'form-task-force')).toBe('form-task-force');
    expect(requireCommand(OFFICIAL_VOCABULARY, 'AppointDeputy')).toBe('appoint-deputy');
    expect(() => requireCommand(UNIT_VOCABULARY, 'complete-merger')).toThrow(
      'organisation commands',
    );
    expect(() => requireCommand(OFFICIAL_VOCABULARY, 'expire-deputy')).toThrow('people commands');
  });

  it('read what their own schema wants', () => {
    const set = [
      'deputyId=cb-003',
      'basis={"number":"9/QĐ","date":null,"issuer":null,"title":null}',
    ];
    expect(commandData(OFFICIAL_VOCABULARY, 'appoint-deputy', { set })).toEqual({
      deputyId: 'cb-003',
      basis: { number: '9/QĐ', date: null, issuer: null, title: null },
    });
  });
});
