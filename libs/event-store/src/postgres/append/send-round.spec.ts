import { AppendOutcomeUnknown } from '../../append-faults';
import type { AppendConflict } from '../../event-store';
import { prepareAppend, type PreparedAppend } from '../../prepared-append';
import { appendTo } from '../../testing';
import { sendRound } from './send-round';

const requests = ['a-1', 'b-1', 'c-1'].map((stream) => prepareAppend(appendTo(stream)));
const PAUSES_MS = [0, 0];

const answerTo = ({ stream }: PreparedAppend): AppendConflict => ({
  outcome: 'conflict',
  stream,
  expected: 'any',
  actual: null,
});
const refusal = (code: string): Error =>
  Object.assign(new Error('refused'), { severity: 'ERROR', code });

/** Fails a call as `fault` says, and records which streams each call was about. */
function faulty(fault: (streams: readonly string[], call: number) => Error | null) {
  const calls: string[] = [];
  const append = (group: readonly PreparedAppend[]) => {
    const streams = group.map(({ stream }) => stream);
    calls.push(streams.join());
    const error = fault(streams, calls.length);
    return error === null ? Promise.resolve(group.map(answerTo)) : Promise.reject(error);
  };
  return { append, calls };
}

describe('sending a round', () => {
  it('sends each request alone when the group is refused, so that one fault fails one', async () => {
    const { append, calls } = faulty((streams) =>
      streams.includes('b-1') ? refusal('22P05') : null,
    );
    const answers = await sendRound(append, requests, PAUSES_MS);
    expect(
      answers.map((answer) => (answer instanceof Error ? answer.message : answer.stream)),
    ).toEqual(['a-1', 'refused', 'c-1']);
    expect(calls).toEqual(['a-1,b-1,c-1', 'a-1', 'b-1', 'c-1']);
  });

  it.each([
    ['a lost connection', new Error('Connection terminated unexpectedly')],
    ['a shutdown of the server', refusal('57P01')],
    ['a deadlock', refusal('40P01')],
  ])('sends the same group again after %s', async (_title, fault) => {
    const { append, calls } = faulty((_streams, call) => (call < 3 ? fault : null));
    expect(await sendRound(append, requests, PAUSES_MS)).toEqual(requests.map(answerTo));
    expect(calls).toEqual(['a-1,b-1,c-1', 'a-1,b-1,c-1', 'a-1,b-1,c-1']);
  });

  it('says that the outcome is unknown when the connection stays lost', async () => {
    const lost = new Error('connect ECONNREFUSED');
    const { append, calls } = faulty(() => lost);
    const answers = await sendRound(append, requests, PAUSES_MS);
    expect(answers).toEqual(
      requests.map(({ commandId }) => new AppendOutcomeUnknown(commandId, lost)),
    );
    expect(answers[0]).toBeInstanceOf(AppendOutcomeUnknown);
    expect(answers[0]).toMatchObject({ commandId: requests[0]!.commandId, cause: lost });
    expect(calls).toHaveLength(PAUSES_MS.length + 1);
  });
});
