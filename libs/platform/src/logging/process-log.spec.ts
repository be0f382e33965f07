import type { Call, CommandFacts, CommandOutcome } from '@thidua/application';
import { CommandRejected, instant } from '@thidua/kernel';
import { commandLog } from './command-log';
import { loggedJob } from './job-log';
import { openLog } from './process-log';

const call: Call = {
  commandId: 'command-1',
  correlationId: 'correlation-1',
  causationId: 'cause-1',
  actor: { kind: 'person', personId: 'cb-004', onBehalfOf: null },
  occurredAt: instant('2025-03-10T08:00:00+07:00'),
  expectedRevision: null,
};
const facts: CommandFacts = { stream: 'plan-1', type: 'IssuePlan', call };
const written: CommandOutcome = {
  stream: 'plan-1',
  revision: 1,
  position: '7',
  repeated: false,
  events: [],
};

function recordedLog(logLevel = 'info') {
  const texts: string[] = [];
  const log = openLog('worker', { logLevel }, { write: (text) => texts.push(text) });
  return { log, texts, lines: () => texts.map((text) => JSON.parse(text) as object) };
}

describe('the log of a process', () => {
  it('names the service, and hides what a careless line would give away', () => {
    const { log, texts, lines } = recordedLog();
    const headers = { authorization: 'Bearer open-sesame', cookie: 'open-sesame' };
    log.info({ request: { headers, body: { personName: 'Nguyễn Kín' } }, token: 'open-sesame' });
    log.info({ headers, password: 'open-sesame', fullName: 'Nguyễn Kín' });
    expect(lines()[0]).toMatchObject({ service: 'thidua-worker' });
    expect(texts.join('')).not.toMatch(/open-sesame|Kín/);
  });
});

describe('the line of a command', () => {
  it('tells the chain, who acted, and what came of it', async () => {
    const { log, lines } = recordedLog();
    const around = commandLog(log);
    const answers = [
      written,
      { ...written, repeated: true },
      { ...written, revision: null, position: null },
    ];
    for (const answer of answers) {
      expect(await around(facts, () => Promise.resolve(answer))).toBe(answer);
    }
    expect(lines()[0]).toMatchObject({
      msg: 'command',
      command: 'IssuePlan',
      stream: 'plan-1',
      commandId: 'command-1',
      correlationId: 'correlation-1',
      causationId: 'cause-1',
      actorId: 'cb-004',
      outcome: 'written',
      position: '7',
    });
    expect(lines().slice(1)).toMatchObject([{ outcome: 'repeated' }, { outcome: 'unchanged' }]);
  });

  it('tells the code of a refusal, and an error in full; both are thrown on', async () => {
    const { log, lines } = recordedLog();
    const around = commandLog(log);
    const text = { kind: 'conflict', vi: 'không', en: 'no' } as const;
    const refusal = new CommandRejected('PLAN_CLOSED', text);
    const faults = [refusal, new Error('the disk is full')];
    for (const fault of faults) {
      await expect(around(facts, () => Promise.reject(fault))).rejects.toBe(fault);
    }
    expect(lines()).toMatchObject([
      { level: 30, outcome: 'refused', problem: 'PLAN_CLOSED' },
      { level: 50, outcome: 'failed', err: { message: 'the disk is full' } },
    ]);
  });

  it('is told of a service by its id, and of the product itself', async () => {
    const { log, lines } = recordedLog();
    const actors: Call['actor'][] = [{ kind: 'service', serviceId: 'mot-cua' }, { kind: 'system' }];
    for (const actor of actors) {
      await commandLog(log)({ ...facts, call: { ...call, actor } }, () => Promise.resolve(written));
    }
    expect(lines()).toMatchObject([{ actorId: 'mot-cua' }, { actorId: 'system' }]);
  });
});

describe('the line of a job', () => {
  const job = { id: '42', name: 'nightly', input: null, attempt: 2 };

  it('tells how a try ended, a finding louder than nothing found', async () => {
    const { log, lines } = recordedLog();
    for (const ok of [true, false]) {
      await loggedJob(log, () => Promise.resolve({ ok, summary: 'secret finding' }))(job);
    }
    const line = { msg: 'job', job: 'nightly', correlationId: 'job-42', attempt: 2 };
    expect(lines()).toMatchObject([
      { ...line, level: 30, ok: true },
      { ...line, level: 40, ok: false },
    ]);
    expect(JSON.stringify(lines())).not.toContain('secret finding');
  });

  it('tells the error of a try that threw, and throws it on', async () => {
    const { log, lines } = recordedLog();
    const fault = new Error('no database');
    await expect(loggedJob(log, () => Promise.reject(fault))(job)).rejects.toBe(fault);
    expect(lines()).toMatchObject([{ level: 50, ok: false, err: { message: 'no database' } }]);
  });
});
