import { withChildren, type ContenderChild } from './contender-child';
import type { TalkingQuestions } from './talking-child';

const ENTRY = require.resolve('./talking-child');

describe('a part of a run in a process of its own', () => {
  const talk = (work: (child: ContenderChild<TalkingQuestions>) => Promise<void>) =>
    withChildren((start) => work(start<TalkingQuestions>('talker', ENTRY)));

  it('answers one question after the other', () =>
    talk(async (child) => {
      expect(await child.ask('double', 4)).toBe(8);
      expect(await child.ask('double', 5)).toBe(10);
    }));

  it('says under its name what it cannot do, and goes on', () =>
    talk(async (child) => {
      await expect(child.ask('fail', null)).rejects.toThrow(/^talker: Error: cannot/);
      expect(await child.ask('double', 1)).toBe(2);
    }));

  it('fails the question during which it ends, and every later one', () =>
    talk(async (child) => {
      await expect(child.ask('end', 3)).rejects.toThrow('talker: its process ended (3)');
      await expect(child.ask('double', 1)).rejects.toThrow('talker: its process has ended');
    }));
});
