import { instant } from '@thidua/kernel';
import type { ApiClient, Headers } from '../../connection';
import { CommandFailure } from '../../failures/command-failure';
import type { Act } from '../script/act';
import { playTasks } from './play-tasks';

interface Call {
  readonly path: string;
  readonly body: unknown;
  readonly headers: Headers | undefined;
}

type Answer = (call: Call) => unknown;

/** An API that answers commands from a function, and the calls it got. */
function apiThat(answer: Answer) {
  const calls: Call[] = [];
  const unused = () => Promise.reject(new Error('not asked in this spec'));
  const api: ApiClient = {
    url: 'http://spec',
    get: unused,
    upload: unused,
    download: unused,
    lines: () => {
      throw new Error('not asked in this spec');
    },
    post: (path, body, headers) => {
      const call = { path, body, headers };
      calls.push(call);
      return Promise.resolve().then(() => answer(call));
    },
  };
  return { api, calls };
}

const taken = (type = 'WorkStarted', repeated = false) => ({
  repeated,
  events: [{ id: 'e-1', type }],
});

const act = (step: string, over: Partial<Act> = {}): Act => ({
  step,
  actorId: 'cb-011',
  command: 'StartWork',
  data: {},
  mustBeRefusedWith: null,
  names: null,
  occurredAt: instant('2025-03-03T08:00:00+07:00'),
  idempotencyKey: `simulate-2025-7:t.1:${step}`,
  ...over,
});

const play = async (answer: Answer, acts: readonly Act[]) => {
  const { api, calls } = apiThat(answer);
  const scripts = [{ taskId: 't.1', acts }];
  let seen = 0;
  const tally = await playTasks(api, { scripts, mark: 'simulate-2025-7' }, () => (seen += 1));
  return { tally, calls, seen };
};

const refuse = (code: string) => (): never => {
  throw new CommandFailure(code, 'Không được.');
};

describe('playing scripts', () => {
  it('sends each act to its own address with who, when, key and the mark of the play', async () => {
    const { calls } = await play(() => taken(), [act('report', { command: 'ReportProgress' })]);
    expect(calls).toEqual([
      {
        path: '/v1/tasks/t.1/report-progress',
        body: {},
        headers: {
          'X-Actor-Id': 'cb-011',
          'X-Occurred-At': '2025-03-03T01:00:00.000Z',
          'X-Correlation-Id': 'simulate-2025-7',
          'Idempotency-Key': 'simulate-2025-7:t.1:report',
        },
      },
    ]);
  });

  it('counts what was new apart from what was there already', async () => {
    const answers = [taken(), taken('WorkStarted', true), { repeated: false, events: [] }];
    const { tally, seen } = await play(() => answers.shift(), [act('a'), act('b'), act('c')]);
    expect(tally).toEqual({ applied: 1, repeated: 2, refusedAsIntended: 0, surprises: [] });
    expect(seen).toBe(3);
  });

  it('counts an intended refusal as such', async () => {
    const wrong = act('wrong', { mustBeRefusedWith: ['GUARD_FAILED'] });
    const { tally } = await play(refuse('GUARD_FAILED'), [wrong]);
    expect(tally).toMatchObject({ refusedAsIntended: 1, surprises: [] });
  });

  it('tells an unintended refusal with its code and its sentence, and goes on', async () => {
    const answer: Answer = ({ path }) =>
      path.endsWith('verify-result') ? refuse('GUARD_FAILED')() : taken();
    const { tally } = await play(answer, [act('v', { command: 'VerifyResult' }), act('s')]);
    expect(tally.applied).toBe(1);
    expect(tally.surprises).toEqual([
      {
        task: 't.1',
        command: 'VerifyResult',
        actor: 'cb-011',
        occurredAt: '2025-03-03T01:00:00.000Z',
        code: 'GUARD_FAILED',
        detail: 'Không được.',
      },
    ]);
  });

  it.each([
    ['accepted', () => taken(), 'ACCEPTED'],
    ['refused for another reason', refuse('TASK_NOT_FOUND'), 'TASK_NOT_FOUND'],
  ])('tells a deliberately wrong act that was %s', async (_, answer, code) => {
    const wrong = act('wrong', { mustBeRefusedWith: ['GUARD_FAILED'] });
    const { tally } = await play(answer, [wrong]);
    expect(tally.surprises.map((each) => each.code)).toEqual([code]);
    expect(tally.applied + tally.refusedAsIntended).toBe(0);
  });

  it('names the event of an earlier step where an act refers to one', async () => {
    const names = { field: 'eventId', step: 'verdict-1', type: 'TaskCompleted' } as const;
    const { calls } = await play(
      () => taken('TaskCompleted'),
      [act('verdict-1'), act('correct', { names, data: { field: 'completedOn' } })],
    );
    expect(calls[1]?.body).toEqual({ field: 'completedOn', eventId: 'e-1' });
  });

  it('tries again when the server is busy', async () => {
    let attempts = 0;
    const answer: Answer = () => {
      attempts += 1;
      return attempts === 1 ? refuse('OVERLOADED')() : taken();
    };
    const { tally } = await play(answer, [act('a')]);
    expect(tally.applied).toBe(1);
    expect(attempts).toBe(2);
  });

  it('ends when the server fails by itself', async () => {
    await expect(play(refuse('INTERNAL'), [act('a')])).rejects.toThrow(CommandFailure);
  });
});
