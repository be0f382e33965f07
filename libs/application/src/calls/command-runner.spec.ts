import { randomUUID } from 'node:crypto';
import { InMemoryEventStore, type EventStore } from '@thidua/event-store';
import {
  type CommandRejected,
  instant,
  rejectFrom,
  type ActorFacts,
  type EventCatalogue,
} from '@thidua/kernel';
import { z } from 'zod';
import { CommandRunner, type Aggregate, type RunRequest, type Settled } from './command-runner';

interface Counted {
  readonly type: 'Counted';
  readonly data: { readonly by: number };
}
interface Count {
  readonly type: 'Count';
  readonly data: { readonly by: number };
}
interface Context {
  readonly actor: ActorFacts;
}
type CountRequest = RunRequest<Count, number, Context>;

const reject = rejectFrom({
  TOO_HIGH: { kind: 'conflict', vi: 'Vượt quá 10.', en: 'More than 10.' },
});
const events: EventCatalogue = {
  Counted: {
    schemaVersion: 1,
    says: 'Counted.',
    vi: 'Đếm',
    recordedBy: 'clerk',
    data: z.object({ by: z.number() }),
  },
};
const counter: Aggregate<Count, Counted, number, Context> = {
  decider: {
    category: 'counter',
    initialState: 0,
    decide: ({ data: { by } }, sum) =>
      sum + by > 10 ? reject('TOO_HIGH') : [{ type: 'Counted', data: { by } }],
    evolve: (sum, { data: { by } }) => sum + by,
  },
  events,
  keepsStates: true,
};

const clerk: ActorFacts = {
  actor: { kind: 'service', id: 'clerk', unitId: null, role: null, onBehalfOf: null },
  posts: [],
};

const count = (by: number, over: Partial<CountRequest> & { commandId?: string } = {}) => {
  const { commandId = randomUUID(), ...parts } = over;
  const request: CountRequest = {
    id: 'a',
    command: { type: 'Count', data: { by } },
    call: {
      ...{ commandId, correlationId: commandId, causationId: commandId },
      actor: { kind: 'service', serviceId: 'clerk' },
      occurredAt: instant('2026-01-05T01:00:00Z'),
      expectedRevision: null,
    },
    contextOf: () => ({ actor: clerk }),
    ...parts,
  };
  return request;
};

const told = (settled: Settled) =>
  'outcome' in settled
    ? [settled.outcome.revision, settled.outcome.repeated]
    : (settled.refusal as CommandRejected).code;

/** A store that tells which revisions were asked for, and lets something happen before an append. */
function watched(inner = new InMemoryEventStore()) {
  const reads: number[] = [];
  let before: (() => Promise<unknown>) | null = null;
  const store: EventStore = {
    append: async (request) => {
      const happens = before;
      before = null;
      await happens?.();
      return inner.append(request);
    },
    readStream: (stream, options) => {
      reads.push(options?.fromRevision ?? 0);
      return inner.readStream(stream, options);
    },
    readAll: (options) => inner.readAll(options),
    head: () => inner.head(),
    positionAt: (recordedAt) => inner.positionAt(recordedAt),
    findCommand: (commandId) => inner.findCommand(commandId),
    wake: (after, options) => inner.wake(after, options),
    close: () => inner.close(),
  };
  const beforeNextAppend = (happens: () => Promise<unknown>): void => {
    before = happens;
  };
  return { store, reads, beforeNextAppend };
}

