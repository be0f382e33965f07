import { randomUUID } from 'node:crypto';
import { StoreClosed } from '../../append-faults';
import { StoreOverloaded, type Appended } from '../../event-store';
import { prepareAppend, type PreparedAppend } from '../../prepared-append';
import { appendTo, newEvent } from '../../testing';
import { DEFAULT_LIMITS, GroupWriter, type Answer, type GroupLimits } from './group-writer';

const answerTo = ({ stream }: PreparedAppend): Appended => ({
  outcome: 'appended',
  stream,
  firstRevision: 0,
  lastRevision: 0,
  firstPosition: 1n,
  lastPosition: 1n,
  repeated: false,
});

/** A writer whose rounds are recorded and answered when the test opens the gate. */
function recordingWriter(limits: Partial<GroupLimits> = {}) {
  const rounds: (readonly string[])[] = [];
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const send = async (round: readonly PreparedAppend[]): Promise<readonly Answer[]> => {
    rounds.push(round.map(({ stream }) => stream));
    await gate;
    return round.map(answerTo);
  };
  return { rounds, open, writer: new GroupWriter(send, { ...DEFAULT_LIMITS, ...limits }) };
}

const to = (stream: string, parts: Parameters<typeof appendTo>[1] = {}): PreparedAppend =>
  prepareAppend(appendTo(stream, parts));

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
};

describe('the group writer', () => {
  it('sends what comes together in one round, and what comes meanwhile in the next', async () => {
    const { rounds, open, writer } = recordingWriter();
    const first = [writer.submit(to('a-1')), writer.submit(to('b-1'))];
    await turns();
    const next = [writer.submit(to('c-1')), writer.submit(to('d-1'))];
    await turns();
    expect(rounds).toEqual([['a-1', 'b-1']]);
    open();
    await Promise.all([...first, ...next]);
    expect(rounds).toEqual([
      ['a-1', 'b-1'],
      ['c-1', 'd-1'],
    ]);
  });

  it('sends one request a stream in a round and keeps their order', async () => {
    const { rounds, open, writer } = recordingWriter();
    open();
    await Promise.all(['a-1', 'a-1', 'b-1', 'a-1'].map((stream) => writer.submit(to(stream))));
    expect(rounds).toEqual([['a-1', 'b-1'], ['a-1'], ['a-1']]);
  });

  it('never judges one command id or event id twice in a round', async () => {
    const { rounds, open, writer } = recordingWriter();
    open();
    const commandId = randomUUID();
    const event = newEvent();
    await Promise.all([
      writer.submit(to('a-1', { commandId, events: [newEvent()] })),
      writer.submit(to('b-1', { commandId, events: [newEvent()] })),
      writer.submit(to('c-1', { events: [event] })),
      writer.submit(to('d-1', { events: [event] })),
    ]);
    expect(rounds).toEqual([
      ['a-1', 'c-1'],
      ['b-1', 'd-1'],
    ]);
  });

  it('keeps a round within its limit of events, and sends a larger request alone', async () => {
    const { rounds, open, writer } = recordingWriter({ roundEvents: 3 });
    open();
    const requests = [to('a-1', { eventCount: 2 }), to('b-1', { eventCount: 9 }), to('c-1')];
    await Promise.all(requests.map((request) => writer.submit(request)));
    expect(rounds).toEqual([['a-1', 'c-1'], ['b-1']]);
  });

  it.each([
    ['too many wait', { waitingCount: 2 }],
    ['too much waits', { waitingBytes: 3 * to('x-1').byteCount - 1 }],
  ])('refuses an append when %s, and takes it later', async (_title, limits) => {
    const { open, writer } = recordingWriter(limits);
    const taken = [writer.submit(to('a-1')), writer.submit(to('b-1'))];
    await expect(writer.submit(to('c-1'))).rejects.toBeInstanceOf(StoreOverloaded);
    open();
    await Promise.all(taken);
    await expect(writer.submit(to('c-1'))).resolves.toMatchObject({ stream: 'c-1' });
  });

  it('finishes what waits when it closes, and takes no more', async () => {
    const { rounds, open, writer } = recordingWriter();
    const taken = writer.submit(to('a-1'));
    const closing = writer.close();
    await expect(writer.submit(to('b-1'))).rejects.toBeInstanceOf(StoreClosed);
    open();
    await closing;
    await expect(taken).resolves.toMatchObject({ stream: 'a-1' });
    expect(rounds).toEqual([['a-1']]);
  });
});
