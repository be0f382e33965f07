import { FoldedStreams } from './folded-streams';

describe('kept states', () => {
  it('are found again until they are forgotten', () => {
    const kept = new FoldedStreams();
    kept.keep('task-a', { state: 'one', revision: 3 });
    kept.keep('task-a', { state: 'two', revision: 4 });
    expect(kept.find('task-a')).toEqual({ state: 'two', revision: 4 });
    kept.forget('task-a');
    expect(kept.find('task-a')).toBeNull();
  });

  it('make room by letting go of the one that was not asked for longest', () => {
    const kept = new FoldedStreams(2);
    kept.keep('task-a', { state: 'a', revision: 0 });
    kept.keep('task-b', { state: 'b', revision: 0 });
    kept.find('task-a');
    kept.keep('task-c', { state: 'c', revision: 0 });
    const found = ['task-a', 'task-b', 'task-c'].map((stream) => kept.find(stream)?.state ?? null);
    expect(found).toEqual(['a', null, 'c']);
  });
});