describe('commands for one stream in their order', () => {
  it('are decided on what those before them wrote, and answered each for itself', async () => {
    const { store, reads } = watched();
    const requests = [count(4), count(7), count(6), count(1)];
    const settled = await new CommandRunner(store).runInOrder(counter, 'a', requests);
    expect(settled.map(told)).toEqual([[0, false], 'TOO_HIGH', [1, false], 'TOO_HIGH']);
    expect(reads).toEqual([0]);
  });

  it('give the first answer again to the same command within them and after them', async () => {
    const { store } = watched();
    const runner = new CommandRunner(store);
    const one = count(6);
    const twice = await runner.runInOrder(counter, 'a', [one, count(1), one]);
    expect(twice.map(told)).toEqual([
      [0, false],
      [1, false],
      [0, true],
    ]);
    const [again] = await runner.runInOrder(counter, 'a', [one]);
    expect(again).toMatchObject({ outcome: { repeated: true, events: [{ type: 'Counted' }] } });
    expect(await store.head()).toBe(2n);
  });

  it('go on where another writer was faster', async () => {
    const { store, beforeNextAppend } = watched();
    beforeNextAppend(() => new CommandRunner(store).run(counter, count(5)));
    const requests = [count(3), count(3)];
    const settled = await new CommandRunner(store).runInOrder(counter, 'a', requests);
    expect(settled.map(told)).toEqual([[1, false], 'TOO_HIGH']);
  });

  it('end at the first that meets more than a refusal', async () => {
    const { store, beforeNextAppend } = watched();
    beforeNextAppend(() => Promise.reject(new Error('away')));
    const running = new CommandRunner(store).runInOrder(counter, 'a', [count(1), count(1)]);
    await expect(running).rejects.toThrow('away');
    expect(await store.head()).toBe(0n);
  });
});

describe('a command', () => {
  it('reads on from the state that was kept, and sees what others wrote since', async () => {
    const { store, reads } = watched();
    const runner = new CommandRunner(store);
    await runner.run(counter, count(4));
    await new CommandRunner(store).run(counter, count(5));
    await expect(runner.run(counter, count(2))).rejects.toThrow('TOO_HIGH');
    await expect(runner.run(counter, count(1))).resolves.toMatchObject({ revision: 2 });
    expect(reads).toEqual([0, 0, 1, 2]);
  });

  it('is given the whole history when it needs it', async () => {
    const { store } = watched();
    const runner = new CommandRunner(store);
    await runner.run(counter, count(4));
    const seen: unknown[] = [];
    const contextOf: CountRequest['contextOf'] = (_state, history) => {
      seen.push(history.map(({ data }) => data));
      return { actor: clerk };
    };
    await runner.run(counter, count(1, { contextOf }));
    await runner.run(counter, count(1, { contextOf, needsHistory: true }));
    const looking = count(1, { contextOf, needsHistory: true });
    await runner.runInOrder(counter, 'a', [count(1), looking]);
    const history = [{ by: 4 }, { by: 1 }, { by: 1 }, { by: 1 }];
    expect(seen).toEqual([[], history.slice(0, 2), history]);
  });

  it('refused because of its own first answer, written meanwhile, gets that answer', async () => {
    const { store } = watched();
    const runner = new CommandRunner(store);
    const one = count(6);
    const both = await Promise.all([runner.run(counter, one), runner.run(counter, one)]);
    expect(both.map(({ revision }) => revision)).toEqual([0, 0]);
    // Looked up before the other wrote, read after it did.
    const late: EventStore = { ...watched().store, ...store, findCommand: lookedUpTooEarly(store) };
    await expect(new CommandRunner(late).run(counter, one)).resolves.toMatchObject({
      ...{ revision: 0, repeated: true },
    });
  });

  it('under an id that another command takes at the same moment is refused', async () => {
    const { store, beforeNextAppend } = watched();
    const commandId = randomUUID();
    const other = { ...count(2, { commandId }), id: 'b' };
    beforeNextAppend(() => new CommandRunner(store).run(counter, other));
    const running = new CommandRunner(store).run(counter, count(1, { commandId }));
    await expect(running).rejects.toMatchObject({ code: 'COMMAND_ID_REUSED' });
  });
});

const lookedUpTooEarly = (store: EventStore): EventStore['findCommand'] => {
  let isFirst = true;
  return (commandId) => {
    if (!isFirst) return store.findCommand(commandId);
    isFirst = false;
    return Promise.resolve(null);
  };
};
